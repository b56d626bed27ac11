import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Knex } from 'knex';
import { connectDatabase } from '../../adapters/postgres/database.ts';
import { createTenant, ensureFirstTenant } from '../../adapters/postgres/tenants.ts';
import { recipientCheck } from '../../api/smtp/recipients.ts';
import { loadConfig } from '../../config/index.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';

let database: TestDatabase;
let knex: Knex;
const config = loadConfig({ ORGANIZER_EMAIL: 'Scheduling@Parley.Test' });
beforeAll(async () => {
  database = await createTestDatabase();
  knex = connectDatabase(database.url);
  await ensureFirstTenant(knex, config);
});
afterAll(async () => {
  await knex.destroy();
  await database.drop();
});

it('mail is taken for the domains of the tenants’ mailboxes, and for a new tenant’s a minute later', async () => {
  let nowMs = 0;
  const accepts = recipientCheck('tenants', knex, () => nowMs);
  expect(await accepts('reply+1@parley.TEST')).toBe(true);
  expect(await accepts('desk@other.test')).toBe(false);
  const organizerEmail = 'desk@other.test';
  await createTenant(knex, { ...config.firstTenant, slug: 'other', organizerEmail });
  expect(await accepts('desk@other.test')).toBe(false);
  nowMs += 60_000;
  expect(await accepts('desk@other.test')).toBe(true);
  expect(await accepts('"a@parley.test"@evil.test')).toBe(false);
});

it('named domains need no database, and any is any', async () => {
  const named = recipientCheck(['Mail.Test'], knex, () => 0);
  expect([await named('a@mail.test'), await named('a@parley.test'), await named('mail.test')]).toEqual([
    true,
    false,
    true,
  ]);
  expect(await recipientCheck('any', knex, () => 0)('a@elsewhere.test')).toBe(true);
});

it('what could not be read is read again with the next recipient', async () => {
  let fails = true;
  const flaky = new Proxy(knex, {
    apply(target, self, args) {
      if (fails) throw new Error('gone');
      return Reflect.apply(target, self, args) as unknown;
    },
  });
  const accepts = recipientCheck('tenants', flaky, () => 0);
  await expect(accepts('a@parley.test')).rejects.toThrow('gone');
  fails = false;
  expect(await accepts('a@parley.test')).toBe(true);
});
