import type { Knex } from 'knex';
import type { Clock } from '../activities/clock.ts';

/** What queries work with. Each names what of it it needs. */
export interface QueryDeps {
  knex: Knex;
  clock: Clock;
}
