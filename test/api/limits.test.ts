import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Room } from '../../adapters/postgres/rooms/rooms.ts';
import { newToken } from '../../adapters/secrets/token.ts';
import { at, insertEventType, insertHost } from '../booking/support/event-types.ts';
import { insertInRoom, insertRoom } from '../pages/support/room-rows.ts';
import { insertOwnedRoom, ownerCookie } from '../support/room-owner.ts';
import type { Caller } from './support/caller.ts';
import { startRecordedApi, type RecordedApi } from './support/served-api.ts';

let api: RecordedApi;
let us: Caller;
let room: Room;
let cookie: string;
beforeAll(async () => {
  api = await startRecordedApi({
    TRUSTED_PROXIES: '127.0.0.1',
    LIMIT_CLIENT_PER_MINUTE: '150',
    LIMIT_KEY_PER_MINUTE: '120',
    LIMIT_TYPE_BOOKED_PER_DAY: '5',
  });
});
afterAll(() => api?.stop());
beforeEach(async () => {
  us = await api.caller();
  room = await insertRoom(api.knex, api.tenant.id);
  cookie = await ownerCookie(api.knex, room);
});

let last = 0;
/** A client that nobody has seen yet. */
const somebody = (): string => `198.51.${100 + Math.floor((last += 1) / 250)}.${last % 250}`;

const ask = (client: string, path: string, init: RequestInit = {}) =>
  us.send(path, { ...init, headers: { 'X-Forwarded-For': client, ...(init.headers as object) } });
const post = (client: string, path: string, body: unknown = {}, headers: Record<string, string> = {}) =>
  ask(client, path, {
    method: 'POST',
    body: JSON.stringify(body),
    headers: { 'Content-Type': 'application/json', ...headers },
  });
const times = async <T>(count: number, act: () => Promise<T>): Promise<T[]> => {
  const all: T[] = [];
  for (let n = 0; n < count; n += 1) all.push(await act());
  return all;
};
const html = { Accept: 'text/html', 'Accept-Language': 'de' };
const inRoom = (rest = '') => `/v1/rooms/${room.name}/meetings${rest}`;
const live = () =>
  insertInRoom(api.knex, room, { startMs: Date.now(), status: 'live', videoUrl: 'https://video.test/1' });

it('an event type is held or booked without a key so many times a day, from however many clients; with a key more often', async () => {
  const type = await insertEventType(api.knex, [await insertHost(api.knex, api.tenant.id)]);
  // Nothing is offered then: what counts is the asking.
  const hold = () => post(somebody(), `/api/event-types/${type}/hold`, { startsAt: at(4000, 9) });
  const statuses = (await times(7, hold)).map(({ status }) => status);
  expect(statuses).toEqual([409, 409, 409, 409, 409, 429, 429]);
  const byKey = await us.post(`/api/event-types/${type}/hold`, { startsAt: at(4000, 9) });
  expect(byKey.status).toBe(409);
});

describe('a client that asks too much', () => {
  it('is told the limit that counts for it: on this machine itself, ten times as much', async () => {
    const { headers } = await us.send(inRoom(), {});
    expect(headers.get('RateLimit-Policy')).toBe('"client";q=1500;w=60');
    expect(headers.get('RateLimit')).toMatch(/^"client";r=1[34]\d\d;t=\d+$/);
  });

  it('is told when to come back, and others are not', async () => {
    const client = somebody();
    const answers = await times(151, () => ask(client, inRoom()));
    expect(answers.slice(0, 150).every(({ status }) => status === 200)).toBe(true);
    expect(answers[0]!.headers.get('RateLimit')).toMatch(/^"client";r=149;t=\d+$/);
    expect(answers[0]!.headers.get('RateLimit-Policy')).toBe('"client";q=150;w=60');
    const { status, headers, json } = answers.at(-1)!;
    expect({ status, code: json.code }).toEqual({ status: 429, code: 'too-many-requests' });
    expect(Number(headers.get('Retry-After'))).toBeGreaterThan(0);
    expect((await ask(somebody(), inRoom())).status).toBe(200);
  });

  it('gets a page in its language, on every page, also one that is not there', async () => {
    const client = somebody();
    await times(150, () => ask(client, inRoom()));
    for (const path of ['/', `/room/${room.name}`, '/rooms/sign-in', '/reschedule?r=x', '/nowhere']) {
      const answer = await ask(client, path, { headers: html });
      expect(answer.status, path).toBe(429);
      expect(answer.headers.get('Retry-After')).not.toBeNull();
      expect(answer.text).toContain('Einen Moment, bitte');
    }
    expect((await ask(client, '/healthz')).status).toBe(200);
  });

  it('cannot be another client by what it writes into X-Forwarded-For', async () => {
    const client = somebody();
    await times(150, () => ask(`${somebody()}, ${client}`, inRoom()));
    expect((await ask(`${somebody()}, ${client}`, inRoom())).status).toBe(429);
  });

  it('does not hinder whoever has a key behind the same address', async () => {
    const client = somebody();
    const withKey = () => ask(client, inRoom(), { headers: us.authorization });
    expect((await withKey()).status).toBe(200);
    await times(150, () => ask(client, inRoom()));
    expect((await ask(client, inRoom())).status).toBe(429);
    expect((await withKey()).status).toBe(200);
  });
});

it('a key has its own limit, from wherever it is used', async () => {
  const answers = await times(121, () => ask(somebody(), inRoom(), { headers: us.authorization }));
  expect(answers.map(({ status }) => status)).toEqual([...Array<number>(120).fill(200), 429]);
  expect(answers.at(-1)!.headers.get('RateLimit')).toMatch(/^"key";r=0/);
  const other = await api.caller();
  expect((await ask(somebody(), inRoom(), { headers: other.authorization })).status).toBe(200);
});

it.each([
  ['keys', () => ({ path: inRoom(), headers: { Authorization: `Bearer ${newToken()}` } })],
  ['tokens', () => ({ path: `/reschedule?r=${newToken()}`, headers: html })],
  ['names of rooms', () => ({ path: `/v1/rooms/${randomUUID()}/meetings`, headers: {} })],
])('whoever guesses %s waits after sixty', async (_what, guess) => {
  const client = somebody();
  const answers = await times(61, () => {
    const { path, headers } = guess();
    return ask(client, path, { headers });
  });
  const statuses = answers.map(({ status }) => status);
  expect(statuses.slice(0, 60).every((status) => status === 401 || status === 404)).toBe(true);
  expect(statuses.at(-1)).toBe(429);
});

it('one token of a link is asked for so often a minute, from wherever', async () => {
  const token = newToken();
  const answers = await times(61, () => ask(somebody(), `/approve?t=${token}`));
  expect(answers.map(({ status }) => status)).toEqual([...Array<number>(60).fill(404), 429]);
});

it('sign-in links are mailed so many to one client, whatever the addresses', async () => {
  const client = somebody();
  const statuses = await Promise.all(
    Array.from({ length: 21 }, async (_, n) => {
      const body = new URLSearchParams({ email: `someone-${n}@example.org` }).toString();
      const headers = { 'Content-Type': 'application/x-www-form-urlencoded' };
      return (await ask(client, '/rooms/sign-in', { method: 'POST', body, headers })).status;
    }),
  );
  expect(statuses.sort()).toEqual([...Array<number>(20).fill(303), 429]);
});

describe('a room', () => {
  it('one visitor who joins without end locks out nobody else', async () => {
    const { id } = await live();
    const client = somebody();
    const statuses = await Promise.all(
      Array.from({ length: 110 }, async () => (await post(client, inRoom(`/${id}/join`))).status),
    );
    expect(statuses.sort()).toEqual([...Array<number>(100).fill(200), ...Array<number>(10).fill(429)]);
    expect((await post(somebody(), inRoom(`/${id}/join`))).status).toBe(200);
  });

  it('many strangers together do not keep out the owner, or who was inside before', async () => {
    const { id } = await live();
    const key = { 'Idempotency-Key': randomUUID() };
    const known = somebody();
    const { participantId } = (await post(known, inRoom(`/${id}/join`), {}, key)).json as unknown as {
      participantId: string;
    };
    await comings(id, 300, 'now()');
    expect((await post(somebody(), inRoom(`/${id}/join`))).status).toBe(429);
    const page = await ask(somebody(), `/room/${room.name}/join/${id}`, {
      method: 'POST',
      headers: { ...html, 'Content-Type': 'application/x-www-form-urlencoded' },
    });
    expect([page.status, Number(page.headers.get('Retry-After')) > 0]).toEqual([429, true]);
    expect(page.text).toContain('Das war viel auf einmal');
    expect((await post(somebody(), inRoom(`/${id}/join`), {}, { Cookie: cookie })).status).toBe(200);
    const form = new URLSearchParams({ participant: participantId }).toString();
    const back = await ask(known, `/room/${room.name}/join/${id}`, {
      method: 'POST',
      body: form,
      headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
    });
    expect(back.status).toBe(303);
  });

  it('of a booked meeting that is full says so on its page', async () => {
    const { id } = await live();
    await api.knex('meetings').where({ id }).update({ source: 'booking', room_id: null });
    await comings(id, 250);
    const page = await ask(somebody(), `/join/${id}`, {
      method: 'POST',
      headers: { ...html, 'Content-Type': 'application/x-www-form-urlencoded' },
    });
    expect(page.status).toBe(409);
    expect(page.text).toContain('Dieses Treffen ist voll');
  });

  it('hears the heartbeats of a whole company behind one address', async () => {
    const client = somebody();
    const beat = (path: string) =>
      ask(client, path, {
        method: 'POST',
        body: 'participant=nobody',
        headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
      });
    const { id } = await live();
    const inside = await times(120, () => beat(`/room/${room.name}/beat/${id}`));
    const booked = await times(120, () => beat(`/join/${id}/beat`));
    expect(new Set([...inside, ...booked].map(({ status }) => status))).not.toContain(429);
    expect((await ask(client, inRoom())).status).toBe(200);
  });

  it('takes so many people and says that it is full; its owner still gets in', async () => {
    const { id } = await live();
    await comings(id, 249);
    const statuses = await Promise.all(
      Array.from({ length: 4 }, async () => (await post(somebody(), inRoom(`/${id}/join`))).status),
    );
    expect(statuses.sort()).toEqual([200, 409, 409, 409]);
    const refused = await post(somebody(), inRoom(`/${id}/join`));
    expect(refused.json.code).toBe('room-full');
    const page = await ask(somebody(), `/room/${room.name}/join/${id}`, {
      method: 'POST',
      headers: { ...html, 'Content-Type': 'application/x-www-form-urlencoded' },
    });
    expect(page.status).toBe(409);
    expect(page.text).toContain('Dieses Treffen ist voll');
    expect((await post(somebody(), inRoom(`/${id}/join`), {}, { Cookie: cookie })).status).toBe(200);
  });

  it('ten meetings of strangers do not block the owner; one stranger begins five', async () => {
    const one = somebody();
    const statuses = (await times(6, () => post(one, inRoom()))).map(({ status }) => status);
    expect(statuses).toEqual([201, 201, 201, 201, 201, 429]);
    await times(5, () => post(somebody(), inRoom()));
    expect((await post(somebody(), inRoom())).status).toBe(429);
    expect((await post(somebody(), inRoom(), {}, { Cookie: cookie })).status).toBe(201);
    expect((await post(somebody(), inRoom(), {}, us.authorization)).status).toBe(201);
  });

  const comings = (meetingId: string, count: number, joinedAt = "now() - interval '1 hour'") =>
    api.knex.raw(
      `INSERT INTO participants (tenant_id, meeting_id, participant_id, joined_at)
       SELECT :tenantId, :meetingId, 'p' || n, ${joinedAt} FROM generate_series(1, :count) n`,
      { tenantId: room.tenantId, meetingId, count },
    );
});

describe('ending a meeting', () => {
  it('is for the room’s owner, by a key or a session, and happens once', async () => {
    const { id, uid } = await live();
    api.meetings.calls.length = 0;
    for (const headers of [{ Cookie: cookie }, us.authorization])
      expect((await post(somebody(), inRoom(`/${id}/end`), {}, headers)).status).toBe(200);
    expect(api.meetings.calls).toContainEqual({ what: 'cancel', uid, type: 'cancelled' });
  });

  it('is not for strangers, owners of other rooms or other tenants', async () => {
    const { id } = await live();
    const other = await insertOwnedRoom(api.knex, {
      tenantId: api.tenant.id,
      ownerEmail: 'other@example.org',
    });
    const foreign = await api.caller(await api.addTenant(`t${randomUUID().slice(0, 8)}`));
    api.meetings.calls.length = 0;
    const statuses = [
      await post(somebody(), inRoom(`/${id}/end`)),
      await post(somebody(), inRoom(`/${id}/end`), {}, { Cookie: await ownerCookie(api.knex, other) }),
      await post(somebody(), inRoom(`/${id}/end`), {}, foreign.authorization),
      await post(somebody(), `/v1/rooms/${other.name}/meetings/${id}/end`, {}, us.authorization),
    ].map(({ status }) => status);
    expect(statuses).toEqual([401, 404, 404, 404]);
    expect(api.meetings.calls).toEqual([]);
  });
});

describe('an Idempotency-Key', () => {
  it('is the key’s own and the client’s own, whatever proxy is between', async () => {
    const { id } = await live();
    const key = { 'Idempotency-Key': randomUUID() };
    const second = await api.caller();
    const joinedAs = async (client: string, headers: Record<string, string> = {}) =>
      (await post(client, inRoom(`/${id}/join`), {}, { ...key, ...headers })).json as unknown as object;
    const [one, two] = [somebody(), somebody()];
    const all = [
      await joinedAs(one),
      await joinedAs(two),
      await joinedAs(one, us.authorization),
      await joinedAs(one, second.authorization),
    ];
    expect(new Set(all.map((joined) => JSON.stringify(joined))).size).toBe(4);
    expect(await joinedAs(one)).toEqual(all[0]);
  });

  it('is not answered with an earlier 429', async () => {
    const client = somebody();
    await times(5, () => post(client, inRoom()));
    const key = { 'Idempotency-Key': randomUUID() };
    expect((await post(client, inRoom(), {}, key)).status).toBe(429);
    const again = await post(client, inRoom(), {}, key);
    expect(again.headers.get('Idempotency-Replayed')).toBeNull();
  });
});
