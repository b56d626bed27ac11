import { setTimeout as wait } from 'node:timers/promises';
import { loadConfig, required, type Config } from '../../config/index.ts';
import { startApi } from '../../workers/api.ts';
import { assemble } from '../../workers/assemble.ts';
import { say } from '../output.ts';
import { checkServers } from '../reach.ts';
import { listenForShutdown, stopInOrder } from '../shutdown.ts';

/** `parley api`: the API, the pages and the mail listener, until a signal. */
export async function api(): Promise<void> {
  const shutdown = listenForShutdown();
  const config = loadConfig(undefined, [
    'DATABASE_URL',
    'TEMPORAL_ADDRESS',
    'PUBLIC_URL',
    'PARLEY_SECRET_KEY',
  ]);
  await checkServers({ ...config, databaseUrl: required(config, 'databaseUrl') });
  const parley = assemble(config);
  const running = await startApi(parley);
  void sayWhenReady(config, running.url, shutdown.signal);
  await shutdown.requested;
  const stop = async () => {
    await running.stop();
    await parley.close();
  };
  await stopInOrder([{ name: 'the API', stop, withinMs: 30_000 }], (problem) =>
    process.stderr.write(`${problem}\n`),
  );
  process.exit(0);
}

/** "Ready" is what /readyz says, which an orchestrator believes, too. */
async function sayWhenReady(config: Config, url: string, signal: AbortSignal): Promise<void> {
  const { host, port } = config.http;
  const address = `http://${host === '0.0.0.0' || host === '::' ? 'localhost' : urlHost(host)}:${port}/readyz`;
  let said: string | undefined;
  while (!signal.aborted) {
    const missing = await missingParts(address, signal);
    if (missing === null) return say(`The API is ready: ${url}`);
    if (missing !== said) say(`The API listens, and waits for: ${missing}`);
    said = missing;
    await wait(1_000, undefined, { signal }).catch(() => undefined);
  }
}

const urlHost = (host: string): string => (host.includes(':') ? `[${host}]` : host);

/** @returns null when nothing is missing */
async function missingParts(address: string, signal: AbortSignal): Promise<string | null> {
  try {
    const response = await fetch(address, { signal });
    if (response.ok) return null;
    const { missing } = (await response.json()) as { missing?: string[] };
    return missing?.join(', ') ?? `an answer other than ${response.status}`;
  } catch {
    return 'its own port';
  }
}
