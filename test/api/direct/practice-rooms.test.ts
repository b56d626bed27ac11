import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { HOUR, NOW, PUBLIC_URL, startTestApi, type TestApi } from './test-api.ts';
import { at, book, bookedRoom, expectProblem, GUEST, HOST, openRoom, START } from './stories.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.stop());

const show = (roomId: string) => api.call('GET', `/api/practice-room/${roomId}`);

describe('making and booking a room', () => {
  test('a new room is open and has an unguessable UID at the organizer’s domain', async () => {
    const room = await openRoom(api);
    expect(room).toEqual({
      roomId: expect.any(String) as string,
      uid: expect.stringMatching(/^[0-9a-f-]{36}@parley\.localhost$/) as string,
      status: 'open',
      joinUrl: `${PUBLIC_URL}/join/${room.roomId}`,
    });
    expect(room.uid).not.toContain(room.roomId);
  });

  test('what is not given comes from the tenant', async () => {
    const { roomId } = await openRoom(api);
    expect((await show(roomId)).json).toMatchObject({ policy: 'strict', proposalExpiryHours: 48 });
    const other = await openRoom(api, { policy: 'soft', proposalExpiryHours: 3 });
    expect((await show(other.roomId)).json).toMatchObject({ policy: 'soft', proposalExpiryHours: 3 });
  });

  test('reminds as the tenant has it, unless the meeting says otherwise, of mails and of alarms each', async () => {
    const shown = async (about: Record<string, unknown>) => {
      const { roomId } = await openRoom(api, about);
      return (await show(roomId)).json.reminders;
    };
    expect(await shown({})).toEqual({ mailMinutesBefore: [1_440], alarmMinutesBefore: [15] });
    expect(await shown({ reminders: { mailMinutesBefore: [] } })).toEqual({
      mailMinutesBefore: [],
      alarmMinutesBefore: [15],
    });
    expect(await shown({ reminders: { mailMinutesBefore: [5, 60], alarmMinutesBefore: [40_320] } })).toEqual({
      mailMinutesBefore: [60, 5],
      alarmMinutesBefore: [40_320],
    });
  });

  test('a time with an offset is the same instant, and fractions of a second are cut off', async () => {
    const { roomId } = await openRoom(api, {
      startUtc: '2026-11-25T15:30:00.987+05:30',
      endUtc: '2026-11-25T11:00:00Z',
    });
    expect((await show(roomId)).json).toMatchObject({ startUtc: '2026-11-25T10:00:00.000Z' });
  });

  test('booking answers with the meeting as it then is', async () => {
    const { roomId, uid } = await openRoom(api);
    expect((await book(api, roomId)).json).toEqual({
      roomId,
      uid,
      sequence: 0,
      status: 'scheduled',
      startUtc: at(START),
      endUtc: at(START + HOUR),
      joinUrl: `${PUBLIC_URL}/join/${roomId}`,
    });
    expectProblem(await book(api, roomId, 'late@example.org'), 409, 'already-booked');
  });

  test('host and guest can be in one meeting at a time, whoever books at the same moment', async () => {
    const startUtc = at(START + 500 * HOUR);
    const endUtc = at(START + 501 * HOUR);
    const [first, second] = [
      await openRoom(api, { startUtc, endUtc }),
      await openRoom(api, { startUtc, endUtc }),
    ];
    const answers = await Promise.all([
      book(api, first.roomId, 'one@example.org'),
      book(api, second.roomId, 'two@example.org'),
    ]);
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 409]);
    const third = await openRoom(api, { startUtc, endUtc, host: { email: 'third@example.com' } });
    const winner = answers[0]?.status === 200 ? 'one@example.org' : 'two@example.org';
    expectProblem(await book(api, third.roomId, winner.toUpperCase()), 409, 'guest-busy');
  });

  test('a room that is not there cannot be booked, and one whose time has come neither', async () => {
    expectProblem(await book(api, '7b0f4c2e-0000-4000-8000-000000000000'), 404, 'not-found');
    expectProblem(await book(api, 'no-uuid'), 404, 'not-found');
    const { roomId } = await openRoom(api, { startUtc: at(NOW + HOUR), endUtc: at(NOW + 2 * HOUR) });
    api.clock.ms = NOW + HOUR;
    expectProblem(await book(api, roomId, 'slow@example.org'), 422, 'time-past');
    api.clock.ms = NOW;
  });
});

describe('deleting', () => {
  test('cancels for both, and twice is the same answer', async () => {
    const { roomId, uid } = await bookedRoom(api);
    const answer = { roomId, uid, status: 'cancelled', sequence: 1 };
    const deletion = { roomId, reason: 'The piano is out of tune' };
    expect(await api.post('/api/practice-room/delete', deletion)).toMatchObject({
      status: 200,
      json: answer,
    });
    expect(await api.post('/api/practice-room/delete', { roomId })).toMatchObject({
      status: 200,
      json: answer,
    });
    const sent = await api.knex('outgoing_messages').where({ meeting_id: roomId, method: 'CANCEL' });
    expect(sent).toHaveLength(2);
    expectProblem(await book(api, roomId), 409, 'meeting-over');
  });

  test('at the same moment is the same answer, too', async () => {
    const { roomId } = await bookedRoom(api);
    const answers = await Promise.all([1, 2, 3].map(() => api.post('/api/practice-room/delete', { roomId })));
    expect(answers.map((answer) => answer.json.sequence)).toEqual([1, 1, 1]);
  });

  test('a room that nobody booked is cancelled without any mail', async () => {
    const { roomId } = await openRoom(api);
    expect((await api.post('/api/practice-room/delete', { roomId })).json).toMatchObject({ sequence: 0 });
    expect(await api.knex('outgoing_messages').where({ meeting_id: roomId })).toEqual([]);
  });
});

describe('looking at a meeting', () => {
  test('shows state, answers, deliveries and the story, and no address', async () => {
    const room = await openRoom(api, {
      description: `Ask ${HOST} or help@desk.example`,
      startUtc: at(START + 900 * HOUR),
      endUtc: at(START + 901 * HOUR),
    });
    await book(api, room.roomId);
    const view = (await show(room.roomId)).json;
    expect(view).toMatchObject({
      status: 'scheduled',
      sequence: 0,
      answers: {
        host: { partstat: 'NEEDS-ACTION', delivery: { status: 'prepared', method: 'REQUEST', sequence: 0 } },
        guest: { partstat: 'NEEDS-ACTION', answeredAt: null },
      },
      proposals: [],
      timeline: [{ what: 'booked', by: 'backend', door: 'api', at: at(NOW) }],
      room: { phase: 'none', readyAt: null, closedAt: null },
    });
    const text = JSON.stringify(view);
    expect(text).not.toContain(HOST);
    expect(text).not.toContain(GUEST);
    expect(text).toContain('help@desk.example');
  });
});

describe('entering and leaving the room', () => {
  test('is possible from the moment when it is ready until it closes', async () => {
    const { roomId, uid, startMs } = await bookedRoom(api);
    const join = () =>
      api.post('/api/practice-room/join', { roomId, participantId: 'p1', displayName: 'Änne' });
    const early = await join();
    expectProblem(early, 409, 'room-not-ready');
    expect(early.json.startsAt).toBe(at(startMs));

    // The reminder first.
    api.clock.ms = startMs - 24 * 3_600_000;
    await api.meetings.tick(uid);
    api.clock.ms = startMs - 60_000;
    await api.meetings.tick(uid);
    await api.knex('meetings').where({ id: roomId }).update({ video_url: 'https://video.test/x' });
    const inside = await join();
    expect(inside).toMatchObject({ status: 200, json: { participantId: 'p1' } });
    expect(inside.json.joinUrl).toBe('https://video.test/x#userInfo.displayName=%22%C3%84nne%22');

    const leave = { roomId, participantId: 'p1' };
    expect(await api.post('/api/practice-room/leave', leave)).toMatchObject({ status: 200, json: leave });
    expect(await api.post('/api/practice-room/leave', leave)).toMatchObject({ status: 200 });
    expect((await show(roomId)).json).toMatchObject({ room: { phase: 'ready' } });

    await api.post('/api/practice-room/delete', { roomId });
    expectProblem(await join(), 409, 'meeting-over');
    expect(await api.post('/api/practice-room/leave', leave)).toMatchObject({ status: 200 });
    api.clock.ms = NOW;
  });
});
