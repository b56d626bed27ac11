import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadConfig } from '../../../config/index.ts';
import { silentProgress, type Progress } from '../../../workers/embedded/progress.ts';
import { runToEnd } from '../../../workers/embedded/run-to-end.ts';

const REQUIREMENTS = fileURLToPath(new URL('./requirements.txt', import.meta.url));

/**
 * Radicale and the clients written in Python, as pinned in requirements.txt, in an environment of their own that is kept
 * among the downloaded tools.
 *
 * @returns the directory of their programs
 * @throws Error that says what is missing
 */
export async function providePythonTools(progress: Progress = silentProgress): Promise<string> {
  const { cacheDir } = loadConfig().embedded;
  const digest = createHash('sha256').update(readFileSync(REQUIREMENTS)).digest('hex').slice(0, 12);
  const target = join(cacheDir, `caldav-tools-${digest}`);
  const ready = join(target, 'ready');
  if (!existsSync(ready)) await progress.step('installing the CalDAV clients', () => build(target, ready));
  return join(target, 'bin');
}

/** A virtual environment cannot be moved, so that it is made in place, by one process at a time. */
async function build(target: string, ready: string): Promise<void> {
  mkdirSync(join(target, '..'), { recursive: true });
  const lock = `${target}.lock`;
  const script = `
    set -e
    exec 9>"$2"
    flock 9
    if [ -e "$3" ]; then exit 0; fi
    rm -rf "$1"
    python3 -m venv "$1"
    "$1/bin/pip" install --quiet --disable-pip-version-check --only-binary :all: -r "$4"
    touch "$3"
  `;
  const { code, errors } = await runToEnd('sh', ['-c', script, 'build', target, lock, ready, REQUIREMENTS]);
  if (code === 0) return;
  const reason = errors.trim().split('\n').at(-1) ?? '';
  throw new Error(`the CalDAV clients need python3 with venv, and PyPI: ${reason}`);
}
