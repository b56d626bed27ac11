import type { Logger } from 'pino';
import type { IngestPorts } from '../activities/inbound/ingest.ts';
import type { Deliveries } from '../activities/inbound/ports.ts';
import type { WorkflowCare } from '../activities/meeting/care.ts';
import type { Meetings } from '../activities/meeting/meetings.ts';
import type { Metrics } from '../adapters/metrics/metrics.ts';
import type { Config } from '../config/index.ts';
import type { QueryDeps } from '../queries/deps.ts';
import type { Holidays } from '../activities/holidays/ports.ts';
import type { RoomFeeds } from './rooms/room-feeds.ts';

/** What commands work with; put together once, by whatever their doors are part of. Each names what of it it needs. */
export interface CommandDeps extends QueryDeps {
  config: Config;
  meetings: Meetings;
  deliveries: Deliveries;
  /** How workflows stand, for whoever looks after them. */
  care: WorkflowCare;
  log: Logger;
  metrics: Metrics;
  /** What mail that came in is decided with, and how its meeting hears of it. */
  inbound: IngestPorts;
  /** The calendars of rooms, for their settings. */
  feeds: RoomFeeds;
  /** Reads calendars of holidays. */
  holidays: Holidays;
}
