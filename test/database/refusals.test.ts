import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import { pino } from 'pino';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { MeetingStore } from '../../activities/meeting/ports.ts';
import { createMeetingAnswers } from '../../adapters/postgres/answers/answers.ts';
import { forgetOldRefusals } from '../../adapters/postgres/answers/refusals.ts';
import { connectDatabase } from '../../adapters/postgres/database.ts';
import { listenToDatabase, type Notifications } from '../../adapters/postgres/notifications.ts';
import type { Moved } from '../../domain/meeting/events.ts';
import { openMeeting, type MeetingState } from '../../domain/meeting/state.ts';
import { insertMeeting, insertTenant, HOUR, type TestMeeting } from '../pages/support/rows.ts';
import { BUDGETS } from '../support/budgets.ts';
import { commitInput, testMeetingStore } from '../support/commits.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';

const NOW = Date.UTC(2026, 10, 2, 9);
const START = NOW + 72 * HOUR;

let owned: TestDatabase;
let database: Knex;
let store: MeetingStore;
let notifications: Notifications;
const heard: (string | null)[] = [];
beforeAll(async () => {
  owned = await createTestDatabase();
  database = connectDatabase(owned.url);
  store = testMeetingStore(database);
  notifications = listenToDatabase(owned.url, { log: pino({ level: 'silent' }) });
  const listening = new Promise((resolve) => notifications.subscribe('answers', resolve));
  notifications.subscribe('answers', (id) => heard.push(id));
  await listening;
});
afterAll(async () => {
  await notifications?.stop();
  await database?.destroy();
  await owned?.drop();
});

let meeting: TestMeeting;
let state: MeetingState;
beforeEach(async () => {
  heard.length = 0;
  // Where the same two people have no other meeting.
  const tenantId = await insertTenant(database);
  meeting = await insertMeeting(database, { tenantId, startMs: START });
  state = {
    ...openMeeting({
      ...{ ...meeting, tenantId, title: 'Practice', startMs: START, endMs: START + HOUR, policy: 'strict' },
      ...{ source: 'booking', attendees: [{ id: 'host', role: 'host', required: true }] },
      ...{ bouncePolicy: 'keep', proposalExpiryMs: 48 * HOUR, budgets: BUDGETS, notesPauseMs: 0 },
      timings: { readyBeforeMs: 60_000, graceMs: 900_000, forceCloseMs: 1_800_000 },
    }),
    status: 'scheduled',
  };
});

const moved = (): Moved => ({
  ...{ type: 'moved', key: randomUUID(), door: 'api', sequence: 1 },
  ...{ startMs: START + HOUR, endMs: START + 2 * HOUR },
});

/** The move as the workflow commits it for a call. */
const commit = (event: Moved, callId: string | null) =>
  store.commit({ ...commitInput(state, event, NOW), callId });

const refuse = (callId: string, revision = 0) =>
  store.recordRefusal({ meetingId: meeting.meetingId, callId, code: 'host-busy', revision });

const answerTo = async (eventKey: string, callId: string) => {
  const expected = createMeetingAnswers(database).expect({ meetingId: meeting.meetingId, eventKey, callId });
  expected.end();
  return expected.now();
};

describe('who waits for an answer', () => {
  it('is told of the commit by the meeting’s id alone, and finds it', async () => {
    const [event, callId] = [moved(), randomUUID()];
    expect(await answerTo(event.key, callId)).toBeNull();
    expect(await commit(event, callId)).toMatchObject({ kind: 'committed' });
    await expect.poll(() => heard).toEqual([meeting.meetingId]);
    const outcome = { status: 'scheduled', sequence: 1, startMs: event.startMs, endMs: event.endMs };
    expect(await answerTo(event.key, callId)).toEqual({ kind: 'committed', outcome });
  });

  it('is told of the refusal of this call, which is none of another call', async () => {
    const [event, callId] = [moved(), randomUUID()];
    expect(await refuse(callId)).toEqual({ kind: 'refused', code: 'host-busy' });
    await expect.poll(() => heard).toEqual([meeting.meetingId]);
    expect(await answerTo(event.key, callId)).toEqual({ kind: 'refused', code: 'host-busy' });
    expect(await answerTo(event.key, randomUUID())).toBeNull();
  });

  it('hears nothing of changes that nobody waits for', async () => {
    await commit(moved(), null);
    await refuse(randomUUID(), 1);
    await expect.poll(() => heard).toEqual([meeting.meetingId]);
  });
});

describe('a workflow task that is done a second time', () => {
  it('refuses again what somebody was told is refused, also when it could be done by now', async () => {
    const callId = randomUUID();
    await refuse(callId);
    expect(await commit(moved(), callId)).toEqual({ kind: 'refused', code: 'host-busy' });
    expect(await commit(moved(), randomUUID())).toMatchObject({ kind: 'committed' });
  });

  it('does not refuse what was committed before the crash, but takes it over', async () => {
    const [event, callId] = [moved(), randomUUID()];
    await commit(event, callId);
    expect(await refuse(callId)).toEqual({ kind: 'missed', events: [{ event, nowMs: NOW }] });
    expect(await answerTo(event.key, callId)).toMatchObject({ kind: 'committed' });
  });

  it('refuses once', async () => {
    const callId = randomUUID();
    expect(await refuse(callId)).toEqual({ kind: 'refused', code: 'host-busy' });
    expect(await refuse(callId)).toEqual({ kind: 'refused', code: 'host-busy' });
    expect(await database('meeting_refusals').where({ call_id: callId })).toHaveLength(1);
  });
});

it('refusals are forgotten after a day', async () => {
  const { tenantId: tenant_id, meetingId: meeting_id } = meeting;
  const refusedBefore = (hours: number) => ({
    ...{ call_id: randomUUID(), tenant_id, meeting_id, code: 'host-busy' },
    refused_at: new Date(Date.now() - hours * HOUR),
  });
  const fresh = refusedBefore(23);
  await database('meeting_refusals').insert([refusedBefore(25), fresh]);
  expect(await forgetOldRefusals(database)).toBe(1);
  const left = await database('meeting_refusals').where({ meeting_id }).select('call_id');
  expect(left).toEqual([{ call_id: fresh.call_id }]);
});
