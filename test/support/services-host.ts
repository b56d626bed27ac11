import { mkdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { register as registerTypeScript } from 'tsx/esm/api';
import { migrateDatabase } from '../../adapters/postgres/migrate.ts';
import { loadConfig } from '../../config/index.ts';
import { resolvePort } from '../../workers/embedded/ports.ts';
import { startPostgres } from '../../workers/embedded/postgres.ts';
import { createProgress } from '../../workers/embedded/progress.ts';
import { startTemporal } from '../../workers/embedded/temporal.ts';
import { provideTemporal } from '../../workers/embedded/temporal-binary.ts';
import { workflowBundle } from '../../workers/workflow-bundle.ts';
import { provideChromium } from './chromium-binary.ts';
import { sharedMailServers } from './mail-servers/shared-host.ts';
import { makeRunDirectory, recordProcess } from './run-directory.ts';
import type { TestServices } from './services.ts';
import { execute } from './sql.ts';
import { provideTimeSkippingServer } from './time-skipping-server.ts';

/** Runs in the process that starts the test processes. Starts each server once, when it is first asked for. */
export async function startTestServices(): Promise<{ url: string; stop(): Promise<void> }> {
  const directory = makeRunDirectory();
  const { cacheDir } = loadConfig().embedded;
  const progress = createProgress(process.stderr);
  const stops: (() => Promise<void>)[] = [];

  const postgres = async () => {
    const dataDir = directory;
    mkdirSync(join(dataDir, 'logs'), { recursive: true, mode: 0o711 });
    const port = await resolvePort('127.0.0.1', 0);
    const server = await startPostgres({ dataDir, port, unsafeAndFast: true });
    stops.push(() => server.stop());
    return server.adminUrl;
  };
  const template = async () => {
    const adminUrl = await ask('postgres');
    const name = 'parley_template';
    await execute(adminUrl, `create database ${name}`);
    // Knex imports the migrations by itself, past the test runner's own handling of TypeScript.
    registerTypeScript();
    await migrateDatabase(adminUrl.replace(/\/postgres$/, `/${name}`));
    return name;
  };
  const temporal = async () => {
    const { path } = await provideTemporal({ cacheDir, progress });
    const port = await resolvePort('127.0.0.1', 0);
    const server = await startTemporal({
      executable: path,
      port,
      namespace: 'default',
      logFile: join(directory, 'temporal.log'),
    });
    stops.push(() => server.stop());
    recordProcess(directory, server.pid);
    return server.address;
  };

  const mailServers = sharedMailServers({ directory, progress, stops, ask: (name) => ask(name) });

  const starters: Record<keyof TestServices, () => Promise<string>> = {
    postgres,
    template,
    temporal,
    timeSkipping: () => provideTimeSkippingServer({ cacheDir, progress }),
    chromium: () => provideChromium(progress),
    workflows: async () => (await workflowBundle(cacheDir)).codePath,
    ...mailServers,
  };
  const asked = new Map<string, Promise<string>>();
  const ask = (name: keyof TestServices) => {
    const answer = asked.get(name) ?? starters[name]();
    asked.set(name, answer);
    return answer;
  };

  const server = createServer((request, response) => {
    const name = (request.url ?? '').slice(1);
    if (!(name in starters)) return void response.writeHead(404).end();
    ask(name as keyof TestServices).then(
      (value) => response.end(value),
      (error: unknown) => response.writeHead(503).end(error instanceof Error ? error.message : String(error)),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async stop() {
      server.close();
      server.closeAllConnections();
      await Promise.allSettled(asked.values());
      await Promise.all(stops.map((stop) => stop()));
      rmSync(directory, { recursive: true, force: true });
    },
  };
}
