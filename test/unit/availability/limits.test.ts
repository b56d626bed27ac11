import { describe, expect, it } from 'vitest';
import { fullWhere } from '../../../domain/availability/capacity.ts';
import { closedBy, limitedRange, type Limit } from '../../../domain/availability/limits.ts';
import { chosenOf, startsOfEnough, type Candidate } from '../../../domain/availability/members.ts';
import { openZone } from '../../../domain/time/zone.ts';

const MINUTE = 60_000;
const clock = openZone('Europe/Berlin')!;
const at = (iso: string) => Date.parse(iso);
const meeting = (iso: string, minutes = 60) => ({ startMs: at(iso), endMs: at(iso) + minutes * MINUTE });
const range = { startMs: at('2026-06-01T00:00Z'), endMs: at('2026-07-01T00:00Z') };
const closed = (limit: Limit, counted: ReturnType<typeof meeting>[], minutes = 60) =>
  closedBy([limit], counted, minutes * MINUTE, { clock, range }).map(({ startMs, endMs }) =>
    [startMs, endMs].map((ms) => new Date(ms).toISOString().slice(0, 16)),
  );

describe('a limit closes the period in which one more would be too much', () => {
  it.each([
    ['day', ['2026-06-15T22:00', '2026-06-16T22:00']],
    ['week', ['2026-06-14T22:00', '2026-06-21T22:00']],
    ['month', ['2026-05-31T22:00', '2026-06-30T22:00']],
  ] as const)('a %s, on the clocks of the place', (per, expected) => {
    const two = [meeting('2026-06-15T22:00Z'), meeting('2026-06-16T21:59Z')];
    expect(closed({ per, of: 'bookings', most: 2 }, two)).toEqual([expected]);
    expect(closed({ per, of: 'bookings', most: 3 }, two)).toEqual([]);
  });

  it('counted in minutes, where a shorter one may still fit', () => {
    const limit = { per: 'day', of: 'minutes', most: 120 } as const;
    const counted = [meeting('2026-06-16T08:00Z', 90)];
    expect(closed(limit, counted, 30)).toEqual([]);
    expect(closed(limit, counted, 45)).toEqual([['2026-06-15T22:00', '2026-06-16T22:00']]);
  });

  it('closes everything where one is already too much', () => {
    expect(closed({ per: 'week', of: 'minutes', most: 30 }, [])).toHaveLength(1);
    expect(closed({ per: 'day', of: 'bookings', most: 0 }, [])).toHaveLength(1);
  });

  it('a day whose clocks change is as long as it is', () => {
    const counted = [meeting('2026-10-25T10:00Z')];
    const [span] = closedBy([{ per: 'day', of: 'bookings', most: 1 }], counted, MINUTE, { clock, range });
    expect(span!.endMs - span!.startMs).toBe(25 * 60 * MINUTE);
  });

  it('what counts for a range is in its whole periods', () => {
    const within = { startMs: at('2026-06-17T10:00Z'), endMs: at('2026-06-17T11:00Z') };
    const limits: Limit[] = [
      { per: 'week', of: 'bookings', most: 1 },
      { per: 'day', of: 'bookings', most: 1 },
    ];
    expect(limitedRange(limits, clock, within)).toEqual({
      startMs: at('2026-06-14T22:00Z'),
      endMs: at('2026-06-21T22:00Z'),
    });
    expect(limitedRange([], clock, within)).toEqual(within);
  });
});

describe('a resource is full', () => {
  const busy = (startMs: number, endMs: number) => ({ startMs, endMs });

  it.each([
    [1, [busy(0, 2), busy(2, 4)], [busy(0, 4)]],
    [2, [busy(0, 4), busy(1, 3), busy(2, 6)], [busy(1, 4)]],
    [2, [busy(0, 2), busy(2, 4)], []],
    [3, [busy(0, 9), busy(1, 8), busy(2, 3), busy(5, 6)], [busy(2, 3), busy(5, 6)]],
    [1, [busy(3, 3)], []],
  ])('with room for %i', (capacity, taken, expected) => {
    expect(fullWhere(taken, capacity)).toEqual(expected);
  });
});

describe('several members', () => {
  const starts = [
    [1, 2, 3],
    [2, 3, 4],
    [3, 5],
  ];

  it('one of them, all of them, so many of them', () => {
    expect(startsOfEnough(starts, { kind: 'one' })).toEqual([1, 2, 3, 4, 5]);
    expect(startsOfEnough(starts, { kind: 'all' })).toEqual([3]);
    expect(startsOfEnough(starts, { kind: 'some', count: 2 })).toEqual([2, 3]);
    expect(startsOfEnough(starts, { kind: 'some', count: 4 })).toEqual([]);
    expect(startsOfEnough([], { kind: 'one' })).toEqual([]);
    expect(startsOfEnough([], { kind: 'all' })).toEqual([]);
  });

  const candidate = (id: string, about: Partial<Candidate> = {}): Candidate => ({
    ...{ id, priority: 0, weight: 1, bookings: 0, lastBookedMs: null },
    ...about,
  });
  const chosen = (...free: Candidate[]) => chosenOf(free, null)?.id;

  it('of those who are free the first by priority, by share, by who waited the longest, by id', () => {
    expect(chosen(candidate('a'), candidate('b', { priority: 1, bookings: 9 }))).toBe('b');
    expect(chosen(candidate('a', { bookings: 1 }), candidate('b', { bookings: 1, weight: 2 }))).toBe('b');
    expect(
      chosen(
        candidate('a', { bookings: 2, lastBookedMs: 5 }),
        candidate('b', { bookings: 2, lastBookedMs: 3 }),
      ),
    ).toBe('b');
    expect(chosen(candidate('b'), candidate('a'))).toBe('a');
    expect(chosen()).toBeUndefined();
  });

  it('who has it keeps it when a guest moves it, if they are free then', () => {
    const [a, b] = [candidate('a'), candidate('b', { bookings: 7 })];
    expect(chosenOf([a, b], 'b')).toBe(b);
    expect(chosenOf([a], 'b')).toBe(a);
  });

  it('over many bookings each has their share', () => {
    const all = [candidate('a', { weight: 2 }), candidate('b'), candidate('c')];
    for (let at = 0; at < 400; at++) {
      const one = chosenOf(all, null)!;
      one.bookings += 1;
      one.lastBookedMs = at;
    }
    expect(all.map(({ bookings }) => bookings)).toEqual([200, 100, 100]);
  });
});
