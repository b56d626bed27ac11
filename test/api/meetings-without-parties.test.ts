import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { insertRoomMeeting, type RoomMeeting } from '../../adapters/postgres/rooms/meetings.ts';
import { insertRoomWithoutFeed } from '../support/room-script.ts';
import type { Caller } from './support/caller.ts';
import { letter } from './support/letters.ts';
import { HOUR, hourIn, newGuest } from './support/people.ts';
import { startRecordedApi, type RecordedApi } from './support/served-api.ts';

let api: RecordedApi;
let us: Caller;
const meetings: Partial<Record<RoomMeeting['source'], RoomMeeting>> = {};
beforeAll(async () => {
  api = await startRecordedApi();
  us = await api.caller();
  const roomId = await insertRoomWithoutFeed(api.knex, api.tenant.id);
  for (const source of ['feed', 'unscheduled'] as const) {
    const meeting = await insertRoomMeeting(api.knex, {
      id: randomUUID(),
      tenantId: api.tenant.id,
      roomId,
      source,
      title: 'Weekly',
      startMs: Date.now() + HOUR,
      endMs: Date.now() + 2 * HOUR,
    });
    const room = {
      status: 'live' as const,
      video_ready_at: new Date(),
      video_url: 'https://video.test/weekly',
    };
    await api.knex('meetings').where({ id: meeting.id }).update(room);
    meetings[source] = meeting;
  }
});
afterAll(() => api?.stop());

describe.each(['feed', 'unscheduled'] as const)(
  'to the doors of booked meetings a meeting in a room is unknown, also to its own tenant: %s',
  (source) => {
    const calls: Record<string, (meeting: RoomMeeting) => ReturnType<Caller['get']>> = {
      show: ({ id }) => us.get(`/api/practice-room/${id}`),
      book: ({ id }) => us.post('/api/practice-room/book', { roomId: id, guest: newGuest() }),
      delete: ({ id }) => us.post('/api/practice-room/delete', { roomId: id }),
      join: ({ id }) => us.post('/api/practice-room/join', { roomId: id, participantId: 'p' }),
      leave: ({ id }) => us.post('/api/practice-room/leave', { roomId: id, participantId: 'p' }),
      'send-update': ({ uid }) =>
        us.post('/api/ics/send-update', {
          uid,
          attendeeEmail: 'a@example.com',
          sequence: 1,
          ...hourIn(72),
        }),
      'send-cancel': ({ uid }) => us.post('/api/ics/send-cancel', { uid, attendeeEmail: 'a@example.com' }),
    };
    it.each(Object.entries(calls))('%s', async (_name, call) => {
      expect((await call(meetings[source]!)).json).toMatchObject({ status: 404, code: 'not-found' });
      expect(api.meetings.calls).toEqual([]);
    });

    it('the page of a join link', async () => {
      const { text, status } = await us.get(`/join/${meetings[source]!.id}`);
      expect(status).toBe(404);
      expect(text).not.toContain('Weekly');
    });

    it('mail with its UID', async () => {
      const { uid } = meetings[source]!;
      const answer = await us.mail(letter({ uid, from: 'a@example.com', partstat: 'DECLINED' }));
      expect(answer.json).toMatchObject({ understood: 'ignored', reason: 'unknown-uid' });
      expect(api.meetings.calls).toEqual([]);
    });
  },
);
