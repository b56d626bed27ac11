import { chmodSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadConfig, type Config } from '../../config/index.ts';
import { createProgress } from '../../workers/embedded/progress.ts';
import { resolvePort } from '../../workers/embedded/ports.ts';
import { startEmbedded } from '../../workers/embedded/stack.ts';
import { withEmbedded } from '../../workers/embedded/with-embedded.ts';
import { startParts } from '../commands/serve-parts.ts';
import { stopInOrder } from '../shutdown.ts';

/** A whole Parley for one performance: its own directory, its own ports. */
export interface Stage {
  url: string;
  apiKey: string;
  config: Config;
  /** Starts everything but the servers anew, with other settings. */
  restart(changes: Partial<Config>): Promise<void>;
  stop(): Promise<void>;
}

const LOOPBACK = '127.0.0.1';

/** @param settings of the environment, besides those that every performance has */
export async function buildStage(settings: Record<string, string> = {}): Promise<Stage> {
  const directory = mkdtempSync(join(realpathSync(tmpdir()), 'parley-demo-'));
  chmodSync(directory, 0o711); // as root: PostgreSQL's own user has to pass through
  const ports = await Promise.all(Array.from({ length: 5 }, () => resolvePort(LOOPBACK, 0)));
  const [PORT, SMTP_IN_PORT, POSTGRES_PORT, TEMPORAL_PORT, TEMPORAL_UI_PORT] = ports.map(String);
  const base = loadConfig({
    ...{ PORT, SMTP_IN_PORT, POSTGRES_PORT, TEMPORAL_PORT, TEMPORAL_UI_PORT },
    PARLEY_DATA_DIR: join(directory, 'data'),
    PARLEY_CACHE_DIR: loadConfig().embedded.cacheDir,
    LOG_LEVEL: 'error',
    ...settings,
  });
  const progress = createProgress(process.stdout);
  const embedded = await startEmbedded(base, { progress });
  const config = withEmbedded(base, embedded);
  const start = (changed: Config) => startParts(changed, { catcher: embedded.catcher, progress });
  const sayProblem = (problem: string) => void process.stderr.write(`${problem}\n`);
  const { url, apiKey, ...parts } = await start(config);
  let { stops } = parts;
  return {
    url,
    apiKey,
    config,
    async restart(changes) {
      await stopInOrder(stops, sayProblem);
      ({ stops } = await start({ ...config, ...changes }));
    },
    async stop() {
      const servers = { name: 'the embedded servers', stop: () => embedded.stop(), withinMs: 30_000 };
      await stopInOrder([...stops, servers], sayProblem);
      rmSync(directory, { recursive: true, force: true });
    },
  };
}
