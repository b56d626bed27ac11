import { loadConfig, type Config } from '../config/index.ts';
import { readConnections } from '../workers/embedded/connections.ts';
import { CliError } from './errors.ts';

/**
 * The configuration of a command that works beside what runs: what is not configured is that of the embedded start
 * on PARLEY_DATA_DIR.
 *
 * @throws CliError when a database is not configured and none runs there
 */
export function configBeside(): Config & { databaseUrl: string } {
  const config = loadConfig();
  const running = readConnections(config.embedded.dataDir);
  const databaseUrl = config.databaseUrl ?? running?.databaseUrl;
  if (databaseUrl === undefined) {
    throw new CliError(
      'no_database',
      `DATABASE_URL is not set, and no "npm start" runs on ${config.embedded.dataDir} (PARLEY_DATA_DIR).`,
    );
  }
  // A database of one's own has its own key and its own Temporal.
  const rest = config.databaseUrl === undefined ? running : null;
  return {
    ...config,
    databaseUrl,
    secretKey: config.secretKey ?? rest?.secretKey,
    temporal: { ...config.temporal, address: config.temporal.address ?? rest?.temporalAddress },
  };
}
