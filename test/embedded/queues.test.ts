import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { expect, it, onTestFinished, vi } from 'vitest';
import { createTestDatabase } from '../support/database.ts';
import { testEnvironment } from '../support/environment.ts';
import { testService } from '../support/services.ts';

// A worker is a whole process.
vi.setConfig({ testTimeout: 120_000 });

const PROGRAM = join(import.meta.dirname, '..', '..', 'bin', 'parley.js');

function worker(queues: string, env: Record<string, string> = {}) {
  const child = spawn(process.execPath, [PROGRAM, 'worker', '--queues', queues], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: testEnvironment({ PARLEY_DATA_DIR: '/nowhere/parley', LOG_LEVEL: 'silent', ...env }),
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  return child;
}

it.each(['letters', 'meetings,letters', ''])(
  '--queues "%s" is refused with the names that there are',
  async (queues) => {
    const child = worker(queues);
    const [stderr, [status]] = await Promise.all([text(child.stderr), once(child, 'exit')]);
    expect(status).toBe(2);
    expect(stderr).toContain(`There is no task queue "${queues.replace('meetings,', '')}"`);
    expect(stderr).toContain('meetings, mail, feeds, webhooks, calendars');
  },
);

it.each([
  ['meetings,feeds', 'It runs meetings, feeds. Other workers have to run mail, webhooks.'],
  [
    'calendars',
    'It runs nothing. Nothing is put on calendars yet. Other workers have to run meetings, mail, feeds, webhooks.',
  ],
])('--queues %s says what it runs, and asks for no mail server', async (queues, sentence) => {
  const database = await createTestDatabase();
  onTestFinished(() => database.drop());
  const child = worker(queues, {
    DATABASE_URL: database.url,
    TEMPORAL_ADDRESS: await testService('temporal'),
    TEMPORAL_TASK_QUEUE_PREFIX: `test-${randomUUID()}-`,
    PUBLIC_URL: 'https://parley.test',
    PARLEY_SECRET_KEY: Buffer.alloc(32, 1).toString('base64'),
  });
  const stderr = text(child.stderr);
  const exited = once(child, 'exit');
  for await (const line of createInterface({ input: child.stdout })) {
    expect(line).toBe(`The worker is ready. ${sentence}`);
    break;
  }
  child.kill('SIGTERM');
  expect(await exited).toEqual([0, null]);
  expect(await stderr).toBe('');
});
