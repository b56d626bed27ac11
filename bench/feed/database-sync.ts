import { createHash, randomUUID } from 'node:crypto';
import { syncFeed } from '../../activities/feed/sync.ts';
import type { FeedSyncPorts, SyncResult } from '../../activities/feed/ports.ts';
import type { FeedFetched } from '../../activities/feed/fetching.ts';
import { createFeedUrls } from '../../adapters/feeds/feed-urls.ts';
import { calendarText } from '../../adapters/feeds/calendar-text.ts';
import { createLogger } from '../../adapters/log/logger.ts';
import { createRoom } from '../../adapters/postgres/rooms/rooms.ts';
import { createFeedStore } from '../../adapters/postgres/feeds/feed-store.ts';
import { configuredReading } from '../../adapters/reading/configured.ts';
import { createFeedTextReader } from '../../adapters/reading/feed-text-reader.ts';
import { required } from '../../config/index.ts';
import { startEmbeddedDatabase } from '../embedded-database.ts';
import { PUBLIC_URL, ROOM } from './calendar.ts';
import { WINDOW } from './in-process.ts';

/** Syncs of one room on an embedded PostgreSQL that writes through to the disk. */
export interface SyncStack {
  sync(bytes: Buffer): Promise<SyncResult>;
  /** The server says 304. */
  syncNotModified(): Promise<SyncResult>;
  stop(): Promise<void>;
}

export async function startSyncStack(nowMs: number): Promise<SyncStack> {
  const { config, database, tenant, stop } = await startEmbeddedDatabase();
  const urls = createFeedUrls({ secretKey: required(config, 'secretKey'), previousSecretKeys: [] });
  const room = await createRoom(database, {
    id: randomUUID(),
    tenantId: tenant.id,
    name: ROOM,
    ownerEmail: 'owner@example.org',
  });
  if (!room) throw new Error('the name of the room is taken');
  const { calendarId } = room;
  const { sealed, keyId } = urls.seal('https://calendar.example/basic.ics');
  const url = { url_sealed: sealed, url_key_id: keyId, url_masked: urls.mask('https://calendar.example') };
  await database('feeds').insert({ calendar_id: calendarId, tenant_id: tenant.id, ...url });

  const reading = configuredReading(config, createLogger({ level: config.log.level }));
  let answer: () => FeedFetched;
  const ports: FeedSyncPorts = {
    texts: createFeedTextReader(reading),
    reader: { fetch: () => Promise.resolve(answer()) },
    urls,
    store: createFeedStore(database, config),
    clock: { nowMs: () => nowMs },
    publicUrl: PUBLIC_URL,
    window: WINDOW,
    // What a workflow costs is the lifecycle's benchmark.
    relay: () => Promise.resolve(),
  };
  return {
    sync(bytes) {
      answer = () => fetched(bytes);
      return syncFeed(ports, calendarId);
    },
    syncNotModified() {
      answer = () => ({ kind: 'not-modified', httpStatus: 304 });
      return syncFeed(ports, calendarId);
    },
    async stop() {
      await reading.close();
      await stop();
    },
  };
}

/** As the reader gives it, from the bytes on. */
function fetched(bytes: Buffer): FeedFetched {
  const calendar = calendarText(bytes, 'text/calendar; charset=utf-8');
  if (typeof calendar === 'string') throw new Error(calendar);
  return {
    kind: 'fetched',
    httpStatus: 200,
    validators: { etag: null, lastModified: null },
    hash: createHash('sha256').update(bytes).digest(),
    bytes: bytes.length,
    text: calendar.text,
  };
}
