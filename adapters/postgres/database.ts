import knex, { type Knex } from 'knex';
import pg, { type PoolClient } from 'pg';
import { prepareStatements } from './prepared-statements.ts';

// int8 (audit and outbox ids) fits a JavaScript number for longer than any of these tables will live.
pg.types.setTypeParser(pg.types.builtins.INT8, Number);

/** A host that swallows what is sent to it must not hold a caller for ever. */
export const CONNECT_WITHIN_MS = 10_000;

export interface DatabaseOptions {
  poolSize?: number;
  /** `parley_retention` may remove what `parley_app` may only add to. */
  role?: 'parley_app' | 'parley_retention';
}

/** What knex would print of a connection that it does not get: whoever asked gets the error, and says so in a sentence. */
export const QUIET = { warn: () => undefined, error: () => undefined };

/**
 * Connects as the application: every connection takes the role `parley_app`,
 * which may add to the audit log but never change it.
 *
 * @param url PostgreSQL URL of a user that is a member of the role
 */
export function connectDatabase(
  url: string,
  { poolSize = 10, role = 'parley_app' }: DatabaseOptions = {},
): Knex {
  return knex({
    client: 'pg',
    log: QUIET,
    connection: { connectionString: url, connectionTimeoutMillis: CONNECT_WITHIN_MS },
    pool: {
      min: 0,
      max: poolSize,
      afterCreate: (connection: PoolClient, done: (error: Error | null, connection: PoolClient) => void) => {
        prepareStatements(connection);
        connection.query(`SET ROLE ${role}; SET TIME ZONE 'UTC'`, (error) => done(error, connection));
      },
    },
  });
}
