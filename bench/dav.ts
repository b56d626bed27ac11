import { DAY_MS } from '../domain/time/calendar-days.ts';
import type { DavRequest } from './dav/client.ts';
import { startClients } from './dav/clients.ts';
import { fill } from './dav/fill.ts';
import { davObjects, hourEvent } from './dav/objects.ts';
import { startParley } from './dav/parley.ts';
import { calendarQuery, ctagOf, putObject, syncCollection, syncTokenOf, type Made } from './dav/requests.ts';
import { asker, compare, type Asker, type Compared } from './dav/rounds.ts';
import { startPeers, type Target } from './dav/targets.ts';
import type { BenchResult } from './run.ts';
import { rounded } from './statistics.ts';

const CLIENTS = 4;
const PAIRS = 5;
const ROUND_MS = 2_000;
const [EVENTS, SERIES] = [1_800, 200];

/**
 * What clients ask all day of a calendar of 2,000 objects, a tenth of them series, over HTTP against Cyrus (`peer`) and
 * Radicale (one client instead of four): a new event, a changed one, the events of a week, the instances of a month, whether anything changed, and what.
 * `queryRatio` is the smaller one of both queries, `ratio` the smallest of all else; `ours` and `peer` are those of a new event.
 */
export async function run(): Promise<BenchResult> {
  const todayMs = Math.floor(Date.now() / DAY_MS) * DAY_MS;
  const peers = await startPeers();
  const parley = await startParley();
  const clients = startClients();
  const targets = { ours: parley, peer: peers.cyrus, radicale: peers.radicale };
  try {
    for (const prefix of ['READ', 'WRITTEN']) {
      const objects = davObjects({ prefix, events: EVENTS, series: SERIES, aroundMs: todayMs });
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

type Operation = (target: Target) => DavRequest;

async function measure(ask: Asker, targets: Targets, todayMs: number): Promise<BenchResult> {
  const asked = { clients: CLIENTS, durationMs: ROUND_MS };
  const tokens = new Map<Target, string>();
  for (const target of Object.values(targets)) {
    const { answer } = await ask(target, { ...asked, request: on('READ', syncTokenOf), durationMs: 1 });
    tokens.set(target, tokenIn(answer));
  }
  const days = (count: number) => ({ fromMs: todayMs, toMs: todayMs + count * DAY_MS });
  const operations = {
    create: on('WRITTEN', putObject('new-{n}.ics', hourEvent('new-{n}', todayMs, 'Meeting {n}'))),
    change: on(
      'WRITTEN',
      putObject('WRITTEN-event-{k}.ics', hourEvent('WRITTEN-event-{k}', todayMs, 'Now {n}'), EVENTS),
    ),
    week: on('READ', calendarQuery(days(7), { expands: false })),
    month: on('READ', calendarQuery(days(30), { expands: true })),
    ctag: on('READ', ctagOf),
    sync: (target) => on('READ', syncCollection(tokens.get(target)!))(target),
  } satisfies Record<string, Operation>;
  const compared = async (request: Operation): Promise<Compared & { radicale: number }> => {
    const both = await compare(ask, targets, { ...asked, request }, PAIRS);
    const radicale = await ask(targets.radicale, { ...asked, request, clients: 1 });
    return { ...both, radicale: rounded(radicale.perSecond) };
  };
  const [week, month] = [await compared(operations.week), await compared(operations.month)];
  const [ctag, sync] = [await compared(operations.ctag), await compared(operations.sync)];
  const [create, change] = [await compared(operations.create), await compared(operations.change)];
  return {
    bench: 'dav',
    ours: create.ours,
    peer: create.peer,
    unit: 'requests/s',
    ratio: Math.min(...[create, change, ctag, sync].map(({ ratio }) => ratio)),
    queryRatio: Math.min(week.ratio, month.ratio),
    ...{ create, change, week, month, ctag, sync },
    found: {
      week: await agreed(ask, targets, operations.week),
      month: await agreed(ask, targets, operations.month),
    },
  };
}

const on =
  (segment: string, made: Made): Operation =>
  (target) =>
    made(target.calendar(segment), target.authorization);

/** How many events the same window has, by each of them. */
async function agreed(ask: Asker, targets: Targets, request: Operation): Promise<Record<string, number>> {
  const events: Record<string, number> = {};
  for (const target of Object.values(targets)) {
    const { answer } = await ask(target, { request, clients: 1, durationMs: 1, first: 0 });
    events[target.name] = answer.split('BEGIN:VEVENT').length - 1;
  }
  return events;
}

/** @throws Error when the calendar has none */
function tokenIn(answer: string): string {
  const token = /<(?:\w+:)?sync-token(?:\s[^>]*)?>([^<]+)</.exec(answer)?.[1];
  if (token === undefined) throw new Error(`no sync-token in ${answer}`);
  return token;
}
