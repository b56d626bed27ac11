import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { testEnvironment } from '../support/environment.ts';

const PROGRAM = join(import.meta.dirname, '..', '..', 'bin', 'parley.js');

function parley(args: string[], env: Record<string, string> = {}) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [PROGRAM, ...args], {
    encoding: 'utf8',
    env: testEnvironment(env),
  });
  return { status, stdout, stderr };
}

it('shows its commands', () => {
  const help = parley(['--help']);
  expect(help).toMatchObject({ status: 0, stderr: '' });
  for (const name of ['serve', 'api', 'worker', 'migrate', 'keys'])
    expect(help.stdout).toContain(`  ${name} `);
});

it('ends with 2 when called in a wrong way', () => {
  expect(parley(['nonsense'])).toMatchObject({ status: 2, stdout: '' });
  expect(parley(['keys', 'revoke']).status).toBe(2);
});

it('ends with 1 and shows every problem of the configuration', () => {
  const { status, stderr } = parley(['serve'], { PORT: 'many', LOG_LEVEL: 'loud' });
  expect(status).toBe(1);
  expect(stderr).toContain('PORT:');
  expect(stderr).toContain('LOG_LEVEL:');
  expect(stderr).not.toContain('    at ');
});

it('tells once of a variable that is Parley’s by its name and that nothing reads, and works', () => {
  const { status, stdout, stderr } = parley(['keys', 'create', '--help'], {
    PARLEY_SMTP_URL: 'smtp://secret',
  });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(stdout).toContain('Usage:');
  const file = join(import.meta.dirname, '..', 'fixtures', 'feeds', 'apple.ics');
  const window = ['--from', '2026-03-15T00:00:00Z', '--to', '2026-03-20T00:00:00Z'];
  const told = parley(['ics', 'expand', file, ...window], { PARLEY_SMTP_URL: 'smtp://secret' });
  expect(told).toMatchObject({
    ...{ status: 0, stderr: 'PARLEY_SMTP_URL is not known; did you mean SMTP_URL?\n' },
    stdout: expect.stringContaining('"uid"') as string,
  });
});
