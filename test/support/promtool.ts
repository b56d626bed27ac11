import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { silentProgress, type Progress } from '../../workers/embedded/progress.ts';
import { install } from './mail-servers/packages.ts';

const PROMTOOL = '/usr/bin/promtool';

/**
 * Prometheus's own tool, from the system; where it is missing, the user is root and the system is Debian's, it is installed.
 *
 * @throws Error that says how to install it
 */
export async function providePromtool(progress: Progress = silentProgress): Promise<string> {
  if (!existsSync(PROMTOOL)) await install(['prometheus'], 'promtool', progress);
  if (!existsSync(PROMTOOL)) throw new Error('install promtool, on Debian: apt-get install prometheus');
  return PROMTOOL;
}

/** For `requireTool`: why it is missing. */
export const promtoolMissing = (): Promise<string | undefined> =>
  providePromtool().then(
    () => undefined,
    (error: Error) => error.message,
  );

/** Runs it. @returns all that it says, and whether it is content */
export function promtool(args: string[], input = ''): Promise<{ ok: boolean; says: string }> {
  return new Promise((resolve) => {
    const child = execFile(PROMTOOL, args, (error, out, err) =>
      resolve({ ok: error === null, says: out + err }),
    );
    child.stdin?.end(input);
  });
}
