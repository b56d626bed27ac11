import { ensurePerson } from '../../adapters/postgres/people/person.ts';
import { randomUUID } from 'node:crypto';
import knex, { type Knex } from 'knex';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  insertLink,
  insertMeeting,
  insertProposal,
  reserve,
  type TestMeeting,
} from '../pages/support/rows.ts';
import { HOUR } from './support/people.ts';
import { startRecordedApi, type RecordedApi } from './support/served-api.ts';

let api: RecordedApi;
let owner: Knex;
let meeting: TestMeeting;
const startMs = Date.now() + 72 * HOUR;
beforeAll(async () => {
  api = await startRecordedApi();
  owner = knex({ client: 'pg', connection: api.ownerUrl });
  meeting = await insertMeeting(api.knex, { tenantId: api.tenant.id, startMs });
});
afterAll(async () => {
  await owner?.destroy();
  await api?.stop();
});

const DENIED = '42501';
const codeOf = (statement: PromiseLike<unknown>): Promise<string> =>
  Promise.resolve(statement).then(
    () => 'done',
    (error: unknown) => (error as { code: string }).code,
  );

describe('the application may add to its history, never change it', () => {
  it.each([
    ['audit_log', 'what'],
    ['meeting_changes', 'event_key'],
    ['raw_messages', 'sealed'],
    ['invite_requests', 'email'],
  ])('%s', async (table, column) => {
    expect(await codeOf(api.knex(table).limit(1))).toBe('done');
    expect(await codeOf(api.knex(table).update({ [column]: null }))).toBe(DENIED);
    expect(await codeOf(api.knex(table).delete())).toBe(DENIED);
    expect(await codeOf(api.knex.raw('TRUNCATE ??', [table]))).toBe(DENIED);
  });

  it('nor remove what people were sent, answered or decided', async () => {
    for (const table of ['meetings', 'invitations', 'pending_proposals', 'magic_links', 'imip_messages']) {
      expect(await codeOf(api.knex(table).delete())).toBe(DENIED);
    }
    expect(await codeOf(api.knex.raw('CREATE TABLE mine (id int)'))).toBe(DENIED);
    expect(await codeOf(api.knex.raw('DROP TABLE audit_log'))).toBe(DENIED);
  });
});

describe('the schema carries the rules', () => {
  const [CHECK, UNIQUE, FOREIGN, EXCLUDED] = ['23514', '23505', '23503', '23P01'];
  const rooms = () => owner('meetings').where({ id: meeting.meetingId });

  it('a meeting ends after it starts, and has a title', async () => {
    expect(await codeOf(rooms().update({ end_utc: new Date(startMs) }))).toBe(CHECK);
    expect(await codeOf(rooms().update({ title: '' }))).toBe(CHECK);
    expect(await codeOf(rooms().update({ ics_sequence: -1 }))).toBe(CHECK);
  });

  it('no row of one tenant belongs to a room of another', async () => {
    const other = await api.addTenant('other');
    const uid = meeting.uid;
    const line = { category: 'timeline', what: 'booked', actor: 'backend', door: 'api' };
    const foreign = { tenant_id: other.id, meeting_id: meeting.meetingId };
    expect(await codeOf(owner('audit_log').insert({ ...foreign, ...line }))).toBe(FOREIGN);
    const { contactId } = await ensurePerson(owner, other.id, 'a@example.com');
    const request = { id: randomUUID(), email: 'a@example.com', contact_id: contactId };
    expect(await codeOf(owner('invite_requests').insert({ ...request, ...foreign }))).toBe(FOREIGN);
    const own = { tenant_id: api.tenant.id, meeting_id: meeting.meetingId };
    expect(await codeOf(owner('invite_requests').insert({ ...request, ...own }))).toBe(FOREIGN);
    const link = { purpose: 'propose', role: 'guest', expiresMs: startMs } as const;
    const theirs = { tenantId: other.id, meetingId: meeting.meetingId, uid };
    expect(await codeOf(insertLink(owner, theirs, link))).toBe(FOREIGN);
  });

  it('an attendee has one open proposal, and it ends after it starts', async () => {
    const proposal = { startMs: startMs + HOUR, expiresMs: startMs };
    await insertProposal(owner, meeting, proposal);
    expect(await codeOf(insertProposal(owner, meeting, proposal))).toBe(UNIQUE);
    expect(await codeOf(insertProposal(owner, meeting, { ...proposal, by: 'host', lengthMs: 0 }))).toBe(
      CHECK,
    );
    const decided = { ...proposal, by: 'host', status: 'approved' } as const;
    expect(await codeOf(insertProposal(owner, meeting, decided))).toBe(CHECK);
  });

  it('nobody is in two meetings at a time that they hold', async () => {
    const hold = (room: TestMeeting) => codeOf(reserve(owner, room.meetingId, 'host'));
    const half = await insertMeeting(owner, { tenantId: api.tenant.id, startMs: startMs + HOUR / 2 });
    const next = await insertMeeting(owner, { tenantId: api.tenant.id, startMs: startMs + HOUR });
    expect(await hold(meeting)).toBe('done');
    expect(await hold(half)).toBe(EXCLUDED);
    expect(await hold(next)).toBe('done');
  });
});
