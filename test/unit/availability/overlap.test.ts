import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { presentWeekly, readWeekly, weeklyHours, WEEKDAYS } from '../../../api/routes/availability/hours.ts';
import { overlapIn, overlapInDay } from '../../../domain/availability/overlap.ts';
import type { DayBlock } from '../../../domain/availability/schedule.ts';

const block = (from: number, until: number): DayBlock => ({ fromMinute: from * 60, untilMinute: until * 60 });
const week = (days: Record<number, DayBlock[]>): DayBlock[][] =>
  Array.from({ length: 7 }, (_, weekday) => days[weekday] ?? []);

const SLOWEST = 1_440;
const anyBlock = fc
  .tuple(fc.integer({ min: 0, max: SLOWEST - 1 }), fc.integer({ min: 1, max: SLOWEST }))
  .map(([fromMinute, length]): DayBlock => ({ fromMinute, untilMinute: fromMinute + length }));
/** Few blocks of quarters of an hour, so that some weeks overlap and some do not. */
const anyWeek = fc.array(
  fc.array(
    fc
      .tuple(fc.integer({ min: 0, max: 95 }), fc.integer({ min: 1, max: 20 }))
      .map(([from, length]): DayBlock => ({ fromMinute: from * 15, untilMinute: (from + length) * 15 })),
    { maxLength: 3 },
  ),
  { minLength: 7, maxLength: 7 },
);

/** Minute by minute of a week that goes round. */
function overlapsMinuteByMinute(weekly: readonly (readonly DayBlock[])[]): boolean {
  const taken = new Uint8Array(7 * 1_440);
  return weekly.some((blocks, weekday) =>
    blocks.some(({ fromMinute, untilMinute }) =>
      Array.from({ length: untilMinute - fromMinute }, (_, minute) => {
        const at = (weekday * 1_440 + fromMinute + minute) % taken.length;
        return taken[at]!++ > 0;
      }).includes(true),
    ),
  );
}

describe('blocks of a week', () => {
  it.each([
    ['that touch', week({ 1: [block(9, 12), block(12, 17)] }), null],
    ['in any order', week({ 1: [block(13, 17), block(9, 12)] }), null],
    ['one within another', week({ 1: [block(9, 17), block(10, 11)] }), { weekday: 1, index: 1 }],
    ['that come twice', week({ 1: [block(9, 17), block(9, 17)] }), { weekday: 1, index: 1 }],
    ['up to midnight', week({ 1: [block(22, 24)], 2: [block(0, 2)] }), null],
    ['beyond midnight', week({ 1: [block(22, 26)], 2: [block(1, 3)] }), { weekday: 2, index: 0 }],
    ['from Saturday to Sunday', week({ 6: [block(22, 26)], 0: [block(1, 3)] }), { weekday: 0, index: 0 }],
  ])('%s', (_what, weekly, found) => {
    expect(overlapIn(weekly)).toEqual(found);
  });

  it('of one day reach into no other week', () => {
    expect(overlapInDay([block(22, 26), block(1, 3)])).toBe(null);
    expect(overlapInDay([block(1, 3), block(2, 4)])).toBe(1);
  });

  it('overlap where two are open in one minute, and nowhere else', () => {
    let overlapping = 0;
    let rounds = 0;
    fc.assert(
      fc.property(anyWeek, (weekly) => {
        rounds += 1;
        const expected = overlapsMinuteByMinute(weekly);
        if (expected) overlapping += 1;
        expect(overlapIn(weekly) !== null).toBe(expected);
      }),
    );
    expect(overlapping).toBeGreaterThan(0);
    expect(overlapping).toBeLessThan(rounds);
  });
});

describe('hours in words and in minutes', () => {
  const sorted = (blocks: readonly DayBlock[]) =>
    blocks.toSorted((one, other) => one.fromMinute - other.fromMinute);

  it('are the same both ways', () => {
    const minutes = fc.array(fc.array(anyBlock, { maxLength: 3 }), { minLength: 7, maxLength: 7 });
    fc.assert(
      fc.property(minutes, (weekly) => {
        const words = presentWeekly(weekly.map(sorted));
        expect(readWeekly(words).map(sorted)).toEqual(weekly.map(sorted));
        expect(presentWeekly(readWeekly(words))).toEqual(words);
      }),
    );
  });

  it('that are stored are taken again as they are shown', () => {
    fc.assert(
      fc.property(anyWeek, (weekly) => {
        fc.pre(overlapIn(weekly) === null);
        expect(weeklyHours().safeParse(presentWeekly(weekly.map(sorted))).success).toBe(true);
      }),
    );
  });

  it.each([
    ['09:00', '17:00', 540, 1_020],
    ['22:00', '02:00', 1_320, 1_560],
    ['22:00', '24:00', 1_320, 1_440],
    ['22:00', '00:00', 1_320, 1_440],
    ['00:00', '24:00', 0, 1_440],
    ['09:00', '09:00', 540, 1_980],
  ])('from %s until %s', (from, until, fromMinute, untilMinute) => {
    const [sunday] = readWeekly({ [WEEKDAYS[0]]: [{ from, until }] });
    expect(sunday).toEqual([{ fromMinute, untilMinute }]);
  });
});
