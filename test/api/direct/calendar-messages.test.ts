import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { HOUR, startTestApi, type TestApi } from './test-api.ts';
import { at, bookedRoom, expectProblem, GUEST, HOST, openRoom } from './stories.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.stop());

type Meeting = Awaited<ReturnType<typeof bookedRoom>>;

const request = (meeting: Meeting, sequence: number, changes: Record<string, unknown> = {}) => ({
  uid: meeting.uid,
  attendeeEmail: GUEST,
  startUtc: at(meeting.startMs),
  endUtc: at(meeting.endMs),
  sequence,
  ...changes,
});

const messagesOf = (meeting: Meeting, method: string, sequence: number) =>
  api
    .knex('outgoing_messages')
    .where({ meeting_id: meeting.roomId, method, sequence })
    .select<{ message_id: string; attendee_id: string }[]>('message_id', 'attendee_id');

describe('send-invite', () => {
  test('answers with the message that the booking prepared, each time the same', async () => {
    const meeting = await bookedRoom(api);
    const first = await api.post('/api/ics/send-invite', request(meeting, 0));
    expect(first).toMatchObject({
      status: 200,
      json: { uid: meeting.uid, attendeeEmail: GUEST, method: 'REQUEST', sequence: 0, state: 'prepared' },
    });
    const upperCase = request(meeting, 0, { attendeeEmail: GUEST.toUpperCase() });
    const again = await api.post('/api/ics/send-invite', upperCase);
    expect(again.json.messageId).toBe(first.json.messageId);
    const hosts = await api.post('/api/ics/send-invite', request(meeting, 0, { attendeeEmail: HOST }));
    expect(hosts.json.messageId).not.toBe(first.json.messageId);
    expect(await messagesOf(meeting, 'REQUEST', 0)).toHaveLength(2);
  });

  test('tries a message that had failed once more', async () => {
    const meeting = await bookedRoom(api);
    await api.knex('outgoing_messages').where({ meeting_id: meeting.roomId }).update({ state: 'failed' });
    const answer = await api.post('/api/ics/send-invite', request(meeting, 0));
    expect(answer.json.state).toBe('prepared');
    expect(api.meetings.resent.at(-1)).toMatchObject({ to: 'guest' });
    expect(JSON.stringify(api.meetings.resent)).not.toContain(GUEST);
  });

  test('refuses what does not fit the meeting', async () => {
    const meeting = await bookedRoom(api);
    const send = (changes: Record<string, unknown>, sequence = 0) =>
      api.post('/api/ics/send-invite', request(meeting, sequence, changes));
    const behind = await send({}, 3);
    expectProblem(behind, 409, 'sequence-mismatch');
    expect(behind.json.sequence).toBe(0);
    expectProblem(await send({ endUtc: at(meeting.endMs + HOUR) }), 409, 'time-mismatch');
    expectProblem(await send({ attendeeEmail: 'stranger@example.net' }), 404, 'unknown-attendee');
    expectProblem(await send({ uid: 'nobody@knows' }), 404, 'not-found');
    expectProblem(await send({ uid: 'nul\0@knows' }), 404, 'not-found');
    const open = { ...meeting, ...(await openRoom(api)) };
    const early = request(open, 0, { attendeeEmail: HOST });
    expectProblem(await api.post('/api/ics/send-invite', early), 409, 'not-booked');
  });
});

describe('send-update', () => {
  test('with the next SEQUENCE moves the meeting for both, once', async () => {
    const meeting = await bookedRoom(api);
    const moved = { startUtc: at(meeting.startMs + 3 * HOUR), endUtc: at(meeting.endMs + 3 * HOUR) };
    const [guests, hosts] = await Promise.all([
      api.post('/api/ics/send-update', request(meeting, 1, moved)),
      api.post('/api/ics/send-update', request(meeting, 1, { ...moved, attendeeEmail: HOST })),
    ]);
    expect([guests, hosts]).toMatchObject([
      { status: 200, json: { method: 'REQUEST', sequence: 1 } },
      { status: 200, json: { method: 'REQUEST', sequence: 1 } },
    ]);
    const messages = await messagesOf(meeting, 'REQUEST', 1);
    expect(messages.map((message) => message.message_id).sort()).toEqual(
      [guests?.json.messageId, hosts?.json.messageId].sort(),
    );
    const view = (await api.call('GET', `/api/practice-room/${meeting.roomId}`)).json;
    expect(view).toMatchObject({ sequence: 1, ...moved });
  });

  test('to another time at the same SEQUENCE is told so, also when both come at once', async () => {
    const meeting = await bookedRoom(api);
    const to = (hours: number) =>
      request(meeting, 1, {
        startUtc: at(meeting.startMs + hours * HOUR),
        endUtc: at(meeting.endMs + hours * HOUR),
      });
    const answers = await Promise.all([
      api.post('/api/ics/send-update', to(3)),
      api.post('/api/ics/send-update', to(5)),
    ]);
    expect(answers.map((answer) => answer.json.code ?? answer.status).sort()).toEqual([200, 'time-mismatch']);
    expectProblem(
      await api.post('/api/ics/send-update', { ...to(9), sequence: 7 }),
      409,
      'sequence-mismatch',
    );
  });

  test('cannot move a meeting into another one, nor into the past', async () => {
    const [one, two] = [await bookedRoom(api), await bookedRoom(api)];
    const into = request(two, 1, { startUtc: at(one.startMs), endUtc: at(one.endMs) });
    expectProblem(await api.post('/api/ics/send-update', into), 409, 'host-busy');
    const past = request(two, 1, { startUtc: at(api.clock.ms - HOUR), endUtc: at(api.clock.ms) });
    expectProblem(await api.post('/api/ics/send-update', past), 422, 'time-past');
    expectProblem(
      await api.post('/api/ics/send-update', request(two, 1, { endUtc: at(two.startMs) })),
      422,
      'time-empty',
    );
  });
});

describe('send-cancel', () => {
  test('cancels for both, and answers the same when it is done', async () => {
    const meeting = await bookedRoom(api);
    const cancel = (attendeeEmail: string) =>
      api.post('/api/ics/send-cancel', { uid: meeting.uid, attendeeEmail });
    const first = await cancel(GUEST);
    expect(first).toMatchObject({ status: 200, json: { method: 'CANCEL', sequence: 1 } });
    expect((await cancel(GUEST)).json).toEqual(first.json);
    expect(await cancel(HOST)).toMatchObject({ status: 200, json: { method: 'CANCEL', sequence: 1 } });
    expect(await messagesOf(meeting, 'CANCEL', 1)).toHaveLength(2);
    expectProblem(await api.post('/api/ics/send-invite', request(meeting, 1)), 409, 'meeting-over');
    expectProblem(await api.post('/api/ics/send-update', request(meeting, 2)), 409, 'meeting-over');
  });
});
