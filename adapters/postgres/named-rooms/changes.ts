import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import type { Logger } from 'pino';

/** The channel that the database tells changes of named rooms on; the payload is the room's id. */
const CHANNEL = 'named_rooms';

/** Hears of changes of rooms. `null`: some may have been missed, so everything has to be looked at. */
type Listener = (roomId: string | null) => void;

export interface RoomChanges {
  /** @returns ends it */
  subscribe(listener: Listener): () => void;
  stop(): Promise<void>;
}

interface Options {
  log: Logger;
  /** Between attempts to connect, in ms. */
  retryMs?: number;
  /** How often the connection is tried, in ms: one that broke silently tells nothing by itself. */
  checkMs?: number;
}

const PATIENCE_MS = 10_000;
const PARTING_MS = 1_000;

/** Listens on one connection, for the whole process; after one that broke it connects again. */
export function listenForRoomChanges(url: string, options: Options): RoomChanges {
  const { log, retryMs = 1_000, checkMs = 30_000 } = options;
  const listeners = new Set<Listener>();
  const stopping = new AbortController();
  const tell: Listener = (roomId) => {
    for (const listener of listeners) listener(roomId);
  };

  async function listen(): Promise<void> {
    const client = new pg.Client({
      connectionString: url,
      keepAlive: true,
      connectionTimeoutMillis: PATIENCE_MS,
      query_timeout: PATIENCE_MS,
    });
    const broken = new Promise<never>((_resolve, reject) => {
      client.on('error', reject);
      client.on('end', () => reject(new Error('the connection ended')));
    });
    broken.catch(() => undefined);
    try {
      await client.connect();
      client.on('notification', ({ payload }) => tell(payload ?? null));
      await client.query(`LISTEN ${CHANNEL}`);
      tell(null);
      for (;;) {
        await Promise.race([broken, wait(checkMs, undefined, { signal: stopping.signal })]);
        await Promise.race([broken, client.query('SELECT 1')]);
      }
    } finally {
      // A server that is gone does not say good-bye.
      const ended = client.end().catch(() => undefined);
      await Promise.race([ended, wait(PARTING_MS, undefined, { ref: false })]);
    }
  }

  async function run(): Promise<void> {
    while (!stopping.signal.aborted) {
      try {
        await listen();
      } catch (error) {
        if (stopping.signal.aborted) return;
        log.warn({ err: error }, 'room changes are not heard; connecting again');
        await wait(retryMs, undefined, { signal: stopping.signal }).catch(() => undefined);
      }
    }
  }

  const running = run();
  return {
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    async stop() {
      stopping.abort();
      await running;
    },
  };
}
