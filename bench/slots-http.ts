import { fork } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Knex } from 'knex';
import { knownEventType } from '../adapters/postgres/booking/event-types.ts';
import { connectDatabase } from '../adapters/postgres/database.ts';
import { startHttp } from '../api/server.ts';
import { takeSlot } from '../commands/booking/take-slot.ts';
import { required } from '../config/index.ts';
import { DAY_MS } from '../domain/time/calendar-days.ts';
import { apiDeps } from '../workers/api.ts';
import { assemble } from '../workers/assemble.ts';
import { startEmbeddedDatabase, type EmbeddedDatabase } from './embedded-database.ts';
import type { BenchResult } from './run.ts';
import type { Asked, Found } from './slots-http/clients.ts';
import { insertBusyEventType } from './slots-http/members.ts';
import { startPeer } from './slots-http/peer.ts';
import { median, quantile, rounded } from './statistics.ts';

const CLIENTS = 4;
const PAIRS = 7;
const ROUND_MS = 1_500;
const DAYS = 60;
const BUSY = { members: 20, blocks: 2_000, days: DAYS };
const BOOKED_EVERY_MS = 200;
const COLD_CALLS = 9;

/**
 * The slots of sixty days of an event type with twenty members and 2,000 busy blocks each, over HTTP, against a bare Koa route that
 * gives the same bytes after one query; four clients on kept connections, in a process of their own; pairs of rounds, the first
 * of a pair in turn. `ratioWhileBooked` is the same while a slot is held every 200 ms, which takes the time of one of the members. `queries`
 * are those of a call of which nothing is remembered: by days (one member) and by members (seven days).
 */
export async function run(): Promise<BenchResult> {
  const database = await startEmbeddedDatabase({ LIMIT_CLIENT_PER_MINUTE: '1000000' });
  try {
    return await measure(database);
  } finally {
    await database.stop();
  }
}

async function measure({ config, database, tenant }: EmbeddedDatabase): Promise<BenchResult> {
  const eventTypeId = await insertBusyEventType(database, tenant, BUSY);
  const ours = await startOurs(config, database);
  const path = slotsPath(eventTypeId, DAYS);
  const cold = await coldCalls(config, eventTypeId);
  const { bytes, text } = await ours.get(path);
  const peerKnex = connectDatabase(required(config, 'databaseUrl'), { poolSize: config.databasePoolSize });
  const peer = await startPeer(peerKnex, bytes, eventTypeId);
  const clients = startClients();
  const turn = (url: string): Promise<Found> =>
    clients.load({ url, path, clients: CLIENTS, durationMs: ROUND_MS });
  const pairs = async (count: number): Promise<Pair[]> => {
    const found: Pair[] = [];
    for (let round = 0; round < count; round++) {
      const [first, second] = round % 2 === 0 ? [ours.url, peer.url] : [peer.url, ours.url];
      const [one, other] = [await turn(first), await turn(second)];
      found.push(round % 2 === 0 ? { ours: one, peer: other } : { ours: other, peer: one });
    }
    return found;
  };
  try {
    await pairs(1);
    const quiet = await pairs(PAIRS);
    const booking = bookAgainAndAgain(ours.deps, database, tenant, eventTypeId);
    const booked = await pairs(PAIRS);
    const bookings = await booking.stop();
    return {
      bench: 'slots-http',
      ours: Math.round(median(quiet.map((pair) => pair.ours.perSecond))),
      peer: Math.round(median(quiet.map((pair) => pair.peer.perSecond))),
      unit: 'requests/s',
      ratio: rounded(median(quiet.map(ratioOf))),
      spread: [...quiet.map(ratioOf)].sort((a, b) => a - b).map(rounded),
      p99Ms: { ours: p99Of(quiet, 'ours'), peer: p99Of(quiet, 'peer') },
      ratioWhileBooked: rounded(median(booked.map(ratioOf))),
      whileBooked: {
        ours: Math.round(median(booked.map((pair) => pair.ours.perSecond))),
        peer: Math.round(median(booked.map((pair) => pair.peer.perSecond))),
        p99Ms: { ours: p99Of(booked, 'ours'), peer: p99Of(booked, 'peer') },
        bookings,
      },
      coldMs: cold.medianMs,
      queries: await queriesOf({ config, database, tenant }, eventTypeId),
      slots: (JSON.parse(text) as { slots: unknown[] }).slots.length,
      bytes: bytes.length,
    };
  } finally {
    clients.stop();
    await peer.stop();
    await peerKnex.destroy();
    await ours.stop();
  }
}

type Pair = Record<'ours' | 'peer', Found>;

const ratioOf = ({ ours, peer }: Pair): number => ours.perSecond / peer.perSecond;

const p99Of = (pairs: Pair[], side: keyof Pair): number =>
  rounded(
    quantile(
      pairs.flatMap((pair) => pair[side].timesMs),
      0.99,
    ),
  );

/** Whole days from the next midnight on, so that a call is the same one for the whole run. */
function slotsPath(eventTypeId: string, days: number): string {
  const fromMs = Math.ceil(Date.now() / DAY_MS) * DAY_MS;
  const iso = (ms: number) => new Date(ms).toISOString().slice(0, 19) + 'Z';
  return `/api/event-types/${eventTypeId}/available-slots?from=${iso(fromMs)}&to=${iso(fromMs + days * DAY_MS)}`;
}

async function startOurs(config: EmbeddedDatabase['config'], knex: Knex) {
  const parley = assemble(config, { knex });
  const deps = apiDeps(parley);
  const http = await startHttp(deps, { host: '127.0.0.1', port: 0 });
  const url = `http://127.0.0.1:${http.port}`;
  return {
    url,
    deps,
    async get(path: string) {
      const response = await fetch(`${url}${path}`);
      const bytes = Buffer.from(await response.arrayBuffer());
      const text = bytes.toString();
      if (response.status !== 200) throw new Error(text);
      return { bytes, text };
    },
    async stop() {
      await http.stop(500);
      await parley.close();
    },
  };
}

/** Each by an application that has answered nothing yet. */
async function coldCalls(
  config: EmbeddedDatabase['config'],
  eventTypeId: string,
): Promise<{ medianMs: number }> {
  const times: number[] = [];
  for (let call = 0; call < COLD_CALLS; call++) {
    const knex = connectDatabase(required(config, 'databaseUrl'), { poolSize: 2 });
    const ours = await startOurs(config, knex);
    await knex.raw('SELECT 1');
    const askedAt = performance.now();
    await ours.get(slotsPath(eventTypeId, DAYS));
    times.push(performance.now() - askedAt);
    await ours.stop();
    await knex.destroy();
  }
  return { medianMs: rounded(median(times)) };
}

/** How many queries a call takes of which nothing is remembered. */
async function queriesOf(
  { config, database, tenant }: Pick<EmbeddedDatabase, 'config' | 'database' | 'tenant'>,
  eventTypeId: string,
) {
  const small = await insertBusyEventType(database, tenant, { ...BUSY, members: 1 });
  const count = async (id: string, days: number): Promise<number> => {
    const knex = connectDatabase(required(config, 'databaseUrl'), { poolSize: 2 });
    const ours = await startOurs(config, knex);
    let queries = 0;
    knex.on('query', () => queries++);
    await ours.get(slotsPath(id, days));
    const cold = queries;
    await ours.stop();
    await knex.destroy();
    return cold;
  };
  return {
    members1: { days7: await count(small, 7), days92: await count(small, 92) },
    members20: { days7: await count(eventTypeId, 7), days92: await count(eventTypeId, 92) },
  };
}

/** Holds one slot after another, as a booking does: in the same process, one transaction each. */
function bookAgainAndAgain(
  deps: ReturnType<typeof apiDeps>,
  knex: Knex,
  tenant: EmbeddedDatabase['tenant'],
  eventTypeId: string,
): { stop(): Promise<number> } {
  let [bookings, isStopped] = [0, false];
  const fromMs = Math.ceil(Date.now() / DAY_MS) * DAY_MS + 9 * 3_600_000;
  const work = async (): Promise<void> => {
    for (let nth = 0; !isStopped; nth++) {
      const eventType = await knownEventType(knex, eventTypeId);
      if (!eventType) throw new Error('the event type is gone');
      const startMs = fromMs + (nth % DAYS) * DAY_MS + Math.floor(nth / DAYS) * 1_800_000;
      const wanted = { id: randomUUID(), startMs, lengthMinutes: 30, heldBy: null };
      const expiresMs = Date.now() + 600_000;
      if (await takeSlot(deps, tenant, { eventType, link: null, isOwn: true }, { ...wanted, expiresMs }))
        bookings++;
      await new Promise((resolve) => setTimeout(resolve, BOOKED_EVERY_MS));
    }
  };
  const working = work();
  return {
    async stop() {
      isStopped = true;
      await working;
      return bookings;
    },
  };
}

function startClients(): { load(asked: Asked): Promise<Found>; stop(): void } {
  const child = fork(fileURLToPath(new URL('./slots-http/clients.ts', import.meta.url)), {
    execArgv: ['--import', 'tsx'],
    // Thousands of times at once.
    serialization: 'advanced',
  });
  let isOver = false;
  child.once('exit', (code) => {
    if (!isOver) throw new Error(`the clients ended with ${code}`);
  });
  return {
    async load(asked) {
      child.send(asked);
      const [found] = (await once(child, 'message')) as [Found];
      return found;
    },
    stop() {
      isOver = true;
      child.kill();
    },
  };
}
