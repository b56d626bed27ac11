import type { Knex } from 'knex';
import { pino } from 'pino';
import { roomChanges } from '../../adapters/postgres/rooms/changes.ts';
import { listenToDatabase } from '../../adapters/postgres/notifications.ts';
import { createRoomStreams } from '../../api/pages/rooms/create-streams.ts';
import type { RoomStreams } from '../../api/pages/rooms/streams.ts';

/** The event streams of room pages, as the API has them; stop them before the database goes. */
export function testRoomStreams(url: string, knex: Knex, nowMs: () => number = Date.now): RoomStreams {
  const log = pino({ level: 'silent' });
  const notifications = listenToDatabase(url, { log });
  const changes = { ...roomChanges(notifications), stop: () => notifications.stop() };
  return createRoomStreams({ knex, clock: { nowMs }, log, changes });
}
