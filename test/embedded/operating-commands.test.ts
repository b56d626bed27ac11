import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { connectDatabase } from '../../adapters/postgres/database.ts';
import { ensureFirstTenant } from '../../adapters/postgres/tenants.ts';
import { loadConfig } from '../../config/index.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { startTestDns, type TestDns } from '../support/dns-server.ts';
import { testEnvironment } from '../support/environment.ts';
import { testService } from '../support/services.ts';
import { execute } from '../support/sql.ts';

vi.setConfig({ testTimeout: 240_000 });

const PROGRAM = join(import.meta.dirname, '..', '..', 'bin', 'parley.js');
let database: TestDatabase;
let dns: TestDns;
beforeAll(async () => {
  [database, dns] = await Promise.all([createTestDatabase(), startTestDns()]);
  const knex = connectDatabase(database.url);
  await ensureFirstTenant(knex, loadConfig({ ORGANIZER_EMAIL: 'scheduling@parley.test' }));
  await knex.destroy();
});
afterAll(async () => {
  await dns?.stop();
  await database?.drop();
});

async function parley(args: string[], env: Record<string, string> = {}) {
  const child = spawn(process.execPath, [PROGRAM, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: testEnvironment({
      ...{ DATABASE_URL: database.url, PARLEY_DATA_DIR: '/nowhere/parley', DNS_SERVERS: dns.address },
      PARLEY_SECRET_KEY: Buffer.alloc(32, 7).toString('base64'),
      ...env,
    }),
  });
  const exit = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const [stdout, stderr, status] = await Promise.all([text(child.stdout), text(child.stderr), exit]);
  return { status, stdout, stderr };
}

interface Report {
  ok: boolean;
  checks: { code: string; subject: string | null; state: string; message: string }[];
}

async function doctor(
  env: Record<string, string>,
): Promise<Report & { codes: string[]; status: number | null }> {
  const { status, stdout } = await parley(['doctor', '--json'], env);
  const report = JSON.parse(stdout) as Report;
  return { ...report, status, codes: report.checks.map(({ code }) => code) };
}

it('what waits and what failed is listed; where there is nothing, that is said', async () => {
  expect((await parley(['mail', 'list'])).stdout).toBe('Nothing is unsent, failed, held or put aside.\n');
  expect((await parley(['feeds', 'list'])).stdout).toBe('No room follows a calendar.\n');
  expect((await parley(['meetings', 'list'])).stdout).toBe('There are no such meetings.\n');
  expect(JSON.parse((await parley(['mail', 'list', '--json'])).stdout)).toEqual([]);
  expect(await parley(['mail', 'show', randomUUID()])).toMatchObject({ status: 1 });
  const wrong = await parley(['mail', 'list', '--status', 'lost']);
  expect([wrong.status, wrong.stderr]).toEqual([2, expect.stringContaining('There is no status "lost"')]);
});

it('endpoints are made, listed, tried and mended at the command line', async () => {
  const webhooks = async (...args: string[]) => {
    const { status, stdout, stderr } = await parley(['webhooks', ...args]);
    return { status, said: (stdout + stderr).trim() };
  };
  const refused = ['--events', 'meeting.lost', '--url', 'https://backend.example/'];
  expect((await webhooks('add', ...refused)).said).toContain('There is no event "meeting.lost"');
  expect((await webhooks('add', '--url', 'http://backend.example/')).said).toContain('must be https');
  const added = await webhooks('add', '--url', 'https://backend.example/h', '--events', 'meeting.booked');
  const [, id = ''] = /^([0-9a-f-]{36})\nwhsec_\S+\nThe second line is its secret/.exec(added.said) ?? [];
  expect((await webhooks('list')).said).toMatch(
    new RegExp(`^ID +STATUS .*\n${id} +enabled .*meeting.booked$`),
  );
  const delivery = (await webhooks('test', id)).said;
  const listed = (await webhooks('deliveries', id, '--status', 'pending', '--json')).said;
  expect(JSON.parse(listed)).toMatchObject([
    { id: delivery, type: 'parley.test', state: 'pending', attempts: [] },
  ]);
  for (const wrong of [['--contact', 'nope'], ['--enable', '--disable'], []])
    expect(await webhooks('update', id, ...wrong)).toMatchObject({ status: 1 });
  expect((await webhooks('update', id, '--disable')).said).toBe('Changed.');
  expect((await webhooks('redeliver', id, delivery)).said).toContain('The endpoint is disabled');
  expect((await webhooks('rotate-secret', id)).said).toMatch(/^whsec_/);
  expect((await webhooks('remove', id)).said).toBe('Removed.');
});

it('the doctor names each part that is broken, and stops at none', async () => {
  const plain = new SMTPServer({ disabledCommands: ['STARTTLS'] });
  const port = await new Promise<number>((resolve) => {
    plain.listen(0, '127.0.0.1', () => resolve((plain.server.address() as AddressInfo).port));
  });
  await execute(database.url, `DELETE FROM schema_migrations WHERE name LIKE '0027%'`);
  const { ok, status, codes, checks } = await doctor({
    ...{ TEMPORAL_ADDRESS: '127.0.0.1:1', SMTP_URL: `smtp://desk:hush@127.0.0.1:${port}` },
    ...{
      SMTP_REQUIRE_TLS: 'true',
      PUBLIC_URL: 'http://127.0.0.1:9',
      IMAP_URL: 'imap://desk:hush@127.0.0.1:9',
    },
  });
  await execute(
    database.url,
    `INSERT INTO schema_migrations (name, batch, migration_time) VALUES ('0027_operators.ts', 1, now())`,
  );
  await new Promise<void>((resolve) => plain.close(resolve));
  expect([ok, status]).toEqual([false, 1]);
  // On a machine that is busy the time of the check is up before that of the connection.
  expect(codes.some((code) => code === 'temporal-unreachable' || code === 'no-answer')).toBe(true);
  for (const code of ['database-fine', 'migrations-pending', 'smtp-no-tls']) expect(codes).toContain(code);
  for (const code of ['mailbox-unreachable', 'spf-missing', 'dmarc-missing', 'pages-unreachable'])
    expect(codes).toContain(code);
  expect(JSON.stringify(checks)).not.toMatch(/hush|scheduling@/);
});

it('a setting that cannot be used hides nothing else, and a Temporal that is not there leaves no stack behind', async () => {
  const { status, stdout, stderr } = await parley(['doctor', '--json'], {
    ...{ PORT: '99999', TEMPORAL_ADDRESS: '127.0.0.1:1' },
  });
  expect([status, stderr]).toEqual([1, '']);
  const codes = (JSON.parse(stdout) as Report).checks.map(({ code }) => code);
  for (const code of ['settings-wrong', 'database-fine', 'temporal-unreachable'])
    expect(codes).toContain(code);
});

it('a setting that another one needs is told once', async () => {
  const { checks } = await doctor({ VIDEO_PROVIDER: 'daily' });
  expect(checks.map(({ code }) => code)).toEqual(['settings-wrong']);
});

it('a tenant’s address has to be one', async () => {
  const wrong = await parley(['tenants', 'create', '--name', 'X', '--email', 'nope']);
  expect([wrong.status, wrong.stderr]).toEqual([1, '"nope" is no e-mail address.\n']);
});

it('a search attribute that is missing, a role, a queue without a worker and a record that is there are told', async () => {
  dns.zone.set('parley.test', [['v=spf1 mx -all']]);
  const { codes } = await doctor({
    ...{
      TEMPORAL_ADDRESS: await testService('temporal'),
      TEMPORAL_TASK_QUEUE_PREFIX: `test-${randomUUID()}-`,
    },
    SMTP_URL: 'smtp://127.0.0.1:9',
  });
  for (const code of [
    'temporal-fine',
    'queue-unwatched',
    'smtp-unreachable',
    'spf-fine',
    'database-role-fine',
  ])
    expect(codes).toContain(code);
});
