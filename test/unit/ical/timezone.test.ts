import fc from 'fast-check';
import ICAL from 'ical.js';
import { DateTime } from 'luxon';
import { describe, expect, it } from 'vitest';
import { timeOfRules, zoneNamed } from './zone-support.ts';
import { vtimezone } from '../../../domain/ical/timezone.ts';

const YEARLY = [
  'Europe/Berlin',
  'Europe/Dublin',
  'Europe/London',
  'Europe/Chisinau',
  'America/New_York',
  'America/Los_Angeles',
  'America/Havana',
  'America/Santiago',
  'America/Nuuk',
  'America/St_Johns',
  'Asia/Jerusalem',
  'Asia/Beirut',
  'Atlantic/Azores',
  'Australia/Lord_Howe',
  'Australia/Sydney',
  'Pacific/Auckland',
  'Pacific/Chatham',
];
const FIXED = [
  'Asia/Tokyo',
  'Asia/Kolkata',
  'Asia/Kathmandu',
  'America/Phoenix',
  'America/Sao_Paulo',
  'Pacific/Apia',
  'Etc/GMT+5',
];
const IRREGULAR = ['Africa/Casablanca', 'Africa/Cairo', 'Africa/El_Aaiun', 'Asia/Gaza'];

/** An instant of a year from 2024 on, when the last of these zones had changed its law. */
const instantOfYear = (first: number, last: number) =>
  fc
    .integer({ min: Date.UTC(first, 0, 2) / 60_000, max: Date.UTC(last, 11, 30) / 60_000 })
    .map((minute) => minute * 60_000);

/** ical.js, as one of the readers of the world, turns the local time that we would write into an instant. */
function expectReadBack(zone: string, aroundMs: number, atMs: number): void {
  const component = vtimezone(zone, aroundMs);
  const parsed = new ICAL.Component(ICAL.parse(component?.toString() ?? '') as unknown[]);
  const local = DateTime.fromMillis(atMs, { zone });
  // A local time that exists twice names the first of its two instants; ical.js now and then takes the second.
  const possible = local.getPossibleOffsets().map((each) => each.toMillis());
  const read = timeOfRules(zoneNamed(parsed), local);
  expect(possible, `${zone} ${local.toISO()}`).toContain(read);
}

describe('a VTIMEZONE', () => {
  it('agrees with the zone for years before and after the event, where there is a yearly rule', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...YEARLY, ...FIXED),
        instantOfYear(2026, 2028),
        instantOfYear(2024, 2034),
        expectReadBack,
      ),
      { numRuns: 400 },
    );
  });

  it("agrees with the zone in the event's year where there is none", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...IRREGULAR),
        instantOfYear(2024, 2033),
        fc.integer({ min: -300, max: 300 }),
        (zone, aroundMs, days) => expectReadBack(zone, aroundMs, aroundMs + days * 86_400_000),
      ),
      { numRuns: 200 },
    );
  });

  it('agrees in the year in which a law changed', () => {
    // Mexico and Jordan gave summer time up in October 2022.
    for (const zone of ['America/Mexico_City', 'Asia/Amman']) {
      for (let month = 0; month < 12; month++)
        expectReadBack(zone, Date.UTC(2022, 6, 1), Date.UTC(2022, month, 15, 12));
    }
  });

  it.each(YEARLY)('of %s is two rules since 1970, without a list of dates', (zone) => {
    const text = vtimezone(zone, Date.UTC(2026, 10, 24))?.toString() ?? '';
    expect(text.match(/BEGIN:(STANDARD|DAYLIGHT)/g)).toHaveLength(2);
    expect(text.match(/RRULE:FREQ=YEARLY/g)).toHaveLength(2);
    expect(text.match(/DTSTART:1970/g)).toHaveLength(2);
    expect(text).not.toContain('RDATE');
  });

  it.each(FIXED)('of %s is one STANDARD', (zone) => {
    const text = vtimezone(zone, Date.UTC(2026, 10, 24))?.toString() ?? '';
    expect(text.match(/BEGIN:(STANDARD|DAYLIGHT)/g)).toEqual(['BEGIN:STANDARD']);
    expect(text).not.toContain('RRULE');
  });

  it('is null for what is no zone', () => {
    expect(vtimezone('Europe/Atlantis', 0)).toBeNull();
    expect(vtimezone('+01:00', 0)).toBeNull();
  });
});
