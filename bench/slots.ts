import { getSlots } from 'slot-calculator';
import { NO_BUFFERS, type Taken } from '../domain/availability/blocked.ts';
import { slotsOf, type Bookable } from '../domain/availability/bookable.ts';
import { openZone } from '../domain/time/zone.ts';
import type { BenchResult } from './run.ts';
import { median, rounded } from './statistics.ts';

const MINUTE = 60_000;
const DAY = 86_400_000;
/** A Thursday; Berlin's clocks change twice within a year from here, and the peer counts in UTC as we do beside it. */
const FROM = Date.UTC(2026, 0, 1);
const ROUNDS = 60;
const PEER_ROUNDS = 3;
const WARM_UP = 200;

interface Case {
  name: string;
  days: number;
  busy: number;
  stepMinutes: number;
  /** A product in wide use takes so many milliseconds on a machine like those that this runs on. */
  othersMs: number;
}

const CASES: Case[] = [
  { name: '30d', days: 30, busy: 50, stepMinutes: 30, othersMs: 56 },
  { name: '60d', days: 60, busy: 500, stepMinutes: 15, othersMs: 150 },
  { name: '365d', days: 365, busy: 2_000, stepMinutes: 15, othersMs: 780 },
];

/**
 * Slots of one member from weekly hours (nine to five on weekdays) and busy time, in one process: the whole way from the
 * schedule to the instants, against slot-calculator where both say the same. `ratio` is the smallest of its time to ours.
 */
export async function run(): Promise<BenchResult> {
  await Promise.resolve();
  const cases = CASES.map(measure);
  const weakest = cases.reduce((least, each) => (each.ratio < least.ratio ? each : least));
  return {
    bench: 'slots',
    ours: weakest.oursMs,
    peer: weakest.peerMs,
    unit: 'ms',
    ratio: weakest.ratio,
    oursByDays: Object.fromEntries(cases.map(({ name, oursMs }) => [name, oursMs])),
    inBerlin: Object.fromEntries(CASES.map((each) => [each.name, oursMs(each, 'Europe/Berlin')])),
    growth: growth(),
    cases,
  };
}

function measure(given: Case) {
  const [ours, peer] = [oursIn(given, 'UTC'), peerIn(given)];
  const found = ours();
  const theirs = peer();
  const peerMs = rounded3(median(timesOf(peer, PEER_ROUNDS, 1)));
  const ms = oursMs(given, 'UTC');
  return {
    ...given,
    slots: found.length,
    sameAsPeer: found.length === theirs.length && found.every((at, index) => at === theirs[index]),
    oursMs: ms,
    peerMs,
    ratio: rounded(peerMs / ms),
  };
}

/** How many times the work grows with eight times the days, and with eight times the busy time: eight is linear. */
function growth() {
  const at = (days: number, busy: number) =>
    median(timesOf(oursIn({ days, busy, stepMinutes: 15 }, 'Europe/Berlin'), ROUNDS, WARM_UP));
  return {
    eightfoldDays: rounded(at(360, 400) / at(45, 400)),
    eightfoldBusy: rounded(at(90, 16_000) / at(90, 2_000)),
  };
}

const oursMs = (given: Case, zone: string): number =>
  rounded3(median(timesOf(oursIn(given, zone), ROUNDS, WARM_UP)));

function oursIn({ days, busy, stepMinutes }: Pick<Case, 'days' | 'busy' | 'stepMinutes'>, zone: string) {
  const range = { startMs: FROM, endMs: FROM + days * DAY };
  const workday = [{ fromMinute: 9 * 60, untilMinute: 17 * 60 }];
  const bookable: Bookable = {
    schedule: {
      zone: openZone(zone)!,
      weekly: [[], workday, workday, workday, workday, workday, []],
      ...{ typeOverrides: [], memberOverrides: [], temporary: [], away: [], travel: [] },
    },
    taken: busyBlocks(days, busy, stepMinutes),
    buffers: NO_BUFFERS,
    rules: { lengthMs: stepMinutes * MINUTE, stepMs: stepMinutes * MINUTE },
    window: range,
    closed: [],
  };
  return () => slotsOf(bookable, range);
}

function peerIn({ days, busy, stepMinutes }: Case) {
  const blocks = busyBlocks(days, busy, stepMinutes);
  const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday'] as const;
  const iso = (ms: number) => new Date(ms).toISOString();
  return () =>
    getSlots({
      from: iso(FROM),
      to: iso(FROM + days * DAY),
      duration: stepMinutes,
      availability: weekdays.map((day) => ({ day, from: '09:00', to: '17:00', timezone: 'UTC' })),
      unavailability: blocks.map(({ startMs, endMs }) => ({ from: iso(startMs), to: iso(endMs) })),
      outputTimezone: 'UTC',
    }).availableSlots.map(({ from }) => Date.parse(from));
}

/**
 * Half an hour each, on the steps of the slots, anywhere, by their start, as they are read; the same for the same numbers. Off the steps the peer would
 * go on with slots from where the busy time ends, while ours stay on the steps of their opening.
 */
function busyBlocks(days: number, count: number, stepMinutes: number): Taken[] {
  let state = 20_261_129;
  const below = (limit: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    // The lower bits of such numbers repeat after a few.
    return Math.floor((state / 2 ** 32) * limit);
  };
  return Array.from({ length: count }, () => {
    const startMs = FROM + below((days * 1_440) / stepMinutes) * stepMinutes * MINUTE;
    return { startMs, endMs: startMs + 30 * MINUTE, buffers: NO_BUFFERS, keepsAway: true };
  }).sort((one, other) => one.startMs - other.startMs);
}

function timesOf(work: () => unknown, rounds: number, warmUp: number): number[] {
  for (let round = 0; round < warmUp; round++) work();
  return Array.from({ length: rounds }, () => {
    const before = performance.now();
    work();
    return performance.now() - before;
  });
}

const rounded3 = (value: number): number => Math.round(value * 1_000) / 1_000;
