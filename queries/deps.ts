import type { Knex } from 'knex';
import type { Clock } from '../activities/clock.ts';
import type { TakenReader } from '../adapters/postgres/booking/remembered-taken.ts';

/** What queries work with. Each names what of it it needs. */
export interface QueryDeps {
  knex: Knex;
  clock: Clock;
  /** What takes the time of principals, remembered while nothing of it changes. */
  readTaken: TakenReader;
}
