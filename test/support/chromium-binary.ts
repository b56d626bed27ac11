import { existsSync } from 'node:fs';
import type { Progress } from '../../workers/embedded/progress.ts';
import { runToEnd } from '../../workers/embedded/run-to-end.ts';

const CANDIDATES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/**
 * The system's Chromium; where it is missing, the user is root and the system is Debian's, it is installed.
 *
 * @throws Error that says how to install it
 */
export async function provideChromium(progress: Progress): Promise<string> {
  const path = installed() ?? (await install(progress));
  if (path === undefined)
    throw new Error('install Chromium, on Debian: apt-get install chromium fonts-dejavu-core');
  return path;
}

const installed = () => CANDIDATES.find((path) => existsSync(path));

async function install(progress: Progress): Promise<string | undefined> {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return undefined;
  const script =
    'export DEBIAN_FRONTEND=noninteractive; apt-get update && apt-get install -y --no-install-recommends chromium fonts-dejavu-core';
  await progress.step('installing Chromium', () => runToEnd('sh', ['-c', script]));
  return installed();
}
