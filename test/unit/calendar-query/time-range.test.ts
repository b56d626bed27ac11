import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matches } from '../../../domain/calendar-query/matches.ts';
import { spanOf } from '../../../domain/calendar-query/span-of.ts';
import type { CalendarObject } from '../../../domain/ical/calendar-object.ts';
import type { TimeRange } from '../../../domain/time/instant.ts';
import { openZone, UTC_CLOCK } from '../../../domain/time/zone.ts';
import { rounds } from '../../support/rounds.ts';
import { objectOf } from '../freebusy/support.ts';
import { lines } from '../growth/pieces.ts';

const HOUR_MS = 3_600_000;
const NOON = Date.UTC(2026, 2, 2, 12);
const digits = (ms: number) => new Date(ms).toISOString().slice(0, 19).replace(/[-:]/g, '');
const at = (name: string, hours: number) => `${name}:${digits(NOON + hours * HOUR_MS)}Z`;

const isFound = (object: CalendarObject, timeRange: TimeRange, floating = UTC_CLOCK) =>
  matches(object, [{ name: 'VCALENDAR', comps: [{ name: object.component, timeRange }] }], { floating });

const made = (component: string, ...inside: string[]) =>
  objectOf(lines(`BEGIN:${component}`, 'UID:a', ...inside, `END:${component}`));

/** Every range of whole hours around noon, and those without an end. */
const EDGES = [-3, -2, -1, 0, 1, 2, 3, 4, 25];
const RANGES: TimeRange[] = [
  ...EDGES.flatMap((from) =>
    EDGES.filter((to) => to > from).map((to) => ({
      startMs: NOON + from * HOUR_MS,
      endMs: NOON + to * HOUR_MS,
    })),
  ),
  ...EDGES.map((from) => ({ startMs: NOON + from * HOUR_MS, endMs: Infinity })),
  ...EDGES.map((to) => ({ startMs: -Infinity, endMs: NOON + to * HOUR_MS })),
];

/** The conditions as RFC 4791 §9.9 writes them, in hours from noon; each table row with what the component says. */
type Condition = (start: number, end: number) => boolean;
const rows: Record<string, [string[], Condition][]> = {
  VEVENT: [
    [[at('DTSTART', 0), at('DTEND', 2)], (start, end) => start < 2 && end > 0],
    [[at('DTSTART', 0), 'DURATION:PT2H'], (start, end) => start < 2 && end > 0],
    [[at('DTSTART', 0), 'DURATION:PT0S'], (start, end) => start <= 0 && end > 0],
    [[at('DTSTART', 0)], (start, end) => start <= 0 && end > 0],
    [['DTSTART;VALUE=DATE:20260302'], (start, end) => start < 12 && end > -12],
  ],
  VTODO: [
    [[at('DTSTART', 0), 'DURATION:PT2H'], (start, end) => start <= 2 && (end > 0 || end >= 2)],
    [[at('DTSTART', 0), at('DUE', 2)], (start, end) => (start < 2 || start <= 0) && (end > 0 || end >= 2)],
    [[at('DTSTART', 0), at('DUE', 0)], (start, end) => (start < 0 || start <= 0) && (end > 0 || end >= 0)],
    [[at('DTSTART', 0)], (start, end) => start <= 0 && end > 0],
    [[at('DUE', 2)], (start, end) => start < 2 && end >= 2],
    [
      [at('COMPLETED', 2), at('CREATED', 0)],
      (start, end) => (start <= 0 || start <= 2) && (end >= 0 || end >= 2),
    ],
    [[at('COMPLETED', 1)], (start, end) => start <= 1 && end >= 1],
    [[at('CREATED', 1)], (_start, end) => end > 1],
    [[], () => true],
  ],
  VJOURNAL: [
    [[at('DTSTART', 0)], (start, end) => start <= 0 && end > 0],
    [['DTSTART;VALUE=DATE:20260302'], (start, end) => start < 12 && end > -12],
    [[], () => false],
  ],
  VFREEBUSY: [
    [[at('DTSTART', 0), at('DTEND', 2)], (start, end) => start <= 2 && end > 0],
    [['FREEBUSY;FBTYPE=FREE:20260302T120000Z/PT2H'], (start, end) => start < 2 && end > 0],
    [[], () => false],
  ],
  VAVAILABILITY: [
    [[], () => true],
    [[at('DTSTART', 0)], (_start, end) => end > 0],
    [[at('DTSTART', 0), at('DTEND', 2)], (start, end) => start < 2 && end > 0],
  ],
};

describe.each(Object.keys(rows))('the table of RFC 4791 §9.9 for %s', (component) => {
  it.each(rows[component]!)('%j', (inside, condition) => {
    const object = made(component, ...inside);
    const span = spanOf(object);
    for (const range of RANGES) {
      const [start, end] = [(range.startMs - NOON) / HOUR_MS, (range.endMs - NOON) / HOUR_MS];
      expect([start, end, isFound(object, range)]).toEqual([start, end, condition(start, end)]);
      if (condition(start, end))
        expect(span!.startMs <= range.endMs && span!.endMs >= range.startMs).toBe(true);
    }
  });
});

describe('a series', () => {
  const daily = ['DTSTART:20260302T120000Z', 'DURATION:PT1H', 'RRULE:FREQ=DAILY'];
  const override = lines(
    ...['BEGIN:VEVENT', 'UID:a', 'RECURRENCE-ID:20260303T120000Z', 'DTSTART:20260210T120000Z'],
    ...['DURATION:PT1H', 'SUMMARY:moved', 'END:VEVENT'],
  );
  const object = objectOf(lines('BEGIN:VEVENT', 'UID:a', ...daily, 'SUMMARY:usual', 'END:VEVENT'), override);
  const day = (date: number, month = 2) => ({
    startMs: Date.UTC(2026, month, date),
    endMs: Date.UTC(2026, month, date + 1),
  });
  const withSummary = (text: string, timeRange: TimeRange) =>
    matches(
      object,
      [
        {
          name: 'VCALENDAR',
          comps: [{ name: 'VEVENT', timeRange, props: [{ name: 'SUMMARY', textMatch: { text } }] }],
        },
      ],
      { floating: UTC_CLOCK },
    );

  it('is found by any instance, however far', () => {
    expect(isFound(object, day(1))).toBe(false);
    expect(isFound(object, day(2))).toBe(true);
    expect(isFound(object, day(5, 7000))).toBe(true);
  });

  it('is found where an override was moved to, and not where it was moved from', () => {
    expect(isFound(object, day(10, 1))).toBe(true);
    expect(isFound(object, day(3))).toBe(false);
    expect(spanOf(object)!.startMs).toBeLessThanOrEqual(Date.UTC(2026, 1, 10, 12));
  });

  it('what is said of a component and its time holds of one', () => {
    expect(withSummary('moved', day(10, 1))).toBe(true);
    expect(withSummary('usual', day(10, 1))).toBe(false);
    expect(withSummary('usual', day(2))).toBe(true);
    expect(withSummary('moved', day(2))).toBe(false);
  });

  it('with THISANDFUTURE, the override is what follows it', () => {
    const following = objectOf(
      lines('BEGIN:VEVENT', 'UID:a', ...daily, 'SUMMARY:usual', 'END:VEVENT'),
      override
        .replace('RECURRENCE-ID', 'RECURRENCE-ID;RANGE=THISANDFUTURE')
        .replace('20260210T12', '20260303T15'),
    );
    const found = (text: string, startMs: number) =>
      matches(
        following,
        [
          {
            name: 'VEVENT',
            timeRange: { startMs, endMs: startMs + HOUR_MS },
            props: [{ name: 'SUMMARY', textMatch: { text } }],
          },
        ],
        { floating: UTC_CLOCK },
      );
    expect(found('moved', Date.UTC(2026, 2, 9, 15))).toBe(true);
    expect(found('usual', Date.UTC(2026, 2, 9, 12))).toBe(false);
    expect(found('usual', Date.UTC(2026, 2, 2, 12))).toBe(true);
  });
});

it('days and floating times are looked at where the query says', () => {
  const berlin = openZone('Europe/Berlin')!;
  const day = made('VEVENT', 'DTSTART;VALUE=DATE:20260302');
  const lateEvening = { startMs: Date.UTC(2026, 2, 1, 23), endMs: Date.UTC(2026, 2, 1, 23, 30) };
  expect(isFound(day, lateEvening)).toBe(false);
  expect(isFound(day, lateEvening, berlin)).toBe(true);
});

describe('an alarm', () => {
  const alarmIn = (range: TimeRange, alarm: string[], event = [at('DTSTART', 0), 'DURATION:PT2H']) =>
    matches(
      objectOf(
        lines('BEGIN:VEVENT', 'UID:a', ...event, 'BEGIN:VALARM', ...alarm, 'END:VALARM', 'END:VEVENT'),
      ),
      [{ name: 'VCALENDAR', comps: [{ name: 'VEVENT', comps: [{ name: 'VALARM', timeRange: range }] }] }],
      { floating: UTC_CLOCK },
    );
  const hoursOf = (alarm: string[], event?: string[]) =>
    Array.from({ length: 60 }, (_, hour) => hour - 30).filter((hour) =>
      alarmIn({ startMs: NOON + hour * HOUR_MS, endMs: NOON + (hour + 1) * HOUR_MS }, alarm, event),
    );

  it.each<[string, string[], number[]]>([
    ['before the start', ['TRIGGER:-PT90M'], [-2]],
    ['at the start', ['TRIGGER:PT0S'], [0]],
    ['related to the end', ['TRIGGER;RELATED=END:-PT30M'], [1]],
    ['a day before', ['TRIGGER:-P1D'], [-24]],
    ['at an instant', ['TRIGGER;VALUE=DATE-TIME:20260302T161500Z'], [4]],
    ['again', ['TRIGGER:-PT3H', 'REPEAT:2', 'DURATION:PT2H'], [-3, -1, 1]],
    [
      'again, from an instant',
      ['TRIGGER;VALUE=DATE-TIME:20260302T161500Z', 'REPEAT:1', 'DURATION:PT1H'],
      [4, 5],
    ],
    ['never', ['ACTION:DISPLAY'], []],
  ])('that goes off %s', (_when, alarm, expected) => {
    expect(hoursOf(alarm)).toEqual(expected);
  });

  it('of a series goes off with each instance', () => {
    const series = [at('DTSTART', -24), 'DURATION:PT2H', 'RRULE:FREQ=DAILY'];
    expect(hoursOf(['TRIGGER;RELATED=END:-PT1H'], series)).toEqual([-23, 1, 25]);
  });

  it('a day before is on the clock of the event', () => {
    const event = ['DTSTART;TZID=Europe/Berlin:20260329T120000', 'DURATION:PT1H'];
    const when = Date.UTC(2026, 2, 28, 11);
    expect(alarmIn({ startMs: when, endMs: when + 1 }, ['TRIGGER:-P1D'], event)).toBe(true);
  });

  it('is bounded, however often it goes off', () => {
    const event = [at('DTSTART', -24), 'DURATION:PT1S', 'RRULE:FREQ=SECONDLY'];
    const range = { startMs: NOON, endMs: NOON + HOUR_MS };
    expect(alarmIn(range, ['TRIGGER:-PT1S', 'REPEAT:999999999', 'DURATION:P9999D'], event)).toBe(true);
  });
});

it('no object is lost by its span, wherever the calendar is', () => {
  const hour = fc.integer({ min: -60, max: 60 });
  const property = (name: string) => hour.map((hours) => at(name, hours));
  const local = hour.map((hours) => `DTSTART:${digits(NOON + hours * HOUR_MS)}`);
  const day = hour.map((hours) => `DTSTART;VALUE=DATE:${digits(NOON + hours * HOUR_MS).slice(0, 8)}`);
  const inside = fc.record({
    component: fc.constantFrom('VEVENT', 'VTODO', 'VJOURNAL'),
    start: fc.oneof(property('DTSTART'), local, day),
    length: fc.constantFrom('DURATION:PT0S', 'DURATION:PT5H', 'DURATION:P3D', 'X-A:b'),
    rule: fc.constantFrom(
      'RRULE:FREQ=DAILY;COUNT=9',
      'RRULE:FREQ=WEEKLY;UNTIL=20260330',
      'RRULE:FREQ=MONTHLY',
      'X-A:b',
    ),
    stamps: fc.tuple(property('COMPLETED'), property('CREATED')),
    hasStart: fc.boolean(),
  });
  const zone = fc.constantFrom('UTC', 'Pacific/Kiritimati', 'Etc/GMT+12', 'Europe/Berlin');
  fc.assert(
    fc.property(
      inside,
      zone,
      zone,
      hour,
      fc.integer({ min: 1, max: 12 }),
      (said, one, other, from, length) => {
        const { component, start, rule, stamps, hasStart } = said;
        const body = component === 'VEVENT' || hasStart ? [start, said.length, rule] : stamps;
        const object = made(component, ...body);
        const range = { startMs: NOON + from * HOUR_MS, endMs: NOON + (from + length) * HOUR_MS };
        const span = spanOf(object, openZone(one)!);
        if (!isFound(object, range, openZone(other)!)) return;
        expect(span!.startMs).toBeLessThanOrEqual(range.endMs);
        expect(span!.endMs).toBeGreaterThanOrEqual(range.startMs);
      },
    ),
    { numRuns: rounds(2_000) },
  );
});
