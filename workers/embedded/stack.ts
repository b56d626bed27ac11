import { join } from 'node:path';
import { type Config } from '../../config/index.ts';
import { keepConnections, type Connections } from './connections.ts';
import { dkimKeyFileOf, openDataDir, secretOf } from './data-dir.ts';
import { startMailCatcher, type MailCatcher } from './mail-catcher.ts';
import { requireOwnMachine } from './exposure.ts';
import { checkPorts, resolvePort, type WantedPort } from './ports.ts';
import { endOrphanedPostgres, startPostgres } from './postgres.ts';
import { type Progress } from './progress.ts';
import { StartupError } from './startup-error.ts';
import { endOrphanedTemporal, startTemporal, temporalDbFile } from './temporal.ts';
import { provideTemporal } from './temporal-binary.ts';

export interface EmbeddedStack extends Connections {
  /** Undefined when the mail leaves through somebody else's server. */
  catcher: MailCatcher | undefined;
  /** Rejects when a part ends by itself, with the sentence to show; never settles otherwise. */
  failed: Promise<never>;
  /** Stops all parts in order and frees the data directory. May be called again, and bounded in time. */
  stop(): Promise<void>;
}

export interface StackOptions {
  progress: Progress;
  /** Ports that the caller will listen on, checked together with ours before anything starts. */
  extraPorts?: readonly WantedPort[];
  /** Gives up what takes long (a download, a build). */
  signal?: AbortSignal;
}

type Embedded = Config['embedded'];

const LOOPBACK = '127.0.0.1';

/**
 * Starts those parts that the configuration does not name: PostgreSQL, Temporal, the mail catcher, the secret key.
 *
 * @throws ConfigError when others could read the mail that is caught here; nothing was started
 * @throws StartupError; then everything that was already up has been stopped
 */
export async function startEmbedded(config: Config, options: StackOptions): Promise<EmbeddedStack> {
  const { progress, extraPorts = [] } = options;
  requireOwnMachine(config);
  const dataDir = openDataDir(config.embedded.dataDir);
  const stops: (() => Promise<void>)[] = [() => Promise.resolve(dataDir.release())];
  const stop = once(async () => {
    for (const part of stops.splice(0).reverse()) await part();
  });
  try {
    await progress.step('ending what a killed Parley left running', async () => {
      await Promise.all([endOrphanedPostgres(dataDir.path), endOrphanedTemporal(dataDir.path)]);
    });
    await checkPorts([...extraPorts, ...embeddedPorts(config)]);
    const [postgres, temporal, catcher] = await allOrNone(stops, [
      config.databaseUrl === undefined ? postgresPart(config.embedded, dataDir.path, progress) : absent,
      config.temporal.address === undefined ? temporalPart(config, dataDir.path, options) : absent,
      config.mail.smtpUrl === undefined
        ? startMailCatcher({ directory: join(dataDir.path, 'mailbox') })
        : absent,
    ] as const);
    const connections: Connections = {
      databaseUrl: config.databaseUrl ?? postgres!.url,
      temporalAddress: config.temporal.address ?? temporal!.address,
      temporalUiUrl: temporal?.uiUrl,
      smtpUrl: config.mail.smtpUrl ?? catcher!.smtpUrl,
      catches: catcher !== undefined,
      secretKey: config.secretKey ?? secretOf(dataDir.path, 'secret-key'),
      dkimKeyFile: ownDkimKeyFile(config, dataDir.path),
      publicUrl: config.publicUrl,
    };
    const forget = keepConnections(dataDir.path, connections);
    stops.push(() => Promise.resolve(forget()));
    return {
      ...connections,
      catcher,
      failed: watch([
        { part: postgres, name: 'PostgreSQL', code: 'postgres_failed' },
        { part: temporal, name: 'The Temporal server', code: 'temporal_failed' },
      ]),
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

const ownDkimKeyFile = ({ mail: { dkim } }: Config, dataDir: string): string | undefined =>
  dkim.keyFile === undefined && dkim.privateKey === undefined ? dkimKeyFileOf(dataDir) : undefined;

/** A part that the configuration names, so that none of ours is needed. */
const absent = Promise.resolve(undefined);

function embeddedPorts(config: Config): WantedPort[] {
  const { postgresPort, temporalPort, temporalUiPort } = config.embedded;
  const ports: WantedPort[] = [];
  if (config.databaseUrl === undefined) {
    ports.push({ host: LOOPBACK, port: postgresPort, variable: 'POSTGRES_PORT' });
  }
  if (config.temporal.address === undefined) {
    ports.push({ host: LOOPBACK, port: temporalPort, variable: 'TEMPORAL_PORT' });
    ports.push({ host: LOOPBACK, port: temporalUiPort, variable: 'TEMPORAL_UI_PORT' });
  }
  return ports;
}

async function postgresPart(embedded: Embedded, dataDir: string, progress: Progress) {
  const port = await resolvePort(LOOPBACK, embedded.postgresPort);
  return progress.step('starting PostgreSQL', () => startPostgres({ dataDir, port }));
}

async function temporalPart(config: Config, dataDir: string, { progress, signal }: StackOptions) {
  const { cacheDir, temporalPort, temporalUiPort } = config.embedded;
  const { path } = await provideTemporal({ cacheDir, progress, signal });
  const port = await resolvePort(LOOPBACK, temporalPort);
  const uiPort = await resolvePort(LOOPBACK, temporalUiPort);
  return progress.step('starting the Temporal server', () =>
    startTemporal({
      executable: path,
      port,
      uiPort,
      dbFile: temporalDbFile(dataDir),
      namespace: config.temporal.namespace,
      logFile: join(dataDir, 'logs', 'temporal.log'),
    }),
  );
}

type Part = Promise<{ stop(): Promise<void> }> | Promise<undefined>;

/** Waits for all of them also when one fails, so that none is left half-started behind the error. */
async function allOrNone<T extends readonly Part[]>(stops: (() => Promise<void>)[], parts: T) {
  const settled = await Promise.allSettled(parts);
  for (const result of settled) {
    if (result.status === 'fulfilled' && result.value) stops.push(result.value.stop.bind(result.value));
  }
  const failure = settled.find((result) => result.status === 'rejected');
  if (failure) throw failure.reason;
  return settled.map((result) => (result.status === 'fulfilled' ? result.value : undefined)) as {
    -readonly [K in keyof T]: Awaited<T[K]>;
  };
}

interface Watched {
  part: { ended: Promise<void>; howEnded(): string; lastWords(): string } | undefined;
  name: string;
  code: 'postgres_failed' | 'temporal_failed';
}

function watch(watched: Watched[]): Promise<never> {
  const failed = new Promise<never>((_resolve, reject) => {
    for (const { part, name, code } of watched) {
      void part?.ended.then(() =>
        reject(
          new StartupError(
            code,
            `${name} has ended by itself (${part.howEnded()}). Its log ends with: ${part.lastWords() || 'nothing'}`,
          ),
        ),
      );
    }
  });
  // Also rejects while everything is being stopped, when nobody asks any more.
  failed.catch(() => {});
  return failed;
}

function once(work: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | undefined;
  return () => (running ??= work());
}
