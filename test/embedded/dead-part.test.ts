import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { expect, it, onTestFinished } from 'vitest';
import { findByArguments } from '../../workers/embedded/processes.ts';
import { testEnvironment } from '../support/environment.ts';
import { requireTool } from '../support/require-tool.ts';
import { tryService } from '../support/services.ts';
import { temporaryDirectory } from './helpers.ts';

const PROGRAM = join(import.meta.dirname, '..', '..', 'bin', 'parley.js');
const temporal = await tryService('temporal');

requireTool('the Temporal server', temporal.missing)('everything in one process group', () => {
  it.each([
    [
      'PostgreSQL',
      (dataDir: string) =>
        Number(readFileSync(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8').split('\n', 1)[0]),
    ],
    [
      'The Temporal server',
      (dataDir: string) => findByArguments('--db-filename', join(dataDir, 'temporal.db'))[0] ?? 0,
    ],
  ])(
    'ends with a sentence, and with everything else, when %s dies',
    async (name, pidOf) => {
      const dataDir = join(temporaryDirectory(), 'data');
      const ports = ['PORT', 'SMTP_IN_PORT', 'POSTGRES_PORT', 'TEMPORAL_PORT', 'TEMPORAL_UI_PORT'];
      const child = spawn(process.execPath, [PROGRAM, 'serve'], {
        stdio: ['ignore', 'pipe', 'pipe'],
        env: testEnvironment({
          PARLEY_DATA_DIR: dataDir,
          LOG_LEVEL: 'silent',
          ...Object.fromEntries(ports.map((port) => [port, '0'])),
        }),
      });
      onTestFinished(() => void child.kill('SIGKILL'));
      const errors = text(child.stderr);
      for await (const line of createInterface({ input: child.stdout }))
        if (line.startsWith('Parley is ready')) break;
      const exited = once(child, 'exit');
      process.kill(pidOf(dataDir), 'SIGKILL');
      expect(await exited).toEqual([1, null]);
      expect(await errors).toContain(`${name} has ended by itself (SIGKILL).`);
      expect(findByArguments('-D', join(dataDir, 'postgres'))).toEqual([]);
      expect(findByArguments('--db-filename', join(dataDir, 'temporal.db'))).toEqual([]);
    },
    120_000,
  );
});
