import { randomUUID } from 'node:crypto';
import type { FeedSyncPorts, SyncResult } from '../../../activities/feed/ports.ts';
import { syncFeed } from '../../../activities/feed/sync.ts';
import { createFeedReader } from '../../../adapters/feeds/feed-reader.ts';
import { createFeedUrls } from '../../../adapters/feeds/feed-urls.ts';
import { createFeedStore } from '../../../adapters/postgres/feeds/feed-store.ts';
import {
  createCalendarTextReader,
  createFeedTextReader,
} from '../../../adapters/reading/feed-text-reader.ts';
import { createRoom } from '../../../adapters/postgres/rooms/rooms.ts';
import { createWorld, PUBLIC_URL, SECRET_KEY, type World } from '../../support/world.ts';
import { testReading } from '../../support/reading.ts';
import { startChangingFeed, type ChangingFeed } from './changing-feed.ts';

export const HOUR = 3_600_000;
const MINUTE = 60_000;

/** A whole Parley, and a calendar that its rooms follow. */
export interface FeedWorld extends World {
  server: ChangingFeed;
  ports: FeedSyncPorts;
  /** The time that syncs go by; it may be set ahead. */
  clock: { aheadMs: number; nowMs(): number };
  sync(room: FollowingRoom): Promise<SyncResult>;
  /** A new room that follows the calendar. */
  room(options?: { url?: string; timezone?: string; ownerEmail?: string }): Promise<FollowingRoom>;
}

export interface FollowingRoom {
  id: string;
  calendarId: string;
  name: string;
  url: string;
}

export async function createFeedWorld({ reading = testReading() } = {}): Promise<FeedWorld> {
  const world = await createWorld();
  const { database } = world;
  const server = await startChangingFeed();
  const reader = createFeedReader({
    calendarText: createCalendarTextReader(reading),
    allowHttp: true,
    allowedHosts: ['127.0.0.1'],
    hostPerMinute: 10_000,
    ownerPerMinute: 10_000,
  });
  const clock = { aheadMs: 0, nowMs: () => Date.now() + clock.aheadMs };
  const urls = createFeedUrls({ secretKey: SECRET_KEY, previousSecretKeys: [] });
  const ports: FeedSyncPorts = {
    reader,
    texts: createFeedTextReader(reading),
    urls,
    store: createFeedStore(database, {
      room: { readyBeforeMs: MINUTE, graceMs: 15 * MINUTE, forceCloseMs: 30 * MINUTE },
    }),
    clock,
    publicUrl: PUBLIC_URL,
    window: { beforeMs: HOUR, aheadMs: 24 * HOUR },
    relay: (pending) => world.inbound.relay(pending),
  };
  return {
    ...world,
    server,
    ports,
    clock,
    sync: ({ calendarId }) => syncFeed(ports, calendarId),
    async room({ url = server.url, timezone = 'UTC', ownerEmail = 'owner@example.org' } = {}) {
      const id = randomUUID();
      const name = `room-${id.slice(0, 8)}`;
      const room = await createRoom(database, {
        id,
        tenantId: world.tenant.id,
        name,
        ownerEmail,
        timezone,
      });
      const { sealed, keyId } = urls.seal(url);
      await database('feeds').insert({
        calendar_id: room!.calendarId,
        tenant_id: world.tenant.id,
        url_sealed: sealed,
        url_key_id: keyId,
        url_masked: urls.mask(url),
      });
      return { id, calendarId: room!.calendarId, name, url: `${PUBLIC_URL}/room/${name}` };
    },
    async stop() {
      await reader.close();
      await server.stop();
      await world.stop();
    },
  };
}
