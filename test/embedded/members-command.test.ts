import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { connectDatabase } from '../../adapters/postgres/database.ts';
import { ensureFirstTenant } from '../../adapters/postgres/tenants.ts';
import { loadConfig } from '../../config/index.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { testEnvironment } from '../support/environment.ts';

vi.setConfig({ testTimeout: 240_000 });

const PROGRAM = join(import.meta.dirname, '..', '..', 'bin', 'parley.js');
let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
  const knex = connectDatabase(database.url);
  await ensureFirstTenant(knex, loadConfig({}));
  await knex.destroy();
});
afterAll(() => database?.drop());

/** What `parley members …` prints. */
function members(...args: string[]): string {
  const env = testEnvironment({ DATABASE_URL: database.url, PARLEY_DATA_DIR: '/nowhere/parley' });
  const ran = spawnSync(process.execPath, [PROGRAM, 'members', ...args], { encoding: 'utf8', env });
  return ran.status === 0 ? ran.stdout.trim() : `${ran.status}: ${ran.stderr.trim()}`;
}

it('members are added and listed, and their addresses changed', () => {
  expect(members('list')).toContain('There are no members yet');
  const id = members(
    'add',
    '--email',
    'Mia@own.test,mia@old.test',
    '--name',
    'Mia',
    '--timezone',
    'Europe/Vienna',
  );
  expect(id).toMatch(/^[0-9a-f-]{36}$/);
  expect(members('list')).toMatch(/^ID +ADDRESSES +ZONE +NAME$/m);
  expect(members('list')).toContain(`${id}  Mia@own.test,mia@old.test  Europe/Vienna  Mia`);
  const changes = ['--add', 'mia@new.test', '--remove', 'mia@old.test', '--primary', 'MIA@new.test'];
  expect(members('addresses', 'mia@OLD.test', ...changes).split('\n')).toEqual([
    'mia@new.test  primary  not verified',
    'Mia@own.test  other  not verified',
  ]);
  expect(members('addresses', id)).toContain('mia@new.test  primary');
});

it.each([
  [['add', '--email', 'nobody'], '1: "nobody" is no e-mail address.'],
  [
    ['add', '--email', 'a@own.test', '--timezone', 'Mars/Base'],
    '1: "Mars/Base" is no IANA time zone, as Europe/Vienna.',
  ],
  [['addresses', 'who@own.test'], '1: There is no member "who@own.test"; "parley members list" shows them.'],
  [['list', '--tenant', 'nobodys'], '1: There is no tenant "nobodys".'],
])('%j is refused in one sentence', (args, sentence) => {
  expect(members(...args)).toBe(sentence);
});

it('an address is one member’s, and a member keeps one', () => {
  const id = members('add', '--email', 'only@own.test');
  expect(members('add', '--email', 'ONLY@own.test')).toBe(
    '1: The address is another principal’s of the tenant.',
  );
  expect(members('addresses', id, '--remove', 'only@own.test')).toBe('1: addresses: a member must have one.');
});
