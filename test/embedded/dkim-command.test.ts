import { execFileSync, spawn } from 'node:child_process';
import { copyFileSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestDns, type TestDns } from '../support/dns-server.ts';
import { dkimKeyFileOf, openDataDir } from '../../workers/embedded/data-dir.ts';
import { testEnvironment } from '../support/environment.ts';
import { temporaryDirectory } from './helpers.ts';

const PROGRAM = join(import.meta.dirname, '..', '..', 'bin', 'parley.js');

let dns: TestDns;
beforeAll(async () => {
  dns = await startTestDns();
});
afterAll(() => dns?.stop());

/** Not `spawnSync`: the DNS server answers from this process. */
async function parley(args: string[], env: Record<string, string> = {}, cwd?: string) {
  const child = spawn(process.execPath, [PROGRAM, ...args], {
    cwd,
    env: testEnvironment({ DNS_SERVERS: dns.address, ORGANIZER_EMAIL: 'scheduling@parley.test', ...env }),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const exit = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const [stdout, stderr, status] = await Promise.all([text(child.stdout), text(child.stderr), exit]);
  return { status, stdout, stderr };
}

/** Puts the lines of a zone file into the DNS, as an operator does. */
function publish(zoneFile: string): void {
  for (const [, name, value] of zoneFile.matchAll(/^(\S+)\. IN TXT (.+)$/gm)) {
    dns.zone.set(name!, [[...value!.matchAll(/"([^"]*)"/g)].map(([, one]) => one!)]);
  }
}

it('a key is made, its records printed, published, and found right', async () => {
  const file = join(temporaryDirectory(), 'key.pem');
  const env = { DKIM_KEY_FILE: file, SMTP_URL: 'smtp://mail.parley.test:25' };

  const created = await parley(['dkim', 'create', '--file', file]);
  expect(created).toMatchObject({ status: 0, stderr: '' });
  expect(statSync(file).mode & 0o777).toBe(0o600);
  const key = readFileSync(file, 'utf8');
  const again = await parley(['dkim', 'create'], env);
  expect(again.status).toBe(1);
  expect(again.stderr).toContain('never overwritten');
  expect(readFileSync(file, 'utf8')).toBe(key);

  const before = await parley(['dkim', 'check'], env);
  expect(before.status).toBe(1);
  expect(before.stdout.match(/^MISSING/gm)).toHaveLength(3);

  const records = await parley(['dkim'], env);
  expect(records).toMatchObject({ status: 0, stderr: '' });
  expect(records.stdout).toContain('parley._domainkey.parley.test. IN TXT ( "v=DKIM1; k=rsa; p=');
  expect(records.stdout).toContain('"v=spf1 mx a:mail.parley.test ~all"');
  expect(records.stdout).toContain('_dmarc.parley.test. IN TXT "v=DMARC1; p=none"');
  publish(records.stdout);

  const after = await parley(['dkim', 'check'], env);
  expect(after).toMatchObject({ status: 0, stderr: '' });
  expect(after.stdout.match(/^right/gm)).toHaveLength(3);

  const other = await parley(['dkim', 'check', '--domain', 'other.test'], env);
  expect(other.status).toBe(1);
  expect(other.stdout).toContain('parley._domainkey.other.test');
});

it('a key that nobody said where to put is where git does not look, and is found there; none is overwritten', async () => {
  const checkout = temporaryDirectory();
  const git = (...args: string[]) => execFileSync('git', args, { cwd: checkout, encoding: 'utf8' });
  git('init', '--quiet');
  copyFileSync(join(import.meta.dirname, '..', '..', '.gitignore'), join(checkout, '.gitignore'));
  git('add', '.gitignore');
  const within = (args: string[]) => parley(args, {}, checkout);
  const created = await within(['dkim', 'create']);
  expect(created).toMatchObject({ status: 0, stderr: '' });
  const [, file = ''] = /DKIM_KEY_FILE=(\S+) /.exec(created.stdout) ?? [];
  expect(statSync(file).mode & 0o777).toBe(0o600);
  const key = readFileSync(file, 'utf8');
  expect(git('status', '--porcelain', '--untracked-files=all')).toBe('A  .gitignore\n');
  expect((await within(['dkim'])).stdout).toContain('v=DKIM1');

  const again = await within(['dkim', 'create']);
  expect(again).toMatchObject({ status: 1, stdout: '' });
  expect(again.stderr).toContain('never overwritten');
  expect(readFileSync(file, 'utf8')).toBe(key);
  // The directory is one that an embedded start takes, with the key.
  openDataDir(join(checkout, '.parley')).release();
  expect(dkimKeyFileOf(join(checkout, '.parley'))).toBe(file);
  expect(readFileSync(file, 'utf8')).toBe(key);
});

it('a key that is missing or unusable is a sentence', async () => {
  const directory = temporaryDirectory();
  const none = await parley(['dkim'], { PARLEY_DATA_DIR: join(directory, 'none') });
  expect(none).toMatchObject({ status: 1, stdout: '' });
  expect(none.stderr).toContain('parley dkim create');
  const broken = await parley(['dkim'], { DKIM_PRIVATE_KEY: 'nothing' });
  expect(broken.status).toBe(1);
  expect(broken.stderr).toContain('DKIM_PRIVATE_KEY: cannot be used');
  expect(broken.stderr).not.toContain('    at ');
  const servers = await parley(['dkim', 'check'], { DNS_SERVERS: 'nowhere' });
  expect(servers.stderr).toContain('DNS_SERVERS: must be addresses');
});

it('mail from a domain that DKIM_DOMAIN is not above is not signed, and the check says so', async () => {
  const file = join(temporaryDirectory(), 'key.pem');
  await parley(['dkim', 'create', '--file', file]);
  const checked = await parley(['dkim', 'check'], { DKIM_KEY_FILE: file, DKIM_DOMAIN: 'elsewhere.test' });
  expect(checked.status).toBe(1);
  expect(checked.stdout).toContain('Mail from parley.test is not signed');
});
