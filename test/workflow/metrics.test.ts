import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { loadConfig } from '../../config/index.ts';
import { startApi } from '../../workers/api.ts';
import { assemble, type Parley } from '../../workers/assemble.ts';
import { startWorker } from '../../workers/worker.ts';
import { promtool, promtoolMissing } from '../support/promtool.ts';
import { requireTool } from '../support/require-tool.ts';
import { testService } from '../support/services.ts';
import { createWorld, SECRET_KEY, type World } from '../support/world.ts';

// This process has a quiet one, and no process can have two.
vi.mock('../../workers/temporal-log.ts', () => ({ useLogForTemporal: () => {} }));

let world: World;
let parley: Parley;
const stops: (() => Promise<unknown>)[] = [];
const texts: Record<string, string> = {};

beforeAll(async () => {
  world = await createWorld();
  const [port, workerPort] = [await freePort(), await freePort()];
  const config = loadConfig({
    DATABASE_URL: world.databaseUrl,
    TEMPORAL_ADDRESS: await testService('temporal'),
    TEMPORAL_TASK_QUEUE_PREFIX: `test-${randomUUID()}-`,
    SMTP_URL: world.catcher.smtpUrl,
    PUBLIC_URL: `http://127.0.0.1:${port}`,
    PORT: `${port}`,
    SMTP_IN_PORT: '0',
    WORKER_METRICS_PORT: `${workerPort}`,
    PARLEY_SECRET_KEY: SECRET_KEY,
    LOG_LEVEL: 'silent',
  });
  parley = assemble(config);
  const worker = await startWorker(parley);
  stops.push(() => worker.stop());
  const api = await startApi(parley);
  stops.push(() => api.stop());
  const read = async (from: number) => (await fetch(`http://127.0.0.1:${from}/metrics`)).text();
  texts.api = await read(port);
  texts.worker = await read(workerPort);
});
afterAll(async () => {
  for (const stop of stops.reverse()) await stop();
  await parley?.close();
  await world?.stop();
});

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

const doc = (name: string): string => fileURLToPath(new URL(`../../docs/${name}`, import.meta.url));

/** All samples that there are, also those of a histogram. */
const exported = (): Set<string> =>
  new Set(
    [...`${texts.api}\n${texts.worker}`.matchAll(/^# TYPE (\S+) (\S+)/gm)].flatMap(([, name = '', type]) =>
      type === 'histogram' ? [`${name}_bucket`, `${name}_sum`, `${name}_count`] : [name],
    ),
  );

describe('what is named beside the program', () => {
  it.each(['alerts.yml', 'grafana.json'])(
    'every metric in docs/%s is shown by the API or a worker',
    (name) => {
      const text = readFileSync(doc(name), 'utf8').replace(/^#.*$/gm, '');
      const used = new Set(text.match(/\b(?:parley|process|nodejs)_[a-z_]+/g));
      expect(used.size).toBeGreaterThan(10);
      const shown = exported();
      expect([...used].filter((metric) => !shown.has(metric))).toEqual([]);
    },
  );

  it('only counters end as counters do', () => {
    for (const text of Object.values(texts))
      expect([...text.matchAll(/^# TYPE \S+_total (?!counter).*$/gm)]).toEqual([]);
  });
});

const missing = await promtoolMissing();
requireTool('promtool', missing)('Prometheus’s own tool', () => {
  it.each(['api', 'worker'])('has nothing to say against the metrics of the %s', async (part) => {
    expect(texts[part]).toContain('# TYPE parley_');
    expect(await promtool(['check', 'metrics'], texts[part])).toEqual({ ok: true, says: '' });
  });

  it('reads the alerts', async () => {
    const { ok, says } = await promtool(['check', 'rules', doc('alerts.yml')]);
    expect(says).toContain('SUCCESS');
    expect(ok).toBe(true);
  });
});
