import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { slotsOf, type Bookable } from '../../../domain/availability/bookable.ts';
import { explain } from '../../../domain/availability/explain.ts';
import type { DayBlock, Schedule } from '../../../domain/availability/schedule.ts';
import { openZone } from '../../../domain/time/zone.ts';
import { blocksAround, slowSlots } from './reference.ts';

const MINUTE = 60_000;
const DAY = 86_400_000;

/** A day near which the clocks change there. */
const PLACES = [
  ['America/New_York', '2026-03-08'],
  ['America/New_York', '2026-11-01'],
  ['Europe/Berlin', '2026-03-29'],
  ['Europe/Berlin', '2026-10-25'],
  ['Australia/Lord_Howe', '2026-04-05'],
  ['Australia/Lord_Howe', '2026-10-04'],
  ['Pacific/Apia', '2011-12-30'],
  ['Africa/Casablanca', '2026-02-15'],
  ['Africa/Casablanca', '2026-03-22'],
  ['America/Sao_Paulo', '2018-11-04'],
  ['America/Sao_Paulo', '2019-02-17'],
] as const;

const quarter = (most: number) => fc.integer({ min: 0, max: most / 15 }).map((count) => count * 15);
/** One or two blocks that do not overlap; the last may pass midnight, into those of the next day, too. */
const blocks: fc.Arbitrary<DayBlock[]> = fc
  .uniqueArray(quarter(1440 + 8 * 60), { minLength: 2, maxLength: 4 })
  .filter((minutes) => minutes.toSorted((a, b) => a - b).at(-2)! < 1440)
  .map((minutes) => {
    const [one, two, three, four] = minutes.sort((a, b) => a - b);
    const first = { fromMinute: one!, untilMinute: two! };
    return four === undefined ? [first] : [first, { fromMinute: three!, untilMinute: four }];
  });

const scheduleOf = (timeZone: string, middle: number): fc.Arbitrary<Schedule> => {
  const near = fc.integer({ min: -2, max: 2 }).map((days) => middle + days);
  const span = fc.tuple(near, near).map(([a, b]) => ({ firstDay: Math.min(a, b), lastDay: Math.max(a, b) }));
  const overrides = fc.uniqueArray(fc.record({ day: near, blocks: fc.oneof(blocks, fc.constant([])) }), {
    maxLength: 2,
    selector: ({ day }) => day,
  });
  return fc.record({
    zone: fc.constant(openZone(timeZone)!),
    weekly: fc.array(fc.oneof({ weight: 5, arbitrary: blocks }, fc.constant([])), {
      minLength: 7,
      maxLength: 7,
    }),
    typeOverrides: overrides,
    memberOverrides: overrides,
    temporary: fc.array(
      fc.tuple(span, blocks).map(([days, extra]) => ({ ...days, weekdays: null, blocks: extra })),
      { maxLength: 2 },
    ),
    away: fc.array(span, { maxLength: 1 }),
    travel: fc.constant([]),
  });
};

const buffers = fc.record({
  beforeMs: fc.constantFrom(0, 5 * MINUTE, 30 * MINUTE),
  afterMs: fc.constantFrom(0, 10 * MINUTE, 60 * MINUTE),
});

const bookableNear = (timeZone: string, middle: number): fc.Arbitrary<Bookable> => {
  const startMs = (middle - 1) * DAY;
  const instant = fc
    .integer({ min: 0, max: (3 * DAY) / MINUTE })
    .map((minutes) => startMs + minutes * MINUTE);
  const range = fc
    .tuple(instant, fc.constantFrom(0, 15, 50, 600))
    .map(([at, minutes]) => ({ startMs: at, endMs: at + minutes * MINUTE }));
  return fc.record({
    schedule: scheduleOf(timeZone, middle),
    taken: fc.array(
      fc.tuple(range, buffers, fc.boolean()).map(([time, own, keepsAway]) => ({
        ...time,
        buffers: own,
        keepsAway,
      })),
      { maxLength: 4 },
    ),
    buffers,
    rules: fc.record({
      lengthMs: fc.constantFrom(15, 30, 50, 90, 480).map((minutes) => minutes * MINUTE),
      stepMs: fc.constantFrom(5, 15, 25, 60).map((minutes) => minutes * MINUTE),
    }),
    window: fc.oneof(
      fc.constant({ startMs: -Infinity, endMs: Infinity }),
      fc.tuple(instant, instant).map(([from, until]) => ({ startMs: from, endMs: until })),
    ),
    closed: fc.oneof(
      { weight: 3, arbitrary: fc.constant([]) },
      fc.constant([{ startMs: startMs + DAY, endMs: startMs + 1.5 * DAY }]),
    ),
  });
};

it('what takes no time is no reason', () => {
  const [from, at] = [Date.parse('2026-06-15T00:00Z'), Date.parse('2026-06-15T09:00Z')];
  const empty = { startMs: at + MINUTE, endMs: at + MINUTE, keepsAway: true };
  const bookable: Bookable = {
    schedule: {
      zone: openZone('UTC')!,
      weekly: Array<DayBlock[]>(7).fill([{ fromMinute: 0, untilMinute: 1440 }]),
      ...{ typeOverrides: [], memberOverrides: [], temporary: [], away: [], travel: [] },
    },
    taken: [{ ...empty, buffers: { beforeMs: MINUTE, afterMs: MINUTE } }],
    buffers: { beforeMs: MINUTE, afterMs: MINUTE },
    rules: { lengthMs: 30 * MINUTE, stepMs: 30 * MINUTE },
    window: { startMs: from, endMs: from + DAY },
    closed: [],
  };
  expect(slotsOf(bookable, { startMs: at, endMs: at + 1 })).toEqual([at]);
  expect(explain(bookable, at)).toBeNull();
});

it('of blocks that overlap day by day for weeks has the same slots wherever one begins to look', () => {
  const from = Date.parse('2026-06-01T00:00Z');
  const everyDay = (fromMinute: number, untilMinute: number): DayBlock[][] =>
    Array<DayBlock[]>(7).fill([{ fromMinute, untilMinute }]);
  const span = { firstDay: from / DAY - 30, lastDay: from / DAY + 60, weekdays: null };
  const bookable: Bookable = {
    schedule: {
      zone: openZone('UTC')!,
      weekly: everyDay(7 * 60, 25 * 60),
      temporary: [{ ...span, blocks: [{ fromMinute: 30, untilMinute: 450 }] }],
      ...{ typeOverrides: [], memberOverrides: [], away: [], travel: [] },
    },
    ...{ taken: [], buffers: { beforeMs: 0, afterMs: 0 }, closed: [] },
    rules: { lengthMs: 50 * MINUTE, stepMs: 50 * MINUTE },
    window: { startMs: -Infinity, endMs: Infinity },
  };
  const slots = slotsOf(bookable, { startMs: from, endMs: from + 21 * DAY });
  for (let day = 0; day < 21; day++) {
    const range = { startMs: from + day * DAY, endMs: from + (day + 1) * DAY };
    const ofDay = slots.filter((at) => at >= range.startMs && at < range.endMs);
    expect(slotsOf(bookable, range)).toEqual(ofDay);
    for (const at of ofDay) expect(explain(bookable, at)).toBeNull();
  }
});

describe.each(PLACES)('in %s around %s', (timeZone, date) => {
  const middle = Date.parse(date) / DAY;
  const range = { startMs: (middle - 1) * DAY, endMs: (middle + 2) * DAY };
  const near = bookableNear(timeZone, middle);

  it('every slot keeps the rules, and none that does is missing', () => {
    fc.assert(
      fc.property(near, (bookable) => {
        expect(slotsOf(bookable, range)).toEqual(slowSlots(bookable, timeZone, range));
      }),
      { numRuns: 40 },
    );
  });

  it('two windows beside each other have the slots of both together', () => {
    fc.assert(
      fc.property(near, fc.integer({ min: 0, max: 3 * 1440 }), (bookable, minutes) => {
        const cut = range.startMs + minutes * MINUTE;
        const parts = [
          ...slotsOf(bookable, { ...range, endMs: cut }),
          ...slotsOf(bookable, { ...range, startMs: cut }),
        ];
        expect(parts).toEqual(slotsOf(bookable, range));
      }),
      { numRuns: 100 },
    );
  });

  it('more hours take no slot away', () => {
    fc.assert(
      fc.property(near, blocks, (bookable, more) => {
        const days = { firstDay: middle - 3, lastDay: middle + 3, weekdays: null };
        const { temporary } = bookable.schedule;
        const extended = {
          ...bookable,
          schedule: { ...bookable.schedule, temporary: [...temporary, { ...days, blocks: more }] },
        };
        expect(slotsOf(extended, range)).toEqual(expect.arrayContaining(slotsOf(bookable, range)));
      }),
      { numRuns: 100 },
    );
  });

  it('a reason is given for each minute at which no slot begins, and for no other', () => {
    fc.assert(
      fc.property(near, fc.integer({ min: 0, max: 3 * 1440 - 1 }), (bookable, minutes) => {
        const at = range.startMs + minutes * MINUTE;
        const isOffered = slotsOf(bookable, { startMs: at, endMs: at + 1 }).length === 1;
        expect(explain(bookable, at) === null).toBe(isOffered);
      }),
      { numRuns: 500 },
    );
  });

  it('what is in the hours is what the reference says', () => {
    fc.assert(
      fc.property(near, (bookable) => {
        const whole = { ...bookable, taken: [], closed: [], window: { startMs: -Infinity, endMs: Infinity } };
        const starts = slotsOf({ ...whole, rules: { lengthMs: MINUTE, stepMs: MINUTE } }, range);
        const inBlocks = blocksAround(bookable.schedule, timeZone, range).flatMap(({ startMs, endMs }) =>
          Array.from({ length: (endMs - startMs) / MINUTE }, (_, minute) => startMs + minute * MINUTE),
        );
        const inRange = new Set(inBlocks.filter((at) => at >= range.startMs && at < range.endMs));
        expect(starts).toEqual([...inRange].sort((one, other) => one - other));
      }),
      { numRuns: 20 },
    );
  });
});
