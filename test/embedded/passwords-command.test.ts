import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { connectDatabase } from '../../adapters/postgres/database.ts';
import { ensureFirstTenant } from '../../adapters/postgres/tenants.ts';
import { loadConfig } from '../../config/index.ts';
import { PasswordDoor } from '../../queries/app-passwords.ts';
import { insertHost } from '../booking/support/event-types.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { testEnvironment } from '../support/environment.ts';

vi.setConfig({ testTimeout: 240_000 });

const PROGRAM = join(import.meta.dirname, '..', '..', 'bin', 'parley.js');
let database: TestDatabase;
let email: string;

beforeAll(async () => {
  database = await createTestDatabase();
  const knex = connectDatabase(database.url);
  const { id } = await ensureFirstTenant(knex, loadConfig({}));
  ({ email } = await insertHost(knex, id));
  await knex.destroy();
});
afterAll(() => database?.drop());

/** What `parley passwords …` prints, apart from what is for people only. */
function passwords(...args: string[]): { text: string; beside: string } {
  const env = testEnvironment({ DATABASE_URL: database.url, PARLEY_DATA_DIR: '/nowhere/parley' });
  const ran = spawnSync(process.execPath, [PROGRAM, 'passwords', ...args], { encoding: 'utf8', env });
  const beside = ran.stderr.trim();
  return { text: ran.status === 0 ? ran.stdout.trim() : `${ran.status}: ${beside}`, beside };
}

it('a password is made, shown once, listed without itself, and ended', async () => {
  expect(passwords('list', email).text).toContain('They have no password');
  const made = passwords('create', email.toUpperCase(), '--name', 'Phone');
  expect(made.text).toMatch(/^([a-z2-9]{5}-){4}[a-z2-9]{5}$/);
  expect(made.beside).toMatch(
    new RegExp(`^Password [0-9a-f-]{36}, with the user name ${email}. It cannot be shown again.$`),
  );
  const listed = passwords('list', email).text;
  expect(listed).toMatch(/^ID +MADE +USED +NAME$/m);
  expect(listed).toMatch(/-  +Phone$/m);
  expect(listed).not.toContain(made.text);
  const knex = connectDatabase(database.url);
  const door = new PasswordDoor({ knex, clock: { nowMs: Date.now } });
  expect(await door.signIn(email, made.text)).toMatchObject({ kind: 'member' });
  const id = /[0-9a-f-]{36}/.exec(made.beside)?.[0] ?? '';
  expect(passwords('revoke', email, id).text).toBe('Revoked.');
  const later = new PasswordDoor({ knex, clock: { nowMs: Date.now } });
  expect(await later.signIn(email, made.text)).toBe('wrong');
  await knex.destroy();
});

it.each([
  [['create', 'who@own.test'], '1: There is no member "who@own.test"; "parley members list" shows them.'],
  [['create', 'EMAIL', '--name', ' '], '1: A name has 1 to 100 characters.'],
  [['revoke', 'EMAIL', 'nothing'], '1: They have no password "nothing" that works.'],
])('%j is refused in one sentence', (args, sentence) => {
  expect(passwords(...args.map((arg) => (arg === 'EMAIL' ? email : arg))).text).toBe(sentence);
});
