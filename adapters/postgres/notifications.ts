import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import type { Logger } from 'pino';

/**
 * The channels that the database tells changes on. The payload is an id, never more: whoever may connect can listen.
 *
 * - `rooms`: something about a room changed; its id
 * - `answers`: somebody may have an answer from a meeting; the meeting's id
 */
export const CHANNELS = { rooms: 'rooms', answers: 'meeting_answers' } as const;

export type Channel = keyof typeof CHANNELS;

/** Hears of an id. `null`: some may have been missed, so everything has to be looked at. */
export type NotificationListener = (id: string | null) => void;

export interface Notifications {
  /** @returns ends it */
  subscribe(channel: Channel, listener: NotificationListener): () => void;
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
export function listenToDatabase(url: string, options: Options): Notifications {
  const { log, retryMs = 1_000, checkMs = 30_000 } = options;
  const listeners = new Map<string, Set<NotificationListener>>(
    Object.values(CHANNELS).map((channel) => [channel, new Set()]),
  );
  const stopping = new AbortController();
  const tell = (channel: string, id: string | null): void => {
    for (const listener of listeners.get(channel) ?? []) listener(id);
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
      client.on('notification', ({ channel, payload }) => tell(channel, payload ?? null));
      await client.query([...listeners.keys()].map((channel) => `LISTEN ${channel}`).join('; '));
      for (const channel of listeners.keys()) tell(channel, null);
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
        log.warn({ err: error }, 'the database’s notifications are not heard; connecting again');
        await wait(retryMs, undefined, { signal: stopping.signal }).catch(() => undefined);
      }
    }
  }

  const running = run();
  return {
    subscribe(channel, listener) {
      const all = listeners.get(CHANNELS[channel]);
      all?.add(listener);
      return () => void all?.delete(listener);
    },
    async stop() {
      stopping.abort();
      await running;
    },
  };
}
