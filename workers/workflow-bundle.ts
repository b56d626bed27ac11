import { bundleWorkflowCode } from '@temporalio/worker';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
/** What the bundle is made of; activities/ is there as types only, but renaming one changes the calls. */
const SOURCES = ['workflows', 'domain', 'activities', 'package-lock.json'];

/**
 * The workflow code as one file, made once for these sources and then kept.
 *
 * @param cacheDir `config.embedded.cacheDir`
 * @param workflowsPath another entry than workflows/index.ts, for tests
 * @returns to be given to `Worker.create` as `workflowBundle`
 */
export async function workflowBundle(
  cacheDir: string,
  workflowsPath = join(ROOT, 'workflows', 'index.ts'),
): Promise<{ codePath: string }> {
  const directory = join(cacheDir, 'bundles');
  const codePath = join(directory, `${fingerprint(workflowsPath)}.js`);
  if (existsSync(codePath)) return { codePath };
  const { code } = await bundleWorkflowCode({ workflowsPath, logger: quiet });
  mkdirSync(directory, { recursive: true });
  // Other processes may be making the same file: each writes its own and puts it there whole.
  const unfinished = `${codePath}.${process.pid}`;
  writeFileSync(unfinished, code);
  renameSync(unfinished, codePath);
  return { codePath };
}

function fingerprint(workflowsPath: string): string {
  const hash = createHash('sha256').update(workflowsPath);
  for (const file of [workflowsPath, ...SOURCES.flatMap((name) => filesOf(join(ROOT, name)))]) {
    hash.update(`\n${relative(ROOT, file)}\n`).update(readFileSync(file));
  }
  return hash.digest('hex');
}

function filesOf(path: string): string[] {
  if (!path.endsWith('.json') && existsSync(path)) {
    return readdirSync(path, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
      .map((entry) => join(entry.parentPath, entry.name))
      .sort();
  }
  return existsSync(path) ? [path] : [];
}

/** Webpack's report of a bundle that worked is of no use to an operator; an error is thrown. */
const silent = () => {};
const quiet = { log: silent, trace: silent, debug: silent, info: silent, warn: silent, error: silent };
