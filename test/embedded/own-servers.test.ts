import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { expect, it, onTestFinished, vi } from 'vitest';
import { keepConnections } from '../../workers/embedded/connections.ts';
import { createTestDatabase } from '../support/database.ts';
import { testEnvironment } from '../support/environment.ts';
import { isThorough } from '../support/rounds.ts';
import { testService } from '../support/services.ts';
import { execute } from '../support/sql.ts';
import { occupiedPort, temporaryDirectory } from './helpers.ts';

// Each test starts several processes, one after the other.
vi.setConfig({ testTimeout: 240_000 });

const PROGRAM = join(import.meta.dirname, '..', '..', 'bin', 'parley.js');
const SECRET = Buffer.alloc(32, 1).toString('base64');
/** Nobody listens there. */
const NOBODY = '127.0.0.1:1';

async function parley(args: string[], env: Record<string, string> = {}) {
  const child = spawn(process.execPath, [PROGRAM, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: testEnvironment({ PARLEY_DATA_DIR: '/nowhere/parley', ...env }),
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  const exited = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const [stdout, stderr, status] = await Promise.all([text(child.stdout), text(child.stderr), exited]);
  return { status, stdout, stderr };
}

async function database(options: { empty?: boolean } = {}): Promise<string> {
  const made = await createTestDatabase(options);
  onTestFinished(() => made.drop());
  return made.url;
}

/** A user without any right but to own this database. */
async function poorOwnerOf(url: string): Promise<{ url: string; user: string }> {
  const user = `newcomer_${randomUUID().slice(0, 8)}`;
  const { pathname } = new URL(url);
  await execute(url, `create role ${user} login password 'secret'`);
  await execute(url, `alter database ${pathname.slice(1)} owner to ${user}`);
  const poor = new URL(url);
  poor.username = user;
  poor.password = 'secret';
  return { url: poor.href, user };
}

const oneSentence = (stderr: string, variable: string) => {
  expect(stderr).toContain(variable);
  expect(stderr.trim().split('\n')).toHaveLength(1);
  expect(stderr).not.toContain('    at ');
};

/** Each a process or two; what they share is in one piece, so that plain runs try some. */
const commands = isThorough()
  ? [
      ['keys', 'list'],
      ['tenants', 'list'],
      ['tenants', 'show'],
      ['mailboxes', 'list'],
      ['migrate'],
      ['api'],
      ['worker'],
    ]
  : [['mailboxes', 'list'], ['api']];

it.each(commands)(
  '%s %s ends with one sentence about a DATABASE_URL where nothing answers',
  async (...args) => {
    const { status, stderr } = await parley(args, {
      ...{ DATABASE_URL: `postgres://nobody@${NOBODY}/parley`, TEMPORAL_ADDRESS: NOBODY },
      ...{ SMTP_URL: `smtp://${NOBODY}`, PARLEY_SECRET_KEY: SECRET, PUBLIC_URL: 'https://parley.test' },
    });
    expect(status).toBe(1);
    oneSentence(stderr, 'DATABASE_URL');
  },
);

it.each(isThorough() ? [['keys', 'list'], ['tenants', 'show'], ['api'], ['worker']] : [['worker']])(
  '%s %s ends with one sentence about a database that is not migrated',
  async (...args) => {
    const { status, stderr } = await parley(args, {
      ...{ DATABASE_URL: await database({ empty: true }), TEMPORAL_ADDRESS: NOBODY },
      ...{ SMTP_URL: `smtp://${NOBODY}`, PARLEY_SECRET_KEY: SECRET, PUBLIC_URL: 'https://parley.test' },
    });
    expect(status).toBe(1);
    oneSentence(stderr, 'parley migrate');
  },
);

it.each(isThorough() ? [['api'], ['worker'], ['mailboxes', 'stop', 'inbox']] : [['worker']])(
  '%s %s ends with one sentence about a TEMPORAL_ADDRESS where nothing answers',
  async (...args) => {
    const { status, stderr } = await parley(args, {
      ...{ DATABASE_URL: await database(), TEMPORAL_ADDRESS: `127.0.0.1:${await occupiedPort()}` },
      ...{ SMTP_URL: `smtp://${NOBODY}`, PARLEY_SECRET_KEY: SECRET, PUBLIC_URL: 'https://parley.test' },
    });
    expect(status).toBe(1);
    oneSentence(stderr, 'TEMPORAL_ADDRESS');
  },
);

it('tells all missing and mistyped variables at once', async () => {
  const { status, stderr } = await parley(['worker'], { PORT: 'many' });
  expect(status).toBe(1);
  for (const name of [
    'PORT',
    'DATABASE_URL',
    'TEMPORAL_ADDRESS',
    'SMTP_URL',
    'PUBLIC_URL',
    'PARLEY_SECRET_KEY',
  ])
    expect(stderr).toContain(`  - ${name}: `);
});

it('migrate asks for ORGANIZER_EMAIL before it changes anything, and then makes the tenant', async () => {
  const url = await database({ empty: true });
  const env = { DATABASE_URL: url, TEMPORAL_ADDRESS: await testService('temporal') };
  const refused = await parley(['migrate'], env);
  expect(refused.status).toBe(1);
  oneSentence(refused.stderr, 'ORGANIZER_EMAIL');
  await expect(execute(url, 'select from schema_migrations')).rejects.toThrow();

  expect((await parley(['migrate'], { ...env, ORGANIZER_EMAIL: 'desk@own.test' })).stderr).toBe('');
  expect((await parley(['tenants', 'show'], { DATABASE_URL: url })).stdout).toContain('desk@own.test');
  expect((await parley(['migrate'], env)).status).toBe(0);
});

it('migrate says which SQL an administrator can run; with it, a user without CREATEROLE migrates', async () => {
  const admin = await database({ empty: true });
  const owner = await poorOwnerOf(admin);
  const env = {
    ...{ DATABASE_URL: owner.url, TEMPORAL_ADDRESS: await testService('temporal') },
    ORGANIZER_EMAIL: 'desk@own.test',
  };
  await testService('template'); // made the role parley_app, as an earlier installation would have
  const refused = await parley(['migrate'], env);
  expect(refused.status).toBe(1);
  const sql = `GRANT parley_app TO "${owner.user}"; GRANT parley_retention TO "${owner.user}";`;
  oneSentence(refused.stderr, sql);

  await execute(admin, sql);
  expect(await parley(['migrate'], env)).toMatchObject({ status: 0, stderr: '' });
  expect((await parley(['keys', 'create'], env)).stdout).toMatch(/^pk_/);
});

it('tenants update changes what is given, and only that', async () => {
  const url = await database({ empty: true });
  const env = { DATABASE_URL: url, TEMPORAL_ADDRESS: await testService('temporal') };
  await parley(['migrate'], { ...env, ORGANIZER_EMAIL: 'desk@own.test' });
  const changed = await parley(
    [
      'tenants',
      'update',
      'default',
      '--email',
      'new@own.test',
      '--one-click-links',
      'yes',
      '--policy',
      'soft',
      ...['--reminder-mail-minutes', '60,2880', '--reminder-alarm-minutes', 'none'],
    ],
    env,
  );
  expect(changed.stderr).toBe('');
  expect(changed.stdout).toMatch(/email +new@own\.test/);
  expect(changed.stdout).toMatch(/one-click-links +yes/);
  expect(changed.stdout).toMatch(/policy +soft/);
  expect(changed.stdout).toMatch(/reminder-mail-minutes +60,2880/);
  expect(changed.stdout).toMatch(/reminder-alarm-minutes +none/);
  expect(changed.stdout).toMatch(/product +Practice Session/);
  const wrong = await parley(['tenants', 'update', '--email', 'nobody', '--language', '!'], env);
  expect(wrong.status).toBe(1);
  oneSentence(wrong.stderr, '--email');
  expect(wrong.stderr).toContain('--language');
  for (const minutes of ['0', '1,2,3,4,5,6']) {
    const refused = await parley(['tenants', 'update', '--reminder-mail-minutes', minutes], env);
    expect([refused.status, refused.stderr]).toEqual([
      1,
      expect.stringContaining('whole numbers of minutes'),
    ]);
  }
});

it('commands beside an embedded start find its database by the data directory', async () => {
  const dataDir = temporaryDirectory();
  const none = await parley(['keys', 'list'], { PARLEY_DATA_DIR: dataDir });
  expect(none.status).toBe(1);
  oneSentence(none.stderr, 'DATABASE_URL');
  keepConnections(dataDir, {
    ...{ databaseUrl: await database(), temporalAddress: NOBODY, temporalUiUrl: undefined },
    ...{ smtpUrl: 'smtp://127.0.0.1:1', catches: true, secretKey: SECRET },
    ...{ dkimKeyFile: undefined, publicUrl: 'http://localhost:1' },
  });
  expect(await parley(['keys', 'list'], { PARLEY_DATA_DIR: dataDir })).toMatchObject({
    ...{ status: 0, stderr: '' },
    stdout: expect.stringContaining('no keys yet') as string,
  });
});
