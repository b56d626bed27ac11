import { DAY_MS } from '../domain/time/calendar-days.ts';
import { busyHours } from './dav/busy-time.ts';
import { startClients } from './dav/clients.ts';
import { fill } from './dav/fill.ts';
import { davObjects } from './dav/objects.ts';
import { startParley } from './dav/parley.ts';
import { freeBusyQuery } from './dav/requests.ts';
import { asker, compare, type Asker, type Question } from './dav/rounds.ts';
import { startPeers, type Target } from './dav/targets.ts';
import type { BenchResult } from './run.ts';
import { rounded } from './statistics.ts';

const CLIENTS = 4;
const PAIRS = 5;
const ROUND_MS = 3_000;
/** Of which one in ten is added as a series. */
const EVENTS = { SMALL: 100, FULL: 10_000 };
type Calendar = keyof typeof EVENTS;
const SPANS = { month: 30, year: 365 };
type Span = keyof typeof SPANS;

/**
 * Free-busy-queries over HTTP against Cyrus and Radicale, each with the same calendar of 10,000 events and 1,000 series over
 * three years, loaded by PUT; four clients on kept connections (one for Radicale, which takes seconds for an answer), in a process of
 * their own; no window is asked for twice. `ours`
 * and `peer` (Cyrus) are those over a month; `ratio` is the smaller one of month and year. `growth` is from 100 events and 10
 * series on, of a month. All of them have to find the same hours busy.
 */
export async function run(): Promise<BenchResult> {
  const todayMs = Math.floor(Date.now() / DAY_MS) * DAY_MS;
  const peers = await startPeers();
  const parley = await startParley();
  const clients = startClients();
  const targets = { ours: parley, peer: peers.cyrus, radicale: peers.radicale };
  try {
    for (const [prefix, events] of Object.entries(EVENTS)) {
      const objects = davObjects({ prefix, events, series: events / 10, aroundMs: todayMs });
      for (const target of Object.values(targets)) await fill(target, prefix, objects);
    }
    return await measure(asker(clients), targets, todayMs);
  } finally {
    clients.stop();
    await parley.stop();
    await peers.stop();
  }
}

type Targets = Record<'ours' | 'peer' | 'radicale', Target>;

async function measure(ask: Asker, targets: Targets, todayMs: number): Promise<BenchResult> {
  const question = (calendar: Calendar, span: Span, clients = CLIENTS): Question => ({
    request: (target) =>
      freeBusyQuery({ fromMs: todayMs, toMs: todayMs + SPANS[span] * DAY_MS })(
        target.calendar(calendar),
        target.authorization,
      ),
    clients,
    durationMs: ROUND_MS,
  });
  const both = (calendar: Calendar, span: Span, clients?: number) =>
    compare(ask, targets, question(calendar, span, clients), PAIRS);
  const month = await both('FULL', 'month');
  const year = await both('FULL', 'year');
  const small = await both('SMALL', 'month');
  const alone = await both('FULL', 'month', 1);
  const radicale = {
    month: await ask(targets.radicale, question('FULL', 'month', 1)),
    year: await ask(targets.radicale, question('FULL', 'year', 1)),
    small: await ask(targets.radicale, question('SMALL', 'month', 1)),
  };
  return {
    bench: 'freebusy',
    ours: month.ours,
    peer: month.peer,
    unit: 'requests/s',
    ratio: Math.min(month.ratio, year.ratio),
    month: { ...month, radicale: rounded(radicale.month.perSecond) },
    year: { ...year, radicale: rounded(radicale.year.perSecond) },
    monthOneClient: alone,
    growth: {
      ours: grown(small.ours, month.ours),
      peer: grown(small.peer, month.peer),
      radicale: grown(rounded(radicale.small.perSecond), rounded(radicale.month.perSecond)),
    },
    busyHours: {
      month: await agreedHours(ask, targets, question('FULL', 'month', 1)),
      year: await agreedHours(ask, targets, question('FULL', 'year', 1)),
    },
  };
}

/** @throws Error when they do not find the same hours busy */
async function agreedHours(ask: Asker, targets: Targets, question: Question): Promise<number> {
  const hours: Record<string, number> = {};
  for (const target of Object.values(targets)) {
    const { answer } = await ask(target, { ...question, durationMs: 1, first: 0 });
    hours[target.name] = busyHours(answer);
  }
  const [first, ...others] = Object.values(hours);
  if (others.some((other) => other !== first)) throw new Error(`hours differ: ${JSON.stringify(hours)}`);
  return first!;
}

const grown = (small: number, full: number) => ({
  events100: small,
  events10000: full,
  slowerBy: rounded(small / full),
});
