import knex, { type Knex } from 'knex';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readContext } from '../../adapters/postgres/commit/context.ts';
import { connectDatabase } from '../../adapters/postgres/database.ts';
import { insertMeeting, insertTenant, HOUR, type TestMeeting } from '../pages/support/rows.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';

let owned: TestDatabase;
let database: Knex;
let meeting: TestMeeting;
beforeAll(async () => {
  owned = await createTestDatabase();
  database = connectDatabase(owned.url);
  const owner = knex({ client: 'pg', connection: owned.url });
  const tenantId = await insertTenant(owner);
  meeting = await insertMeeting(owner, { tenantId, startMs: Date.now() + 72 * HOUR });
  await owner.destroy();
});
afterAll(async () => {
  await database?.destroy();
  await owned?.drop();
});

const LOCK_NOT_AVAILABLE = '55P03';

/** What a second connection gets when it does something while a change of the meeting is being committed. */
async function meanwhile(statement: (trx: Knex.Transaction) => PromiseLike<unknown>): Promise<string> {
  return database.transaction(async (change) => {
    await readContext(change, meeting.meetingId, { lock: true });
    const other = database.transaction(async (trx) => {
      await trx.raw(`SET LOCAL lock_timeout = '500ms'`);
      await statement(trx);
    });
    return other.then(
      () => 'done',
      (error: unknown) => (error as { code: string }).code,
    );
  });
}

describe('while a meeting is being changed', () => {
  it('what only refers to it does not wait, like an answer that arrives', async () => {
    const line = { category: 'inbound', what: 'reply', actor: 'guest', door: 'mail', details: {} };
    const { tenantId, meetingId } = meeting;
    const written = await meanwhile((trx) =>
      trx('audit_log').insert({ tenant_id: tenantId, meeting_id: meetingId, ...line }),
    );
    expect(written).toBe('done');
  });

  it('nobody else can change it', async () => {
    expect(await meanwhile((trx) => readContext(trx, meeting.meetingId, { lock: true }))).toBe(
      LOCK_NOT_AVAILABLE,
    );
  });
});

describe('a connection', () => {
  it('prepares a statement once, whatever its values', async () => {
    const one = connectDatabase(owned.url, { poolSize: 1 });
    try {
      const titleOf = (id: string) => one('meetings').where({ id }).first<{ title: string }>('title');
      const found = await titleOf(meeting.meetingId);
      expect(found?.title).toContain('practice');
      expect(await titleOf(meeting.tenantId)).toBeUndefined();
      const prepared = await one.raw<{ rows: { statement: string }[] }>(
        `SELECT statement FROM pg_prepared_statements WHERE statement LIKE '%"title"%'`,
      );
      expect(prepared.rows).toHaveLength(1);
    } finally {
      await one.destroy();
    }
  });
});
