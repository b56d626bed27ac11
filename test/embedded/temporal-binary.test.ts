import { chmodSync, existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { silentProgress } from '../../workers/embedded/progress.ts';
import { provideTemporal, TEMPORAL_VERSION } from '../../workers/embedded/temporal-binary.ts';
import { failureOf, temporaryDirectory } from './helpers.ts';

/** A machine of its own: what is on its PATH, and an empty cache. Its proxy refuses, so downloads fail at once. */
function machine(programs: Record<string, string>) {
  const bin = temporaryDirectory();
  const all = { go: 'echo "no such module" >&2; exit 1', temporal: 'exit 127', ...programs };
  for (const [name, script] of Object.entries(all)) {
    writeFileSync(join(bin, name), `#!/bin/sh\n${script}\n`);
    chmodSync(join(bin, name), 0o755);
  }
  const cacheDir = join(temporaryDirectory(), 'cache');
  const proxy = 'http://127.0.0.1:9';
  const env = { PATH: `${bin}:/usr/bin:/bin`, HOME: cacheDir, HTTPS_PROXY: proxy, https_proxy: proxy };
  const kept = join(cacheDir, 'bin', `temporal-${TEMPORAL_VERSION}`);
  return { env, cacheDir, kept, provide: () => provideTemporal({ cacheDir, progress: silentProgress, env }) };
}

const keep = (path: string) => {
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(path, '#!/bin/sh\n');
  chmodSync(path, 0o755);
};

const current = 'echo "temporal version 1.5.1 (Server 1.29.1, UI 2.42.1)"';
const builds = 'echo "#!/bin/sh" > "$GOBIN/temporal"; chmod +x "$GOBIN/temporal"';

it('prefers the one on PATH', async () => {
  const { kept, provide } = machine({ temporal: current });
  keep(kept);
  expect(await provide()).toEqual({ path: 'temporal', way: 'path' });
});

it('passes over one on PATH whose server is too old', async () => {
  const { kept, provide } = machine({ temporal: 'echo "temporal version 0.9.0 (Server 1.20.0)"' });
  keep(kept);
  expect(await provide()).toEqual({ path: kept, way: 'kept' });
});

it('uses the copy that an earlier start kept, without trying anything else', async () => {
  const { kept, provide } = machine({ go: builds });
  keep(kept);
  expect(await provide()).toEqual({ path: kept, way: 'kept' });
});

it('builds it with Go when the download fails, and keeps it', async () => {
  const { kept, cacheDir, provide } = machine({ go: builds });
  expect(await provide()).toEqual({ path: kept, way: 'go' });
  expect(await provide()).toEqual({ path: kept, way: 'kept' });
  expect(readdirSync(join(cacheDir, 'bin'))).toEqual([`temporal-${TEMPORAL_VERSION}`]);
});

it('gives two starts at the same time a whole program each', async () => {
  const { kept, provide } = machine({ go: `sleep 0.3; ${builds}` });
  const both = await Promise.all([provide(), provide()]);
  expect(both.map(({ path }) => path)).toEqual([kept, kept]);
  expect(existsSync(kept)).toBe(true);
});

it('names every way when none works, and why', async () => {
  const failure = await failureOf(machine({}).provide());
  expect(failure.code).toBe('temporal_missing');
  expect(failure.message).toMatch(/TEMPORAL_ADDRESS.*PATH.*temporal\.download.*install Go.*no such module/);
  expect(failure.message.split('\n')).toHaveLength(1);
});
