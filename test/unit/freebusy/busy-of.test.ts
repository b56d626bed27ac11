import { describe, expect, it } from 'vitest';
import { busyOf } from '../../../domain/freebusy/busy-of.ts';
import { busyOfForms } from '../../../domain/freebusy/busy-between.ts';
import { openZone, UTC_CLOCK } from '../../../domain/time/zone.ts';
import { lines } from '../growth/pieces.ts';
import { minute, objectOf, vevent } from './support.ts';

const AT = lines('DTSTART:20260302T090000Z', 'DTEND:20260302T100000Z');
const MINE = { addresses: ['anna@example.org', 'a.smith@example.org'], calendarZone: UTC_CLOCK };
const BERLIN = { ...MINE, calendarZone: openZone('Europe/Berlin')! };

const told = (components: string[], options = MINE) =>
  busyOf(objectOf(...components), options).periods.map(
    ({ startMs, endMs, kind }) => `${kind} ${minute(startMs)}/${minute(endMs)}`,
  );
const kindsOf = (...inside: string[]) => told([vevent(AT, ...inside)]).map((period) => period.split(' ')[0]);

describe('the kind of an event is what it says of itself', () => {
  it.each([
    [[], ['busy']],
    [['STATUS:CONFIRMED'], ['busy']],
    [['STATUS:CANCELLED'], []],
    [['TRANSP:TRANSPARENT'], []],
    [['TRANSP:OPAQUE'], ['busy']],
    [['STATUS:TENTATIVE'], ['tentative']],
    [['X-MICROSOFT-CDO-BUSYSTATUS:OOF'], ['unavailable']],
    [['X-MICROSOFT-CDO-BUSYSTATUS:FREE'], []],
    [['BUSYTYPE:BUSY-UNAVAILABLE'], ['unavailable']],
    [['BUSYTYPE:BUSY-TENTATIVE'], ['tentative']],
    [['BUSYTYPE:BUSY'], ['busy']],
  ])('%j: %j', (said, expected) => {
    expect(kindsOf(...said)).toEqual(expected);
  });
});

describe('what its owner answered counts, by whichever of their addresses', () => {
  const attendee = (address: string, partstat: string) => `ATTENDEE;PARTSTAT=${partstat}:mailto:${address}`;
  const boss = 'ORGANIZER:mailto:boss@example.org';
  it.each<[string, string[], string[]]>([
    ['accepted', [boss, attendee('anna@example.org', 'ACCEPTED')], ['busy']],
    ['declined', [boss, attendee('anna@example.org', 'DECLINED')], []],
    ['declined by an alias in capitals', [boss, attendee('A.Smith@Example.org', 'DECLINED')], []],
    [
      'declined by one address, accepted by another',
      [attendee('anna@example.org', 'ACCEPTED'), attendee('a.smith@example.org', 'DECLINED')],
      [],
    ],
    ['perhaps', [boss, attendee('anna@example.org', 'TENTATIVE')], ['tentative']],
    ['not answered', [boss, attendee('anna@example.org', 'NEEDS-ACTION')], ['tentative']],
    ['not answered, and no PARTSTAT', [boss, 'ATTENDEE:mailto:anna@example.org'], ['tentative']],
    [
      'not answered at one address, accepted at another',
      [attendee('anna@example.org', 'NEEDS-ACTION'), attendee('a.smith@example.org', 'ACCEPTED')],
      ['busy'],
    ],
    ['delegated', [boss, attendee('anna@example.org', 'DELEGATED')], []],
    [
      'their own invitation',
      ['ORGANIZER:mailto:anna@example.org', attendee('anna@example.org', 'NEEDS-ACTION')],
      ['busy'],
    ],
    ['declined by somebody else', [boss, attendee('ben@example.org', 'DECLINED')], ['busy']],
    [
      'named by a path, with the address beside it',
      ['ATTENDEE;PARTSTAT=DECLINED;EMAIL=anna@example.org:/principals/1/'],
      [],
    ],
  ])('%s', (_what, said, expected) => {
    expect(kindsOf(...said)).toEqual(expected);
  });
});

it('days and floating times are in the zone of the calendar', () => {
  expect(told([vevent('DTSTART;VALUE=DATE:20260302')], BERLIN)).toEqual([
    'busy 2026-03-01T23:00Z/2026-03-02T23:00Z',
  ]);
  expect(told([vevent('DTSTART:20260302T090000', 'DURATION:PT1H')], BERLIN)).toEqual([
    'busy 2026-03-02T08:00Z/2026-03-02T09:00Z',
  ]);
});

it('what takes no time takes none', () => {
  expect(told([vevent('DTSTART:20260302T090000Z')])).toEqual([]);
  expect(busyOf(objectOf(vevent('DTSTART:20260302T090000Z')), MINE).span).toBeNull();
});

it('instances that are cancelled, declined or moved are what they are, and not what the series is', () => {
  const declined = 'ATTENDEE;PARTSTAT=DECLINED:mailto:anna@example.org';
  expect(
    told([
      vevent(AT, 'RRULE:FREQ=DAILY;COUNT=5', 'EXDATE:20260306T090000Z'),
      vevent(
        'DTSTART:20260303T090000Z',
        'RECURRENCE-ID:20260303T090000Z',
        'STATUS:CANCELLED',
        'DURATION:PT1H',
      ),
      vevent('DTSTART:20260304T090000Z', 'RECURRENCE-ID:20260304T090000Z', declined, 'DURATION:PT1H'),
      vevent(
        'DTSTART:20260305T120000Z',
        'RECURRENCE-ID:20260305T090000Z',
        'STATUS:TENTATIVE',
        'DURATION:PT2H',
      ),
    ]),
  ).toEqual(['busy 2026-03-02T09:00Z/2026-03-02T10:00Z', 'tentative 2026-03-05T12:00Z/2026-03-05T14:00Z']);
});

it('a series of which everything is declined but one instance takes the time of that', () => {
  expect(
    told([
      vevent(AT, 'RRULE:FREQ=DAILY;COUNT=5', 'ATTENDEE;PARTSTAT=DECLINED:mailto:anna@example.org'),
      vevent('DTSTART:20260303T090000Z', 'RECURRENCE-ID:20260303T090000Z', 'DURATION:PT1H'),
    ]),
  ).toEqual(['busy 2026-03-03T09:00Z/2026-03-03T10:00Z']);
});

it('a VFREEBUSY takes the periods that it states', () => {
  expect(
    told([
      lines(
        ...['BEGIN:VFREEBUSY', 'UID:a', 'FREEBUSY:20260302T090000Z/PT1H,20260303T090000Z/20260303T100000Z'],
        ...[
          'FREEBUSY;FBTYPE=BUSY-UNAVAILABLE:20260304T090000Z/P1D',
          'FREEBUSY;FBTYPE=FREE:20260305T090000Z/PT1H',
        ],
        ...[
          'FREEBUSY;FBTYPE=X-A:20260306T090000Z/PT1H',
          'FREEBUSY;FBTYPE=BUSY-TENTATIVE:20260307T090000Z/PT1H',
          'END:VFREEBUSY',
        ],
      ),
    ]),
  ).toEqual([
    'busy 2026-03-02T09:00Z/2026-03-02T10:00Z',
    'busy 2026-03-03T09:00Z/2026-03-03T10:00Z',
    'unavailable 2026-03-04T09:00Z/2026-03-05T09:00Z',
    'busy 2026-03-06T09:00Z/2026-03-06T10:00Z',
    'tentative 2026-03-07T09:00Z/2026-03-07T10:00Z',
  ]);
});

it('to-dos and journal entries take no time', () => {
  expect(told([lines('BEGIN:VTODO', 'UID:a', AT.replace('DTEND', 'DUE'), 'END:VTODO')])).toEqual([]);
  expect(told([lines('BEGIN:VJOURNAL', 'UID:a', 'DTSTART;VALUE=DATE:20260302', 'END:VJOURNAL')])).toEqual([]);
});

it('what ends soon is periods, and what does not a series that says how far it goes', () => {
  const of = (rule: string) => busyOf(objectOf(vevent(AT, `RRULE:${rule}`)), MINE);
  expect(of('FREQ=WEEKLY;COUNT=64')).toMatchObject({
    series: null,
    span: { startMs: Date.UTC(2026, 2, 2, 9) },
  });
  expect(of('FREQ=WEEKLY;COUNT=64').periods).toHaveLength(64);
  expect(of('FREQ=WEEKLY;COUNT=65')).toMatchObject({ periods: [], series: { v: 1, kind: 'busy' } });
  expect(of('FREQ=WEEKLY;COUNT=65').span?.endMs).toBeLessThan(Date.UTC(2027, 5, 10));
  expect(of('FREQ=WEEKLY').span?.endMs).toBe(Infinity);
  const free = busyOf(objectOf(vevent(AT, 'RRULE:FREQ=WEEKLY', 'TRANSP:TRANSPARENT')), MINE);
  expect(free).toEqual({ periods: [], series: null, span: null });
});

it('of a series that is denser than is looked at, the rest of the range counts as taken', () => {
  const { series } = busyOf(
    objectOf(vevent('DTSTART:20260302T090000Z', 'DURATION:PT1S', 'RRULE:FREQ=MINUTELY')),
    MINE,
  );
  const range = { startMs: Date.UTC(2026, 3, 1), endMs: Date.UTC(2026, 4, 1) };
  const periods = busyOfForms([series!], UTC_CLOCK, range);
  expect(periods.length).toBeLessThan(5_010);
  expect(periods.at(-1)?.endMs).toBe(range.endMs);
});
