import ICAL from 'ical.js';
import { expect, it } from 'vitest';
import { vfreebusy } from '../../../domain/freebusy/vfreebusy.ts';
import type { BusyKind } from '../../../domain/freebusy/busy-period.ts';

const at = (hour: number) => Date.UTC(2026, 2, 2, hour);
const period = (from: number, to: number, kind: BusyKind) => ({ startMs: at(from), endMs: at(to), kind });
const ASKED = { uid: 'a', dtstampMs: at(0), range: { startMs: at(8), endMs: at(18) } };

it('tells the window and each kind apart, merged and clipped', () => {
  const text = vfreebusy({
    ...ASKED,
    periods: [
      period(12, 13, 'busy'),
      period(9, 10, 'busy'),
      period(10, 11, 'busy'),
      period(7, 20, 'unavailable'),
      period(17, 19, 'tentative'),
      period(19, 20, 'busy'),
    ],
  });
  expect(text.split('\r\n')).toEqual([
    ...['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Parley//Parley//EN', 'CALSCALE:GREGORIAN'],
    ...['BEGIN:VFREEBUSY', 'UID:a', 'DTSTAMP:20260302T000000Z'],
    ...['DTSTART:20260302T080000Z', 'DTEND:20260302T180000Z'],
    'FREEBUSY;FBTYPE=BUSY:20260302T090000Z/20260302T110000Z,20260302T120000Z/202',
    ' 60302T130000Z',
    'FREEBUSY;FBTYPE=BUSY-TENTATIVE:20260302T170000Z/20260302T180000Z',
    'FREEBUSY;FBTYPE=BUSY-UNAVAILABLE:20260302T080000Z/20260302T180000Z',
    ...['END:VFREEBUSY', 'END:VCALENDAR', ''],
  ]);
});

it('an answer to a message names who asked and whose time it is', () => {
  const people = { organizer: 'boss@example.org', attendee: 'anna@example.org', method: 'REPLY' as const };
  const text = vfreebusy({ ...ASKED, periods: [], ...people });
  expect(text).toContain('METHOD:REPLY\r\nBEGIN:VFREEBUSY');
  expect(text).toContain('ORGANIZER:mailto:boss@example.org\r\nATTENDEE:mailto:anna@example.org\r\n');
});

it('whatever a UID or an address has in it stays within its line', () => {
  const text = vfreebusy({ ...ASKED, uid: 'a;b\r\nX:c,\\', attendee: 'a\r\nX:b@example.org', periods: [] });
  const part = new ICAL.Component(ICAL.parse(text) as unknown[]).getFirstSubcomponent('vfreebusy')!;
  expect(part.getAllProperties().map(({ name }) => name)).toEqual([
    'uid',
    'dtstamp',
    'dtstart',
    'dtend',
    'attendee',
  ]);
  expect(part.getFirstPropertyValue('uid')).toBe('a;b X:c,\\');
});

it('many periods are several lines', () => {
  const periods = Array.from({ length: 120 }, (_, index) => ({
    startMs: at(8) + index * 120_000,
    endMs: at(8) + index * 120_000 + 60_000,
    kind: 'busy' as const,
  }));
  expect(vfreebusy({ ...ASKED, periods }).match(/^FREEBUSY/gm)).toHaveLength(3);
});
