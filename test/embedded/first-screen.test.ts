import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { expect, it, onTestFinished } from 'vitest';
import { resolvePort } from '../../workers/embedded/ports.ts';
import { testEnvironment } from '../support/environment.ts';
import { requireTool } from '../support/require-tool.ts';
import { tryService } from '../support/services.ts';
import { temporaryDirectory } from './helpers.ts';

const PROGRAM = join(import.meta.dirname, '..', '..', 'bin', 'parley.js');
const PORTS = ['SMTP_IN_PORT', 'POSTGRES_PORT', 'TEMPORAL_PORT', 'TEMPORAL_UI_PORT'];
const temporal = await tryService('temporal');

requireTool('the Temporal server', temporal.missing)('the screen of a first start', () => {
  it('says where the log is, and stays readable while requests come', async () => {
    const dataDir = join(temporaryDirectory(), 'data');
    const ports = Object.fromEntries(PORTS.map((port) => [port, '0']));
    const PORT = String(await resolvePort('127.0.0.1', 0));
    const child = spawn(process.execPath, [PROGRAM, 'serve'], {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: testEnvironment({ PARLEY_DATA_DIR: dataDir, PORT, ...ports }),
    });
    onTestFinished(() => void child.kill('SIGKILL'));
    const problems = text(child.stderr);
    const screen: string[] = [];
    let answered: number | undefined;
    for await (const line of createInterface({ input: child.stdout })) {
      screen.push(line);
      const [, url] = /^Parley is ready: (\S+)$/.exec(line) ?? [];
      if (url === undefined) continue;
      answered = (await fetch(`${url}/dev/mailbox`)).status;
      await fetch(`${url}/api/meetings`);
      child.kill('SIGTERM');
    }
    if (child.exitCode === null) await once(child, 'exit');
    expect(answered).toBe(200);
    const file = join(dataDir, 'logs', 'parley.log');
    expect(screen).toContain(`  ${'Log'.padEnd(16)} ${file}`);
    expect(screen.filter((line) => line.startsWith('{'))).toEqual([]);
    expect(await problems).toBe('');
    const requests = readFileSync(file, 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { msg: string; route?: string; status?: string })
      .filter(({ msg }) => msg === 'request');
    expect(requests).toMatchObject([
      { route: '/dev/mailbox', status: '200' },
      { route: '/api/meetings', status: '401' },
    ]);
  }, 180_000);
});
