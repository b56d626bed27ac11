import type { Client } from '@temporalio/client';
import { connectDatabase } from '../adapters/postgres/database.ts';
import { pendingMigrations } from '../adapters/postgres/migrate.ts';
import { connectClient } from '../adapters/temporal/connect.ts';
import type { Config } from '../config/index.ts';
import { CliError } from './errors.ts';

const PATIENCE_MS = 10_000;
/** gRPC's NOT_FOUND. */
const NOT_FOUND = 5;

/**
 * Connects to the configured Temporal namespace.
 *
 * @throws CliError that names the variable which is wrong
 */
export async function reachTemporal(config: Config): Promise<Client> {
  const { address, namespace } = config.temporal;
  const client = await connectClient(config).catch((error: unknown) => {
    throw unreachable(address, error);
  });
  try {
    await client.withDeadline(Date.now() + PATIENCE_MS, () =>
      client.workflowService.describeNamespace({ namespace }),
    );
    return client;
  } catch (error) {
    await client.connection.close();
    if ((error as { code?: unknown }).code === NOT_FOUND) {
      const sentence = `TEMPORAL_NAMESPACE: there is no namespace "${namespace}" at ${address}.`;
      throw new CliError('no_namespace', sentence, { cause: error });
    }
    throw unreachable(address, error);
  }
}

const unreachable = (address: string | undefined, cause: unknown) =>
  new CliError('temporal_unreachable', `TEMPORAL_ADDRESS: no Temporal server answers at ${address}.`, {
    cause,
  });

/** @throws CliError when a long-running part could not work: an old database, no Temporal */
export async function checkServers(config: Config & { databaseUrl: string }): Promise<void> {
  const database = connectDatabase(config.databaseUrl, { poolSize: 1 });
  try {
    if ((await pendingMigrations(database)).length > 0) {
      throw new CliError(
        'not_migrated',
        'The database in DATABASE_URL is older than this version: run "parley migrate" first.',
      );
    }
  } finally {
    await database.destroy();
  }
  const client = await reachTemporal(config);
  await client.connection.close();
}
