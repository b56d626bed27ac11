import { loadConfigWithout, type Config } from '../config/index.ts';
import { readConnections } from '../workers/embedded/connections.ts';
import { withEmbedded } from '../workers/embedded/with-embedded.ts';
import { CliError } from './errors.ts';

/** What runs, as far as a command that is called beside it knows. */
export interface Beside {
  /** What is not configured is that of the embedded start on PARLEY_DATA_DIR. */
  config: Config;
  /** Mail is caught on this machine, and none leaves. */
  catches: boolean;
}

/** As it is, also when nothing runs. @param without settings that are not looked at @throws ConfigError */
export function lookBeside(without: readonly string[] = []): Beside {
  const config = loadConfigWithout(without);
  // A database of one's own has its own key and its own Temporal.
  const running = config.databaseUrl === undefined ? readConnections(config.embedded.dataDir) : null;
  if (!running) return { config, catches: false };
  const resolved = withEmbedded(config, {
    ...running,
    temporalAddress: config.temporal.address ?? running.temporalAddress,
    smtpUrl: config.mail.smtpUrl ?? running.smtpUrl,
    secretKey: config.secretKey ?? running.secretKey,
  });
  return { config: { ...resolved, publicUrl: running.publicUrl }, catches: running.catches };
}

/**
 * The configuration of a command that works beside what runs: what is not configured is that of the embedded start
 * on PARLEY_DATA_DIR.
 *
 * @throws CliError when a database is not configured and none runs there
 */
export function configBeside(): Config & { databaseUrl: string } {
  const { config } = lookBeside();
  const { databaseUrl } = config;
  if (databaseUrl !== undefined) return { ...config, databaseUrl };
  throw new CliError(
    'no_database',
    `DATABASE_URL is not set, and no "npm start" runs on ${config.embedded.dataDir} (PARLEY_DATA_DIR).`,
  );
}
