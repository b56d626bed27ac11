import { createHash, randomUUID } from 'node:crypto';
import { expect, it, onTestFinished } from 'vitest';
import { connectDatabase } from '../../adapters/postgres/database.ts';
import { claimKey, freeKey, LOCK_SECONDS, renewLock } from '../../adapters/postgres/idempotency.ts';
import { createTestDatabase } from '../support/database.ts';

async function world() {
  const made = await createTestDatabase();
  const knex = connectDatabase(made.url);
  onTestFinished(async () => {
    await knex.destroy();
    await made.drop();
  });
  const request = { scope: 'tenant', key: randomUUID(), requestHash: createHash('sha256').digest() };
  const claim = await claimKey(knex, request);
  if (claim.kind !== 'execute') throw new Error(claim.kind);
  /** As if so many seconds had gone by. */
  const wait = (seconds: number) =>
    knex.raw(
      `UPDATE idempotency_keys SET locked_until = locked_until - ? * interval '1 second' RETURNING locked_until::text AS lock`,
      [seconds],
    ) as Promise<{ rows: { lock: string }[] }>;
  return { knex, request, lock: claim.lock, wait };
}

it('the key of a process that died is taken over after seconds', async () => {
  const { knex, request, wait } = await world();
  expect(await claimKey(knex, request)).toEqual({ kind: 'in-flight' });
  await wait(LOCK_SECONDS);
  expect(LOCK_SECONDS).toBeLessThanOrEqual(10);
  expect((await claimKey(knex, request)).kind).toBe('execute');
});

it('a process that lives keeps its key, and frees it under the renewed lock', async () => {
  const { knex, request, wait } = await world();
  const { rows } = await wait(LOCK_SECONDS - 1);
  const renewed = await renewLock(knex, request, rows[0]!.lock);
  await wait(LOCK_SECONDS - 1);
  expect(await claimKey(knex, request)).toEqual({ kind: 'in-flight' });
  const again = (await wait(0)).rows[0]!.lock;
  expect(renewed).not.toBeNull();
  await freeKey(knex, request, again);
  expect((await claimKey(knex, request)).kind).toBe('execute');
});

it('whoever lost the key to another renews nothing', async () => {
  const { knex, request, lock, wait } = await world();
  await wait(LOCK_SECONDS);
  await claimKey(knex, request);
  expect(await renewLock(knex, request, lock)).toBeNull();
});
