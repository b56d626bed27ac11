import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { resolvePort } from '../../../workers/embedded/ports.ts';
import { signalQuietly } from '../../../workers/embedded/processes.ts';
import { runToEnd } from '../../../workers/embedded/run-to-end.ts';
import { recordProcess } from '../run-directory.ts';
import { greets } from './dovecot.ts';
import { providePostfix } from './packages.ts';
import { mainCf, masterCf } from './postfix-config.ts';

export interface Postfix {
  smtpPort: number;
  stop(): Promise<void>;
}

/**
 * A Postfix of one's own on a free port of loopback. It delivers all mail by LMTP, except what bounces; see mailboxes.ts.
 *
 * @param options.directory an empty directory directly inside the run's; see makeRunDirectory
 * @param options.lmtpPort where Dovecot takes mail
 * @throws Error when Postfix is not there and cannot be installed, or does not start
 */
export async function startPostfix(options: { directory: string; lmtpPort: number }): Promise<Postfix> {
  const executable = await providePostfix();
  const { directory } = options;
  const settings = { ...options, smtpPort: await resolvePort('127.0.0.1', 0) };
  const configuration = join(directory, 'postfix');
  for (const name of ['postfix', 'queue', 'data']) mkdirSync(join(directory, name), { recursive: true });
  chmodSync(directory, 0o755); // Postfix' own user has to pass through
  spawnSync('chown', ['postfix', join(directory, 'data')]);
  writeFileSync(join(configuration, 'main.cf'), mainCf(settings));
  writeFileSync(join(configuration, 'master.cf'), masterCf(settings));
  const { code, errors } = await runToEnd(executable, ['-c', configuration, 'start']);
  if (code !== 0) throw new Error(`Postfix did not start: ${errors.trim() || lastLine(directory)}`);
  const pid = Number(readFileSync(join(directory, 'queue', 'pid', 'master.pid'), 'utf8'));
  recordProcess(dirname(directory), pid);
  const end = () => signalQuietly(pid, 'SIGKILL');
  process.on('exit', end);
  while (!(await greets(settings.smtpPort))) await wait(50);
  return {
    smtpPort: settings.smtpPort,
    async stop() {
      await runToEnd(executable, ['-c', configuration, 'stop']);
      process.off('exit', end);
    },
  };
}

const lastLine = (directory: string): string =>
  readFileSync(join(directory, 'postfix.log'), 'utf8').trimEnd().split('\n').at(-1) ?? '';
