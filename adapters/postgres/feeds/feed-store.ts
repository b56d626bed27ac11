import type { Knex } from 'knex';
import type { FeedStore } from '../../../activities/feed/ports.ts';
import type { RoomMeetingSettings } from '../../../domain/meeting/room-input.ts';
import { followedFeed } from './followed.ts';
import { dueEvents } from './known-events.ts';
import { recordFailure, recordUnchanged } from './status.ts';
import { writeReading } from './write-reading.ts';

/** The feeds of rooms in PostgreSQL. */
export const createFeedStore = (database: Knex, settings: RoomMeetingSettings): FeedStore => ({
  followed: (calendarId) => followedFeed(database, calendarId),
  due: (calendarId, nowMs) => dueEvents(database, calendarId, nowMs),
  recordUnchanged: (feed, facts) => recordUnchanged(database, feed, facts),
  recordFailure: (feed, facts, problem) => recordFailure(database, feed, facts, problem),
  write: (reading, compare) => database.transaction((trx) => writeReading(trx, settings, reading, compare)),
});
