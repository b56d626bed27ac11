import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { MeetingStore } from '../../activities/meeting/ports.ts';
import { connectDatabase } from '../../adapters/postgres/database.ts';
import { createMeeting, insertInviteRequest } from '../../adapters/postgres/booked-meetings.ts';
import { hashToken } from '../../adapters/secrets/token.ts';
import type { MeetingEvent, Proposed } from '../../domain/meeting/events.ts';
import { openMeeting, type MeetingState } from '../../domain/meeting/state.ts';
import { GUEST, HOST, HOUR, insertLink, insertTenant } from '../pages/support/rows.ts';
import { BUDGETS } from '../support/budgets.ts';
import { commitInput, testMeetingStore } from '../support/commits.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { bookingIn } from '../support/attendees.ts';

const NOW = Date.UTC(2026, 10, 2, 9);
const START = NOW + 72 * HOUR;

let owned: TestDatabase;
let database: Knex;
let store: MeetingStore;
let tenantId: string;
beforeAll(async () => {
  owned = await createTestDatabase();
  database = connectDatabase(owned.url);
  store = testMeetingStore(database);
  tenantId = await insertTenant(database);
});
afterAll(async () => {
  await database?.destroy();
  await owned?.drop();
});

let booked: MeetingState;
beforeEach(async () => {
  const hours = 48;
  const time = { startMs: START, endMs: START + HOUR };
  const room = await createMeeting(database, {
    ...{ id: randomUUID(), tenantId, organizerEmail: 'scheduling@parley.example', title: 'Practice' },
    ...{ ...time, description: '', policy: 'strict', proposalExpiryHours: hours },
    attendees: [
      { ...HOST, email: `${randomUUID()}@secret.example`, id: 'host', role: 'host', required: true },
    ],
  });
  const requestId = randomUUID();
  const person = { ...GUEST, email: `${randomUUID()}@private.example` };
  await insertInviteRequest(database, { id: requestId, tenantId, meetingId: room.id, person });
  const open = openMeeting({
    ...{ meetingId: room.id, tenantId, uid: room.uid, title: room.title, ...time, policy: 'strict' },
    ...{ source: 'booking', attendees: room.beganWith },
    ...{ bouncePolicy: 'keep', proposalExpiryMs: hours * HOUR, budgets: BUDGETS, notesPauseMs: 0 },
    timings: { readyBeforeMs: 60_000, graceMs: 900_000, forceCloseMs: 1_800_000 },
  });
  booked = await committed(open, {
    ...{ type: 'booked', key: 'booked', door: 'api' },
    invites: [{ requestId, role: 'guest', required: true }],
  });
});

const inputOf = (state: MeetingState, event: MeetingEvent) => commitInput(state, event, NOW);

async function committed(state: MeetingState, event: MeetingEvent): Promise<MeetingState> {
  const input = inputOf(state, event);
  expect(await store.commit(input)).toMatchObject({ kind: 'committed' });
  return input.change.next;
}

/** The guest asks for another day. */
const proposed = (about: Partial<Proposed> = {}): Proposed => ({
  ...{ type: 'proposed', key: randomUUID(), door: 'link', attendeeId: 'guest', proposalId: randomUUID() },
  ...{ startMs: START + 24 * HOUR, endMs: START + 25 * HOUR, note: 'Tuesday?', sequence: null, linkId: null },
  ...about,
});

const count = async (table: string): Promise<number> => {
  const [row] = await database(table).where({ meeting_id: booked.meetingId }).count<{ count: string }[]>();
  return Number(row?.count);
};

const TABLES = ['meeting_changes', 'pending_proposals', 'outgoing_messages', 'magic_links', 'audit_log'];
const counts = async () =>
  Object.fromEntries(await Promise.all(TABLES.map(async (table) => [table, await count(table)] as const)));

async function proposeLink(): Promise<string> {
  const { meetingId, uid } = booked;
  const meeting = { tenantId, meetingId, uid };
  const token = await insertLink(database, meeting, { purpose: 'propose', role: 'guest', expiresMs: START });
  const row = await database('magic_links')
    .where({ token_hash: hashToken(token) })
    .first<{ id: string }>('id');
  return row.id;
}

const linkRow = (id: string) =>
  database('magic_links').where({ id }).first<Record<'used_at' | 'made_proposal_id', unknown>>();

describe('a change through a link', () => {
  it('spends it, and the link leads to the proposal that it made', async () => {
    const linkId = await proposeLink();
    const event = proposed({ linkId });
    await committed(booked, event);
    expect(await linkRow(linkId)).toMatchObject({
      used_at: new Date(NOW),
      made_proposal_id: event.proposalId,
    });
  });

  it('that was spent before writes nothing', async () => {
    const linkId = await proposeLink();
    const after = await committed(booked, proposed({ linkId }));
    const before = await counts();
    const again = inputOf(after, proposed({ linkId }));
    expect(await store.commit(again)).toEqual({ kind: 'refused', code: 'link-used' });
    expect(await counts()).toEqual(before);
  });

  it('that comes too late for its revision leaves the link unspent', async () => {
    const linkId = await proposeLink();
    const late = inputOf(booked, proposed({ linkId }));
    const first = proposed();
    await committed(booked, first);
    expect(await store.commit(late)).toEqual({ kind: 'missed', events: [{ event: first, nowMs: NOW }] });
    expect(await linkRow(linkId)).toMatchObject({ used_at: null, made_proposal_id: null });
  });

  it('and another change at the same moment: one of them is written, with its messages', async () => {
    for (let round = 0; round < 10; round += 1) {
      const linkId = await proposeLink();
      const before = await counts();
      const inputs = [proposed({ linkId }), proposed()].map((event) => inputOf(booked, event));
      const results = await Promise.all(inputs.map((input) => store.commit(input)));
      expect(results.map(({ kind }) => kind).sort()).toEqual(['committed', 'missed']);
      const written = inputs[results.findIndex(({ kind }) => kind === 'committed')]!;
      expect((await linkRow(linkId)).used_at !== null).toBe(written === inputs[0]);
      expect(await counts()).toMatchObject({
        meeting_changes: before['meeting_changes']! + 1,
        outgoing_messages: before['outgoing_messages']! + 1,
      });
      booked = written.change.next;
    }
  });
});

describe('a change', () => {
  it('twice is written once, and answers with the same messages', async () => {
    const input = inputOf(booked, proposed());
    const first = await store.commit(input);
    const before = await counts();
    expect(await store.commit(input)).toEqual(first);
    expect(await counts()).toEqual(before);
  });

  it('that is decided again at another time finds the time that stands', async () => {
    const event = proposed();
    const input = inputOf(booked, event);
    await store.commit(input);
    expect(await store.commit({ ...input, nowMs: NOW + 1000 })).toEqual({
      kind: 'missed',
      events: [{ event, nowMs: NOW }],
    });
  });

  it('by an event of long ago writes nothing, and is no error that is tried again for ever', async () => {
    const event = proposed();
    const after = await committed(booked, event);
    const before = await counts();
    const forgotten = inputOf({ ...bookingIn(after), proposals: [], recentEventKeys: [] }, event);
    expect(await store.commit(forgotten)).toEqual({ kind: 'repeated' });
    expect(await counts()).toEqual(before);
  });

  it('with a proposal takes the place of the same party’s one before', async () => {
    const first = proposed();
    const second = proposed({ startMs: START + 48 * HOUR, endMs: START + 49 * HOUR });
    await committed(await committed(booked, first), second);
    const rows = await database('pending_proposals')
      .where({ meeting_id: booked.meetingId })
      .select<{ id: string; status: string }[]>('id', 'status');
    expect(Object.fromEntries(rows.map(({ id, status }) => [id, status]))).toEqual({
      [first.proposalId]: 'replaced',
      [second.proposalId]: 'pending',
    });
  });

  it('of a meeting that the database does not know is an error, and no refusal', async () => {
    const input = inputOf({ ...booked, meetingId: randomUUID() }, proposed());
    await expect(store.commit(input)).rejects.toThrow('has no such meeting');
  });
});
