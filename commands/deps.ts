import type { Knex } from 'knex';
import type { Logger } from 'pino';
import type { Clock } from '../activities/clock.ts';
import type { IngestPorts } from '../activities/inbound/ingest.ts';
import type { Meetings } from '../activities/meeting/meetings.ts';
import type { Config } from '../config/index.ts';
import type { RoomFeeds } from './rooms/room-feeds.ts';

/** What commands work with; each takes the part that it needs. */
export interface CommandDeps {
  config: Config;
  knex: Knex;
  meetings: Meetings;
  clock: Clock;
  log: Logger;
  /** What mail that came in is decided with, and how its meeting hears of it. */
  inbound: IngestPorts;
  /** The calendars of rooms, for their settings. */
  feeds: RoomFeeds;
}
