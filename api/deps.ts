import type { Knex } from 'knex';
import type { Logger } from 'pino';
import type { Clock, Meetings } from '../activities/ports.ts';
import type { Config } from '../config/index.ts';

/** What the API's routes and pages are made of; put together once, in api/server.ts. */
export interface ApiDeps {
  config: Config;
  knex: Knex;
  meetings: Meetings;
  clock: Clock;
  log: Logger;
}
