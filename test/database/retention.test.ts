import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ContentRemoved } from '../../activities/inbound/ports.ts';
import { connectDatabase } from '../../adapters/postgres/database.ts';
import { ensureMember } from '../../adapters/postgres/people/addresses.ts';
import { createInboundStore } from '../../adapters/postgres/inbound/store.ts';
import { RETENTION_RULES } from '../../adapters/postgres/retention/rules.ts';
import { removeOld } from '../../adapters/postgres/retention/run.ts';
import { createSealer } from '../../adapters/secrets/sealing.ts';
import { loadConfig, type Retention } from '../../config/index.ts';
import { insertMeeting, insertTenant, DAY, type TestMeeting } from '../pages/support/rows.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { SECRET_KEY } from '../support/world.ts';

const NOW = Date.now();
const ago = (days: number): Date => new Date(NOW - days * DAY);

let owned: TestDatabase;
let app: Knex;
let remover: Knex;
let owner: Knex;
let tenantId: string;
beforeAll(async () => {
  owned = await createTestDatabase();
  app = connectDatabase(owned.url);
  remover = connectDatabase(owned.url, { role: 'parley_retention', poolSize: 1 });
  owner = connectDatabase(owned.url);
  await owner.raw('RESET ROLE');
  tenantId = await insertTenant(app);
});
afterAll(async () => {
  await Promise.all([app?.destroy(), remover?.destroy(), owner?.destroy()]);
  await owned?.drop();
});

const everything: Retention = {
  rawDays: 30,
  strayDays: 7,
  messagesDays: 60,
  auditDays: 60,
  linksDays: 60,
  fetchesDays: 60,
  sessionsDays: 60,
  outboxDays: 60,
  webhooksDays: 60,
  versionsDays: 30,
  changesDays: 90,
};
const run = (retention: Partial<Retention> = {}) =>
  removeOld(remover, NOW, { retention: { ...everything, ...retention }, batch: 2 });

/** A meeting that was over so long ago; null: it lives. */
async function meeting(overDaysAgo: number | null): Promise<TestMeeting> {
  const made = await insertMeeting(app, {
    tenantId,
    startMs: overDaysAgo === null ? NOW + DAY : NOW - overDaysAgo * DAY,
    status: overDaysAgo === null ? 'scheduled' : 'closed',
  });
  if (overDaysAgo !== null)
    await app('meetings')
      .where({ id: made.meetingId })
      .update({ updated_at: ago(overDaysAgo) });
  return made;
}

async function raw(days: number): Promise<string> {
  const id = randomUUID();
  const sealed = createSealer(SECRET_KEY).seal(Buffer.from('From: a@example.org\r\n\r\nHello'));
  await app('raw_messages').insert({ id, sha256: Buffer.alloc(32), size: 10, sealed, created_at: ago(days) });
  return id;
}

async function messageIn(about: TestMeeting | null, days: number, decision: string | null = 'reply') {
  const [id, rawId] = [randomUUID(), await raw(days)];
  await app('imip_messages').insert({
    id,
    tenant_id: about?.tenantId ?? null,
    meeting_id: about?.meetingId ?? null,
    dedupe_key: id,
    door: 'smtp',
    decision,
    raw_id: rawId,
    received_at: ago(days),
  });
  return { id, rawId };
}

async function messageOut(about: TestMeeting, days: number, state = 'sent') {
  const [id, rawId] = [randomUUID(), await raw(days)];
  await app('outgoing_messages').insert({
    id,
    tenant_id: about.tenantId,
    meeting_id: about.meetingId,
    uid: about.uid,
    attendee_id: 'guest',
    kind: 'invitation',
    method: 'REQUEST',
    sequence: 0,
    message_key: id,
    revision: 1,
    message_id: `<${id}@parley.test>`,
    raw_id: rawId,
    state,
    prepared_at: ago(days),
  });
  return { id, rawId };
}

const bytesOf = async (...ids: string[]): Promise<boolean[]> => {
  const rows: { id: string; sealed: Buffer | null }[] = await app('raw_messages').whereIn('id', ids);
  return ids.map((id) => (rows.find((row) => row.id === id)?.sealed ?? null) !== null);
};
const thereAre = async (table: string, ...ids: string[]): Promise<boolean[]> => {
  const rows: string[] = await app(table).whereIn('id', ids).pluck('id');
  return ids.map((id) => rows.includes(id));
};

describe('the bytes of mail', () => {
  it('go when their meeting has been over for long enough; what was decided stays', async () => {
    const [old, recent, living] = [await meeting(40), await meeting(10), await meeting(null)];
    const kept = [
      await messageIn(recent, 50),
      await messageIn(living, 50),
      await messageIn(old, 50, null),
      await messageOut(living, 50),
      await messageOut(old, 50, 'prepared'),
      await messageOut(old, 50, 'deferred'),
    ];
    const gone = [await messageIn(old, 50), await messageOut(old, 50), await messageOut(old, 50, 'failed')];
    await run({ messagesDays: 0 });
    expect(await bytesOf(...kept.map(({ rawId }) => rawId))).toEqual(kept.map(() => true));
    expect(await bytesOf(...gone.map(({ rawId }) => rawId))).toEqual(gone.map(() => false));
    expect(await thereAre('imip_messages', gone[0]!.id)).toEqual([true]);
    const store = createInboundStore(app, createSealer(SECRET_KEY), '+');
    await expect(store.stored(gone[0]!.id)).rejects.toThrow(ContentRemoved);
  });

  it('about no meeting go sooner', async () => {
    const [old, recent] = [await messageIn(null, 8, 'ignored'), await messageIn(null, 6, 'ignored')];
    await run({ messagesDays: 0 });
    expect(await bytesOf(old.rawId, recent.rawId)).toEqual([false, true]);
  });
});

it('what is known of mail goes with its time, and with nothing left behind', async () => {
  const [old, living] = [await meeting(70), await meeting(null)];
  const gone = [await messageIn(old, 80), await messageIn(null, 80, 'ignored')];
  const kept = [await messageIn(living, 80), await messageIn(old, 80, null)];
  const out = await messageOut(old, 80);
  await run();
  expect(await thereAre('imip_messages', ...gone.map(({ id }) => id))).toEqual([false, false]);
  expect(await thereAre('imip_messages', ...kept.map(({ id }) => id))).toEqual([true, true]);
  expect(await thereAre('outgoing_messages', out.id)).toEqual([false]);
  const rawIds = [...gone, out].map(({ rawId }) => rawId);
  expect(await thereAre('raw_messages', ...rawIds)).toEqual(rawIds.map(() => false));
});

it('sessions, sign-ins, fetches, the audit log, links and the outbox go, each by its own time', async () => {
  const about = await meeting(70);
  const member = await owner.transaction((trx) => ensureMember(trx, tenantId, { address: 'a@b' }));
  const hash = () => Buffer.from(randomUUID().replaceAll('-', '').repeat(2), 'hex');
  const rows = (days: number) =>
    [
      [
        'sessions',
        {
          token_hash: hash(),
          tenant_id: tenantId,
          principal_id: member,
          created_at: ago(days + 1),
          expires_at: ago(days),
        },
      ],
      [
        'sign_ins',
        {
          id: randomUUID(),
          tenant_id: tenantId,
          principal_id: member,
          address: 'a@b',
          created_at: ago(days + 1),
          expires_at: ago(days),
        },
      ],
      [
        'notices',
        {
          id: randomUUID(),
          tenant_id: tenantId,
          principal_id: member,
          address: 'a@b',
          kind: 'feed-failing',
          room_id: member,
          problem: 'timeout',
          since: ago(days + 1),
          created_at: ago(days),
        },
      ],
      [
        'audit_log',
        { tenant_id: tenantId, at: ago(days), category: 'room', what: 'x', actor: 'parley', door: 'room' },
      ],
      [
        'outbox',
        { tenant_id: tenantId, uid: 'u', event_key: randomUUID(), event: '{}', delivered_at: ago(days) },
      ],
      [
        'magic_links',
        {
          id: randomUUID(),
          tenant_id: tenantId,
          meeting_id: about.meetingId,
          uid: about.uid,
          purpose: 'propose',
          attendee_id: 'guest',
          actor_email: 'g@x',
          token_hash: hash(),
          created_at: ago(days + 9),
          expires_at: ago(days),
        },
      ],
    ] as const;
  for (const days of [61, 59]) for (const [table, row] of rows(days)) await app(table).insert(row);
  await app('outbox').insert({
    tenant_id: tenantId,
    uid: 'u',
    event_key: 'waits',
    event: '{}',
    created_at: ago(99),
  });
  const removed = await run();
  expect(removed).toMatchObject({ sessions: 1, 'sign-ins': 1, notices: 1, audit: 1, outbox: 1, links: 1 });
  expect(await app('outbox').where({ event_key: 'waits' })).toHaveLength(1);
});

it('nothing goes whose time is for ever, and a run ends when it is told to', async () => {
  const days = Object.fromEntries(Object.keys(everything).map((key) => [key, 0])) as unknown as Retention;
  await messageIn(null, 99, 'ignored');
  expect(await removeOld(remover, NOW, { retention: days })).toEqual({});
  const stopping = AbortSignal.abort();
  expect(await removeOld(remover, NOW, { retention: everything }, stopping)).toEqual({});
});

it('is done by one process at a time', async () => {
  const another = connectDatabase(owned.url, { role: 'parley_retention', poolSize: 1 });
  await another.raw(`SELECT pg_advisory_lock(hashtextextended('parley retention', 0))`);
  expect(await run()).toBeNull();
  await another.destroy();
  expect(await run()).not.toBeNull();
});

it('the application may not remove what the job may, and the job may write nothing', async () => {
  for (const table of ['audit_log', 'raw_messages', 'imip_messages', 'outgoing_messages'])
    await expect(app(table).delete()).rejects.toThrow('permission denied');
  await expect(app('raw_messages').update({ sealed: null })).rejects.toThrow('permission denied');
  await expect(remover('tenants').delete()).rejects.toThrow('permission denied');
  await expect(remover('meetings').delete()).rejects.toThrow('permission denied');
  await expect(
    remover('audit_log').insert({ category: 'room', what: 'x', actor: 'parley', door: 'room' }),
  ).rejects.toThrow('permission denied');
});

it('the bytes of mail and most else end by themselves where nothing is configured', () => {
  const { retention } = loadConfig({});
  expect(retention).toEqual({
    rawDays: 30,
    strayDays: 7,
    messagesDays: 0,
    auditDays: 0,
    linksDays: 90,
    fetchesDays: 90,
    sessionsDays: 30,
    outboxDays: 30,
    webhooksDays: 30,
    versionsDays: 30,
    changesDays: 90,
  });
  expect(new Set(RETENTION_RULES.map(({ what }) => what)).size).toBe(RETENTION_RULES.length);
});
