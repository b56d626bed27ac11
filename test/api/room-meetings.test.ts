import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { MeetingNotRunning } from '../../activities/meeting/meetings.ts';
import type { Room } from '../../adapters/postgres/rooms/rooms.ts';
import { insertEvent, insertInRoom, insertRoom } from '../pages/support/room-rows.ts';
import { insertOwnedRoom, ownerCookie } from '../support/room-owner.ts';
import type { Caller } from './support/caller.ts';
import { startRecordedApi, type RecordedApi } from './support/served-api.ts';

const MINUTE = 60_000;
const VIDEO = 'https://video.test/parley-1';
const SECRETS = {
  description: 'Bring the contract; dial-in https://feed.example/x?token=secret-token',
  location: 'Room 5, behind the mirror',
  attendees: [
    { email: 'ada@invited.example', name: 'Ada Lovelace', partstat: 'ACCEPTED' as const },
    { email: 'charles@invited.example', name: null, partstat: null },
  ],
};

let api: RecordedApi;
let us: Caller;
let room: Room;
beforeAll(async () => {
  api = await startRecordedApi();
  us = await api.caller();
});
afterAll(() => api?.stop());
beforeEach(async () => {
  room = await insertRoom(api.knex, api.tenant.id);
  api.meetings.calls.length = 0;
});

/** Somebody without an account. */
const ask = async (method: string, path: string, body?: unknown, headers: Record<string, string> = {}) => {
  const answer = await us.send(`/v1/rooms/${room.name}${path}`, {
    method,
    headers: { 'Content-Type': 'application/json', ...headers },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return { ...answer, json: answer.json as unknown as Record<string, unknown> };
};
const meeting = (options: Partial<Parameters<typeof insertInRoom>[2]> = {}) =>
  insertInRoom(api.knex, room, { startMs: Date.now(), ...options });
const live = (options: Partial<Parameters<typeof insertInRoom>[2]> = {}) =>
  meeting({ status: 'live', videoUrl: VIDEO, ...options });
const participants = (meetingId: string) =>
  api.knex('participants').where({ meeting_id: meetingId }).orderBy('joined_at');

describe('the meetings of a room', () => {
  it('are those that go on and those of the next 30 minutes, several at once, and no others', async () => {
    const now = Date.now();
    const going = await live({ startMs: now - 5 * MINUTE, inside: { p1: 'Ada', p2: null } });
    const other = await live({ startMs: now - MINUTE, source: 'unscheduled', title: 'A word' });
    const ready = await meeting({ startMs: now + MINUTE / 2, videoUrl: VIDEO });
    const soon = await meeting({ startMs: now + 29 * MINUTE });
    await meeting({ startMs: now + 31 * MINUTE });
    await meeting({ startMs: now, status: 'cancelled' });
    await meeting({ startMs: now, status: 'closed' });
    await meeting({ startMs: now, status: 'open', source: 'unscheduled' });
    const { status, json } = await ask('GET', '/meetings');
    expect(status).toBe(200);
    expect(json).toMatchObject({
      active: [
        {
          id: going.id,
          state: 'live',
          runningSince: new Date(now - 5 * MINUTE).toISOString(),
          participants: 2,
        },
        { id: other.id, state: 'live', title: 'A word' },
        { id: ready.id, state: 'ready', runningSince: null },
      ],
      upcoming: [{ id: soon.id, state: 'scheduled' }],
    });
    const upcoming = await ask('GET', '/meetings/upcoming');
    expect(upcoming.json).toEqual({ active: [], upcoming: (json as { upcoming: unknown }).upcoming });
  });

  it('show their owner who is invited and what the calendar says, by key or session', async () => {
    const { id } = await live({ event: SECRETS });
    const cookie = await ownerCookie(api.knex, room, Date.now());
    for (const headers of [us.authorization, { Cookie: cookie }]) {
      const { json } = await ask('GET', '/meetings', undefined, headers);
      expect(json).toMatchObject({ active: [{ id, ...SECRETS, source: 'feed' }] });
    }
  });

  it('show nobody else any of it, whoever they are', async () => {
    await live({
      event: SECRETS,
      title: 'Call ada@invited.example',
      inside: { p1: 'charles@invited.example' },
    });
    await meeting({ startMs: Date.now() + 10 * MINUTE, event: SECRETS });
    const strangers = await insertOwnedRoom(api.knex, {
      tenantId: api.tenant.id,
      ownerEmail: 'else@owner.example',
    });
    const cookie = await ownerCookie(api.knex, strangers, Date.now());
    for (const headers of [{}, { Cookie: cookie }, { Cookie: 'parley-owner=nonsense' }]) {
      const { text, json } = await ask('GET', '/meetings', undefined, headers);
      expect((json as { active: unknown[] }).active).toHaveLength(1);
      for (const secret of ['invited.example', 'Lovelace', 'contract', 'secret-token', 'mirror', 'partstat'])
        expect(text).not.toContain(secret);
      expect(Object.keys((json as { active: object[] }).active[0]!).sort()).toEqual(
        ['endsAt', 'id', 'participants', 'runningSince', 'startsAt', 'state', 'title'].sort(),
      );
    }
  });
});

describe('joining', () => {
  it('gives the video room under one’s name, and tells the meeting once a participant', async () => {
    const { id, uid } = await live();
    const key = { 'Idempotency-Key': randomUUID() };
    const answers = [
      await ask('POST', `/meetings/${id}/join`, { displayName: 'Ada' }, key),
      await ask('POST', `/meetings/${id}/join`, { displayName: 'Ada' }, key),
    ];
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    expect(answers[0]!.json).toEqual(answers[1]!.json);
    expect(answers[0]!.json.joinUrl).toBe(`${VIDEO}#userInfo.displayName=%22Ada%22`);
    expect(api.meetings.calls).toEqual([{ what: 'tell', uid, type: 'joined' }]);
    expect(await participants(id)).toMatchObject([
      { participant_id: answers[0]!.json.participantId, display_name: 'Ada', left_at: null },
    ]);
  });

  it('early leads to where one waits, and tells nobody', async () => {
    const startMs = Date.now() + 20 * MINUTE;
    const { id } = await meeting({ startMs });
    const { status, json } = await ask('POST', `/meetings/${id}/join`, {});
    expect(status).toBe(200);
    expect(json).toEqual({
      waitingUrl: `http://parley.test/room/${room.name}/waiting/${id}`,
      startsAt: new Date(startMs).toISOString(),
    });
    expect(api.meetings.calls).toEqual([]);
    expect(await participants(id)).toEqual([]);
  });

  it.each(['cancelled', 'closed'] as const)('is over when the meeting is %s', async (status) => {
    const { id } = await meeting({ status, videoUrl: VIDEO });
    const answer = await ask('POST', `/meetings/${id}/join`, {});
    expect(answer.json).toMatchObject({ status: 409, code: 'meeting-over' });
  });

  it('leaves nobody inside when the meeting ends at that moment', async () => {
    const { id } = await live();
    api.meetings.fail = new MeetingNotRunning();
    const answer = await ask('POST', `/meetings/${id}/join`, { displayName: 'Ada' });
    expect(answer.json).toMatchObject({ status: 409, code: 'meeting-over' });
    expect(await participants(id)).toMatchObject([{ display_name: 'Ada', left_at: expect.any(Date) }]);
  });

  it('is refused when more come within a minute than a meeting has', async () => {
    const { id } = await live();
    await api.knex.raw(
      `INSERT INTO participants (tenant_id, meeting_id, participant_id, joined_at)
       SELECT :tenantId, :id, 'p' || n, now() FROM generate_series(1, 300) n`,
      { tenantId: room.tenantId, id },
    );
    const answer = await ask('POST', `/meetings/${id}/join`, {});
    expect(answer.json).toMatchObject({ status: 429, code: 'too-many-requests' });
    expect(answer.headers.get('Retry-After')).toBe('60');
    expect(api.meetings.calls).toEqual([]);
  });

  it('a name that is an address is seen by nobody', async () => {
    const { id } = await live({ inside: { p1: 'bob@private.example' } });
    const { json } = await ask('POST', `/meetings/${id}/join`, { displayName: 'eve@private.example' });
    expect(String(json.joinUrl)).toContain('address%20hidden');
    const seen = await ask('GET', '/meetings', undefined, us.authorization);
    expect(seen.json).toMatchObject({ active: [{ participantNames: ['(address hidden)'] }] });
    expect(JSON.stringify([json, seen.json])).not.toContain('private.example');
  });

  it.each([{ displayName: '' }, { displayName: 'x'.repeat(81) }, { displayName: 'A\nB' }, { name: 'A' }])(
    'refuses %j',
    async (body) => {
      const { id } = await live();
      expect((await ask('POST', `/meetings/${id}/join`, body)).status).toBe(422);
    },
  );

  it('finds no meeting of another room, and none by nonsense', async () => {
    const other = await insertRoom(api.knex, api.tenant.id);
    const elsewhere = await insertInRoom(api.knex, other, { startMs: Date.now(), status: 'live' });
    for (const id of [elsewhere.id, randomUUID(), 'nonsense', '%00']) {
      const answer = await ask('POST', `/meetings/${id}/join`, {});
      expect([404, 422]).toContain(answer.status);
    }
    expect(api.meetings.calls).toEqual([]);
  });
});

describe('leaving', () => {
  it('tells the meeting once, and only of who came', async () => {
    const { id, uid } = await live();
    const { participantId } = (await ask('POST', `/meetings/${id}/join`, {})).json;
    for (const leaving of [participantId, participantId, 'nobody', '@', '']) {
      const answer = await ask('POST', `/meetings/${id}/leave`, { participantId: leaving });
      expect(answer).toMatchObject({ status: 200, json: { participantId: leaving } });
    }
    expect(api.meetings.calls).toEqual([
      { what: 'tell', uid, type: 'joined' },
      { what: 'tell', uid, type: 'left' },
    ]);
    expect(await participants(id)).toMatchObject([{ left_at: expect.any(Date) }]);
  });

  it('is fine when the meeting is over', async () => {
    const { id } = await live();
    const { participantId } = (await ask('POST', `/meetings/${id}/join`, {})).json;
    api.meetings.fail = new MeetingNotRunning();
    expect((await ask('POST', `/meetings/${id}/leave`, { participantId })).status).toBe(200);
  });
});

describe('a meeting that is in no calendar', () => {
  it('is opened once, under a title of its own or ours', async () => {
    const key = { 'Idempotency-Key': randomUUID() };
    const first = await ask('POST', '/meetings', { title: 'A quick word' }, key);
    const again = await ask('POST', '/meetings', { title: 'A quick word' }, key);
    expect(first.status).toBe(201);
    expect(again.json).toEqual(first.json);
    expect(first.json).toMatchObject({ title: 'A quick word', participants: 0 });
    expect((await ask('POST', '/meetings', {})).json).toMatchObject({ title: 'Unscheduled meeting' });
    expect(api.meetings.calls.map(({ what }) => what)).toEqual(['open', 'open']);
    const rows = await api.knex('meetings').where({ room_id: room.id, source: 'unscheduled' });
    expect(rows).toHaveLength(2);
  });

  it('is refused when ten were begun within an hour, also when all ask at once', async () => {
    const answers = await Promise.all(Array.from({ length: 14 }, () => ask('POST', '/meetings', {})));
    const statuses = answers.map(({ status }) => status).sort();
    expect(statuses).toEqual([...Array<number>(10).fill(201), ...Array<number>(4).fill(429)]);
    const other = await insertRoom(api.knex, api.tenant.id);
    const elsewhere = await us.send(`/v1/rooms/${other.name}/meetings`, {
      method: 'POST',
      body: '{}',
      headers: { 'Content-Type': 'application/json' },
    });
    expect(elsewhere.status).toBe(201);
  });
});

it('the next event of an empty room is for its owner', async () => {
  const start = new Date(Date.now() + 5 * 60 * MINUTE);
  await insertEvent(api.knex, room, { title: 'Retrospective', start, end: new Date(+start + MINUTE) });
  const page = (headers: Record<string, string>) => us.send(`/room/${room.name}`, { headers });
  const cookie = await ownerCookie(api.knex, room, Date.now());
  expect((await page({ Cookie: cookie })).text).toContain('Retrospective');
  expect((await page({})).text).not.toContain('Retrospective');
});
