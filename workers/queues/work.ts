import type { Client } from '@temporalio/client';
import type { Knex } from 'knex';
import type { Logger } from 'pino';
import type { Registry } from 'prom-client';
import type { Deliveries, FeedArranger } from '../../activities/inbound/ports.ts';
import type { Meetings } from '../../activities/meeting/meetings.ts';
import type { createMeetingStore } from '../../adapters/postgres/meeting-store.ts';
import type { Reading } from '../../adapters/reading/reading.ts';
import type { Config } from '../../config/index.ts';
import type { LoopTask } from '../loops.ts';

/** What the queues of one worker share. */
export interface WorkerParts {
  config: Config;
  log: Logger;
  database: Knex;
  client: Client;
  engine: { meetings: Meetings; deliveries: Deliveries };
  feeds: FeedArranger;
  reading: Reading;
  /** Made when first asked for: a worker that writes no mail needs nothing to write it with. */
  store(): ReturnType<typeof createMeetingStore>;
  /** Of what this worker shows at `/metrics`. */
  registry: Registry;
}

/** What a worker does for one task queue. */
export interface QueueWork {
  activities: object;
  /** What is done again and again beside it. */
  loops: LoopTask[];
  /** To be called when its activities can be carried out. */
  begin?(): Promise<void>;
  /** Ends activities that would go on for long; to be called when the worker takes no more work. */
  interrupt?(): void;
  /** To be called when nothing of it is under way any more. */
  stop(): Promise<void>;
}
