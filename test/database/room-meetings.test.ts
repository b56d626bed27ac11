import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { MeetingStore } from '../../activities/meeting/ports.ts';
import { findJoinMeeting } from '../../adapters/postgres/join-meeting.ts';
import { connectDatabase } from '../../adapters/postgres/database.ts';
import {
  insertRoomMeeting,
  roomMeetingById,
  type NewRoomMeeting,
  type RoomMeeting,
} from '../../adapters/postgres/rooms/meetings.ts';
import { meetingInputOf } from '../../domain/meeting/room-input.ts';
import type { MeetingEvent } from '../../domain/meeting/events.ts';
import { calendarEvent, calendarEventRemoved } from '../../domain/meeting/feed.ts';
import { openMeeting, type MeetingState } from '../../domain/meeting/state.ts';
import { HOUR, insertMeeting, insertTenant } from '../pages/support/rows.ts';
import { BUDGETS } from '../support/budgets.ts';
import { commitInput, testMeetingStore } from '../support/commits.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { insertRoomWithoutFeed } from '../support/room-script.ts';

const SETTINGS = {
  bouncePolicy: 'keep' as const,
  room: { readyBeforeMs: 60_000, graceMs: 900_000, forceCloseMs: 1_800_000 },
};
const NOW = Date.UTC(2026, 10, 2, 9);
const START = NOW + HOUR;

let owned: TestDatabase;
let database: Knex;
let store: MeetingStore;
let tenantId: string;
let roomId: string;
beforeAll(async () => {
  owned = await createTestDatabase();
  database = connectDatabase(owned.url);
  store = testMeetingStore(database);
  tenantId = await insertTenant(database);
  roomId = await insertRoomWithoutFeed(database, tenantId);
});
afterAll(async () => {
  await database?.destroy();
  await owned?.drop();
});

const meetingOf = (about: Partial<NewRoomMeeting> = {}): NewRoomMeeting => ({
  id: randomUUID(),
  tenantId,
  roomId,
  source: 'feed',
  title: 'Weekly',
  startMs: START,
  endMs: START + HOUR,
  ...about,
});

/** Commits an event as the meeting's workflow does. */
async function commit(state: MeetingState, event: MeetingEvent, nowMs = NOW) {
  const input = commitInput(state, event, nowMs);
  return { input, next: input.change.next, result: await store.commit(input) };
}

const rowOf = (id: string) =>
  database('meetings')
    .where({ id })
    .first<
      Record<'status' | 'title' | 'start_utc' | 'video_ready_at' | 'video_closed_at' | 'present', unknown>
    >('status', 'title', 'start_utc', 'video_ready_at', 'video_closed_at', 'present');

describe('the row of a meeting in a room', () => {
  it('has its tenant’s domain, and a title that everybody may see', async () => {
    const made = await insertRoomMeeting(
      database,
      meetingOf({ title: `1:1 max@example.com ${'x'.repeat(300)}` }),
    );
    expect(made).toMatchObject({
      uid: `${made.id}@parley.example`,
      status: 'open',
      source: 'feed',
    });
    expect(made.title).toHaveLength(200);
    expect(made.title).toMatch(/^1:1 \(address hidden\) x+$/);
  });

  it('is made once: the same id again finds it as it is now', async () => {
    const meeting = meetingOf();
    const [first, second] = await Promise.all([
      insertRoomMeeting(database, meeting),
      insertRoomMeeting(database, meeting),
    ]);
    expect(second).toEqual(first);
    await commit(
      openMeeting(meetingInputOf(first, SETTINGS)),
      calendarEvent('1', 1, { ...meeting, title: 'Retro' }),
    );
    expect(await insertRoomMeeting(database, meeting)).toMatchObject({ title: 'Retro', status: 'scheduled' });
  });

  it('is its tenant’s alone', async () => {
    const made = await insertRoomMeeting(database, meetingOf());
    const other = await insertTenant(database);
    expect(await roomMeetingById(database, other, made.id)).toBeNull();
    const theirRoom = await insertRoomWithoutFeed(database, other);
    await expect(insertRoomMeeting(database, meetingOf({ roomId: theirRoom }))).rejects.toThrow(
      'meetings_room_fkey',
    );
    const taken = meetingOf({ id: made.id, tenantId: other, roomId: theirRoom });
    await expect(insertRoomMeeting(database, taken)).rejects.toThrow('the id of the meeting is taken');
  });

  it('leads to a workflow that closes an unscheduled meeting at its end', async () => {
    const made = await insertRoomMeeting(database, meetingOf({ source: 'unscheduled' }));
    const input = meetingInputOf(made, SETTINGS);
    expect(input).toMatchObject({ source: 'unscheduled', meetingId: made.id, uid: made.uid });
    expect(input.timings).toEqual({ ...SETTINGS.room, forceCloseMs: 0 });
  });

  it('has no page for guests of a booking', async () => {
    const made = await insertRoomMeeting(database, meetingOf());
    expect(await findJoinMeeting(database, made.id)).toBeNull();
  });
});

describe('a change of a meeting in a room', () => {
  let meeting: RoomMeeting;
  let open: MeetingState;
  beforeEach(async () => {
    meeting = await insertRoomMeeting(database, meetingOf());
    open = openMeeting(meetingInputOf(meeting, SETTINGS));
  });

  const joined = (participantId: string): MeetingEvent => ({
    type: 'joined',
    key: `joined/${participantId}`,
    door: 'room',
    participantId,
  });
  const deadline = (key: string): MeetingEvent => ({ type: 'deadline', key, door: 'clock' });

  it('writes title, time and who is inside, without any party', async () => {
    const startMs = START + HOUR;
    const said = { title: 'Retro', startMs, endMs: startMs + HOUR };
    const { next: scheduled, result } = await commit(open, calendarEvent('1', 1, said));
    expect(result).toEqual({ kind: 'committed', messages: [] });
    expect(await rowOf(meeting.id)).toMatchObject({
      status: 'scheduled',
      title: 'Retro',
      start_utc: new Date(startMs),
      present: [],
    });
    const { next: ready } = await commit(scheduled, deadline('ready'), startMs - 60_000);
    const { next: live } = await commit(ready, deadline('start'), startMs);
    const { next: one } = await commit(live, joined('a'), startMs);
    const { next: two } = await commit(one, joined('b'), startMs);
    expect(await rowOf(meeting.id)).toMatchObject({ status: 'live', present: ['a', 'b'] });
    await commit(two, deadline('close'), startMs + 2 * HOUR);
    expect(await rowOf(meeting.id)).toMatchObject({ status: 'closed', present: [], title: 'Retro' });
  });

  it('that lets the room go leaves none that is ready', async () => {
    const { next: scheduled } = await commit(open, calendarEvent('1', 1, meeting));
    const { next: ready } = await commit(scheduled, deadline('ready'), START - 60_000);
    expect((await rowOf(meeting.id)).video_ready_at).not.toBeNull();
    const startMs = START + 3 * HOUR;
    const moved = calendarEvent('2', 2, { title: 'Weekly', startMs, endMs: startMs + HOUR });
    await commit(ready, moved, START - 30_000);
    expect(await rowOf(meeting.id)).toMatchObject({ video_ready_at: null, video_closed_at: null });
  });

  it('is written once, and found by a workflow that lost its task', async () => {
    const { input } = await commit(open, calendarEvent('1', 1, meeting));
    expect(await store.commit(input)).toEqual({ kind: 'committed', messages: [] });
    const { result } = await commit(open, calendarEventRemoved('2', 2));
    expect(result).toMatchObject({ kind: 'missed', events: [{ event: { key: '1', saidMs: 1 } }] });
    expect((await rowOf(meeting.id)).status).toBe('scheduled');
  });

  it('is told to whoever waits for the room', async () => {
    const listener = new pg.Client(owned.url);
    await listener.connect();
    try {
      const told = new Promise((resolve) => listener.once('notification', resolve));
      await listener.query('LISTEN rooms');
      await commit(open, calendarEvent('1', 1, meeting));
      expect(await told).toMatchObject({ channel: 'rooms', payload: roomId });
    } finally {
      await listener.end();
    }
  });
});

describe('a change of a booked meeting', () => {
  it('leaves its title as the backend wrote it, and writes who is inside', async () => {
    const title = 'Help: desk@example.com';
    const booked = await insertMeeting(database, { tenantId, startMs: START, title });
    const state: MeetingState = {
      ...openMeeting({
        ...meetingInputOf({ ...(await insertRoomMeeting(database, meetingOf())) }, SETTINGS),
        ...{ uid: booked.uid, meetingId: booked.meetingId, title: 'Help: (address hidden)' },
        ...{ source: 'booking', policy: 'strict', bouncePolicy: 'keep', proposalExpiryMs: HOUR },
        ...{ budgets: BUDGETS, notesPauseMs: 0, attendees: [] },
      }),
      status: 'live',
      video: { phase: 'ready', present: [], emptySinceMs: null },
    };
    await commit(state, { type: 'joined', key: 'j', door: 'room', participantId: 'a' }, START);
    expect(await rowOf(booked.meetingId)).toMatchObject({ title, present: ['a'] });
  });
});
