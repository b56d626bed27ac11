import { describe, expect, it } from 'vitest';
import { openings } from '../../../domain/availability/openings.ts';
import { daysOf, type DayBlock, type Schedule } from '../../../domain/availability/schedule.ts';
import { openZone } from '../../../domain/time/zone.ts';

const DAY = 86_400_000;
const day = (date: string) => Date.parse(date) / DAY;
const block = (from: number, until: number): DayBlock => ({ fromMinute: from * 60, untilMinute: until * 60 });
/** A Tuesday. */
const ON = day('2026-06-16');

const WEEKLY = [block(9, 17)];
const RULES = {
  'type-override': { typeOverrides: [{ day: ON, blocks: [block(1, 2)] }] },
  'member-override': { memberOverrides: [{ day: ON, blocks: [block(3, 4)] }] },
  temporary: { temporary: [{ firstDay: ON, lastDay: ON, weekdays: null, blocks: [block(20, 21)] }] },
  away: { away: [{ firstDay: ON - 1, lastDay: ON + 1 }] },
  weekly: {},
} satisfies Record<string, Partial<Schedule>>;
type RuleName = keyof typeof RULES;
const ORDER = Object.keys(RULES) as RuleName[];

const scheduleOf = (...parts: Partial<Schedule>[]): Schedule => ({
  zone: openZone('Europe/Berlin')!,
  weekly: Array<DayBlock[]>(7).fill(WEEKLY),
  ...{ typeOverrides: [], memberOverrides: [], temporary: [], away: [], travel: [] },
  ...Object.assign({}, ...parts),
});

describe('of two rules that say something of one day the more specific counts', () => {
  const pairs = ORDER.flatMap((one, index) => ORDER.slice(index + 1).map((other) => [one, other] as const));
  it.each(pairs)('%s before %s', (one, other) => {
    expect(daysOf(scheduleOf(RULES[one], RULES[other]))(ON).rule).toBe(one);
  });

  it('temporary hours are added to what the week has, and are all there is on a day of vacation', () => {
    expect(daysOf(scheduleOf(RULES.temporary))(ON).blocks).toEqual([block(9, 17), block(20, 21)]);
    expect(daysOf(scheduleOf(RULES.temporary, RULES.away))(ON).blocks).toEqual([block(20, 21)]);
  });

  it('an override without blocks closes the day, whatever there is besides', () => {
    const closed = { memberOverrides: [{ day: ON, blocks: [] }] };
    expect(daysOf(scheduleOf(closed, RULES.temporary))(ON)).toEqual({ rule: 'member-override', blocks: [] });
  });

  it('the days around are as they were', () => {
    for (const rule of ['type-override', 'member-override', 'temporary'] as const)
      expect(daysOf(scheduleOf(RULES[rule]))(ON + 1)).toEqual({ rule: 'weekly', blocks: WEEKLY });
    expect(daysOf(scheduleOf(RULES.away))(ON + 2).rule).toBe('weekly');
  });
});

it('temporary hours of some days of the week are on those: Saturdays 9 to 12 for four weeks', () => {
  const saturdays = {
    firstDay: ON,
    lastDay: ON + 27,
    weekdays: [6],
    blocks: [block(9, 12)],
  };
  const schedule = scheduleOf({ weekly: Array<DayBlock[]>(7).fill([]), temporary: [saturdays] });
  const found = openings(schedule, { startMs: (ON - 30) * DAY, endMs: (ON + 60) * DAY });
  expect(found.map(({ startMs }) => new Date(startMs).toISOString())).toEqual([
    '2026-06-20T07:00:00.000Z',
    '2026-06-27T07:00:00.000Z',
    '2026-07-04T07:00:00.000Z',
    '2026-07-11T07:00:00.000Z',
  ]);
});

it('on the days of a journey hours are read on the clocks there', () => {
  const travel = [{ firstDay: ON, lastDay: ON, zone: openZone('America/New_York')! }];
  const found = openings(scheduleOf({ travel }), { startMs: (ON - 1) * DAY, endMs: (ON + 2) * DAY });
  expect(found.map(({ startMs }) => new Date(startMs).toISOString())).toEqual([
    '2026-06-15T07:00:00.000Z',
    '2026-06-16T13:00:00.000Z',
    '2026-06-17T07:00:00.000Z',
  ]);
});

it('a block that passes midnight belongs to the day on which it begins', () => {
  const night = [{ day: ON, blocks: [{ fromMinute: 22 * 60, untilMinute: 26 * 60 }] }];
  const off = [{ day: ON + 1, blocks: [] }];
  const schedule = scheduleOf({
    weekly: Array<DayBlock[]>(7).fill([]),
    memberOverrides: [...night, ...off],
  });
  expect(openings(schedule, { startMs: (ON - 1) * DAY, endMs: (ON + 3) * DAY })).toEqual([
    { startMs: Date.parse('2026-06-16T20:00Z'), endMs: Date.parse('2026-06-17T00:00Z') },
  ]);
});

/** From when the clocks first show the beginning until they first show the end. */
const CHANGES: [
  zone: string,
  date: string,
  from: number,
  until: number,
  expected: [string, string] | null,
][] = [
  // 13:00 to 18:00 is that on the day itself.
  ['America/New_York', '2026-03-08', 13, 18, ['2026-03-08T17:00Z', '2026-03-08T22:00Z']],
  ['America/New_York', '2026-11-01', 13, 18, ['2026-11-01T18:00Z', '2026-11-01T23:00Z']],
  // Within the gap there is nothing, and over it an hour less.
  ['Europe/Berlin', '2026-03-29', 2, 3, null],
  ['Europe/Berlin', '2026-03-29', 2.5, 4, ['2026-03-29T01:00Z', '2026-03-29T02:00Z']],
  ['Europe/Berlin', '2026-03-29', 0, 6, ['2026-03-28T23:00Z', '2026-03-29T04:00Z']],
  // The hour that comes twice: both, when the block reaches beyond it; the first, when it begins and ends in it.
  ['Europe/Berlin', '2026-10-25', 0, 6, ['2026-10-24T22:00Z', '2026-10-25T05:00Z']],
  ['Europe/Berlin', '2026-10-25', 2, 3, ['2026-10-25T00:00Z', '2026-10-25T02:00Z']],
  ['Europe/Berlin', '2026-10-25', 2.25, 2.75, ['2026-10-25T00:15Z', '2026-10-25T00:45Z']],
  // Half an hour.
  ['Australia/Lord_Howe', '2026-10-04', 1, 4, ['2026-10-03T14:30Z', '2026-10-03T17:00Z']],
  // A day that Samoa left out.
  ['Pacific/Apia', '2011-12-30', 9, 17, null],
  ['Pacific/Apia', '2011-12-31', 9, 17, ['2011-12-30T19:00Z', '2011-12-31T03:00Z']],
  // Midnight that never was.
  ['America/Sao_Paulo', '2018-11-04', 0, 2, ['2018-11-04T03:00Z', '2018-11-04T04:00Z']],
  // Ramadan.
  ['Africa/Casablanca', '2026-02-15', 1, 5, ['2026-02-15T00:00Z', '2026-02-15T05:00Z']],
];

describe('where the clocks change', () => {
  it.each(CHANGES)('%s on %s, from %d to %d', (zone, date, from, until, expected) => {
    const schedule = scheduleOf({
      zone: openZone(zone)!,
      weekly: Array<DayBlock[]>(7).fill([]),
      memberOverrides: [{ day: day(date), blocks: [block(from, until)] }],
    });
    const range = { startMs: (day(date) - 3) * DAY, endMs: (day(date) + 3) * DAY };
    expect(openings(schedule, range)).toEqual(
      expected === null ? [] : [{ startMs: Date.parse(expected[0]), endMs: Date.parse(expected[1]) }],
    );
  });
});
