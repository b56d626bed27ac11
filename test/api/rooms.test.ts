import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Room } from '../../adapters/postgres/rooms/rooms.ts';
import { insertInRoom } from '../pages/support/room-rows.ts';
import { calendarOf } from '../support/calendar-text.ts';
import { calendarAnswer, startFeedServer, type FeedServer } from '../support/feed-server.ts';
import { insertOwnedRoom, OWNER, ownerCookie } from '../support/room-owner.ts';
import { PUBLIC_URL } from '../support/world.ts';
import type { Answer, Caller } from './support/caller.ts';
import { startRecordedApi, type RecordedApi } from './support/served-api.ts';

const TOKEN = 'private-0123456789abcdef';
const HOUR = 3_600_000;

let api: RecordedApi;
let us: Caller;
let feeds: FeedServer;
let room: Room;
/** The owner's session. */
let cookie: string;

beforeAll(async () => {
  [api, feeds] = await Promise.all([startRecordedApi(), startFeedServer()]);
  us = await api.caller();
});
afterAll(async () => {
  await feeds?.stop();
  await api?.stop();
});
beforeEach(async () => {
  room = await insertOwnedRoom(api.knex, { tenantId: api.tenant.id });
  cookie = await ownerCookie(api.knex, room);
  api.schedules.arranged.length = 0;
});

const patch = (body: object, headers: Record<string, string> = us.authorization): Promise<Answer> =>
  us.send(`/v1/rooms/${room.id}`, {
    method: 'PATCH',
    body: JSON.stringify(body),
    headers: { 'Content-Type': 'application/json', ...headers },
  });

const asParticipant = (path: string): Promise<Answer> => us.send(path, {});
const asOwner = (path: string, body?: object): Promise<Answer> =>
  us.send(path, {
    headers: { Cookie: cookie, 'Content-Type': 'application/json' },
    ...(body && { method: 'POST', body: JSON.stringify(body) }),
  });

const colleaguesCookie = async () =>
  ownerCookie(
    api.knex,
    await insertOwnedRoom(api.knex, { tenantId: api.tenant.id, ownerEmail: 'paul@example.org' }),
  );

describe('a room', () => {
  it('is made once for its key, and its name belongs to it', async () => {
    const name = `board-${randomUUID().slice(0, 8)}`;
    const body = { name, ownerEmail: OWNER, timezone: 'Europe/Vienna' };
    const key = { 'Idempotency-Key': randomUUID() };
    const made = await us.post('/v1/rooms', body, key);
    expect(made).toMatchObject({ status: 201, json: { name, url: `${PUBLIC_URL}/room/${name}` } });
    expect((await us.post('/v1/rooms', body, key)).json).toEqual(made.json);
    expect(await us.post('/v1/rooms', body)).toMatchObject({
      status: 409,
      json: { code: 'room-name-taken' },
    });
    expect((await us.get(`/v1/rooms/${name}`)).json).toMatchObject({ timezone: 'Europe/Vienna' });
  });

  it.each([
    { name: 'Board' },
    { name: 'a b' },
    { name: randomUUID() },
    { ownerEmail: 'olga' },
    { timezone: 'X' },
  ])('is not made of %j', async (wrong) => {
    const answer = await us.post('/v1/rooms', { name: 'fine', ownerEmail: OWNER, ...wrong });
    expect(answer).toMatchObject({ status: 422, json: { code: 'invalid-body' } });
  });

  it('has settings for its owner and none for anybody else', async () => {
    await patch({ icsUrl: feeds.url(`/${TOKEN}/basic.ics`), ownerName: 'Olga Owner' });
    const view = { id: room.id, name: room.name, url: `${PUBLIC_URL}/room/${room.name}`, timezone: 'UTC' };
    const owners = { ownerEmail: OWNER, ownerName: 'Olga Owner', icsFetchInterval: 5, icsEnabled: true };
    expect((await asOwner(`/v1/rooms/${room.name}`)).json).toMatchObject({ ...view, ...owners });
    expect((await us.get(`/v1/rooms/${room.id}`)).json).toMatchObject(owners);
    const colleague = await colleaguesCookie();
    for (const headers of [{}, { Cookie: colleague }, { Cookie: 'parley-owner=x' }]) {
      expect((await us.send(`/v1/rooms/${room.name}`, { headers })).json).toEqual(view);
    }
  });

  it('a session lists its owner’s rooms of this tenant, a key all of them', async () => {
    const other = await insertOwnedRoom(api.knex, {
      tenantId: api.tenant.id,
      ownerEmail: 'paul@example.org',
    });
    const names = ({ json }: Answer) =>
      (json as unknown as { rooms: { name: string }[] }).rooms.map((r) => r.name);
    expect(names(await asOwner('/v1/rooms'))).toContain(room.name);
    expect(names(await asOwner('/v1/rooms'))).not.toContain(other.name);
    expect(names(await us.get('/v1/rooms'))).toEqual(expect.arrayContaining([room.name, other.name]));
    expect(await asParticipant('/v1/rooms')).toMatchObject({ status: 401, json: { code: 'unauthorized' } });
  });
});

describe('its settings', () => {
  it('keep the calendar’s address sealed, and show nobody more of it than its host', async () => {
    const icsUrl = feeds.url(`/${TOKEN}/basic.ics?key=${TOKEN}`);
    const answers = [
      await patch({ icsUrl, icsFetchInterval: 30 }),
      await us.get(`/v1/rooms/${room.name}`),
      await us.get('/v1/rooms'),
      await asOwner(`/v1/rooms/${room.name}/ics/status`),
      await asOwner(`/v1/rooms/${room.name}/ics/fetches`),
      await asParticipant(`/v1/rooms/${room.name}`),
    ];
    expect(answers[0]?.json).toMatchObject({ icsUrl: `${new URL(icsUrl).origin}/…`, icsFetchInterval: 30 });
    for (const { text, status } of answers) {
      expect(status).toBe(200);
      expect(text).not.toContain(TOKEN);
    }
    const { rows } = await api.knex.raw<{ rows: { all: string }[] }>(
      `SELECT (SELECT string_agg(feeds::text, '') FROM feeds) || (SELECT string_agg(outbox::text, '') FROM outbox) AS all`,
    );
    expect(rows[0]?.all).not.toContain(TOKEN);
    const { url_sealed: sealed, url_key_id: keyId } = (await api
      .knex('feeds')
      .where({ calendar_id: room.calendarId })
      .first()) as { url_sealed: Buffer; url_key_id: string };
    expect(api.deps.feeds.urls.open(sealed, keyId)).toBe(icsUrl);
  });

  it('that are about the feed reach its Schedule, once for each change', async () => {
    const key = { 'Idempotency-Key': randomUUID(), ...us.authorization };
    await patch({ icsEnabled: false }, key);
    await patch({ icsEnabled: false }, key);
    expect(api.schedules.arranged).toEqual([room.calendarId]);
    await patch({ ownerName: 'Olga' });
    expect(api.schedules.arranged).toEqual([room.calendarId]);
  });

  it('another name or zone makes the feed be read again: events name the room', async () => {
    await patch({ icsUrl: feeds.url('/a.ics') });
    const hash = () => api.knex('feeds').where({ calendar_id: room.calendarId });
    await hash().update({ content_hash: Buffer.alloc(32) });
    expect((await patch({ ownerName: 'Olga' })).status).toBe(200);
    expect(await hash().first('content_hash')).not.toMatchObject({ content_hash: null });
    expect((await patch({ timezone: 'Asia/Tokyo' })).status).toBe(200);
    expect(await hash().first('content_hash')).toMatchObject({ content_hash: null });
  });

  it.each([
    ['removed', { icsUrl: null }],
    ['switched off', { icsEnabled: false }],
  ])('a calendar that is %s keeps its planned meetings, or cancels them, as is said', async (_how, left) => {
    await patch({ icsUrl: feeds.url('/a.ics') });
    const meeting = await insertInRoom(api.knex, room, { startMs: Date.now() + HOUR, status: 'scheduled' });
    const live = await insertInRoom(api.knex, room, { startMs: Date.now() - HOUR, status: 'live' });
    const planned = async () => (await us.get(`/v1/rooms/${room.name}/ics/status`)).json as unknown;
    expect(await planned()).toMatchObject({ planned: 1 });
    expect((await patch(left)).status).toBe(200);
    expect(api.meetings.calls).toEqual([]);
    expect((await patch({ ...left, plannedMeetings: 'perhaps' })).status).toBe(422);
    expect((await patch({ ...left, plannedMeetings: 'cancel' })).status).toBe(200);
    const told: object[] = await api
      .knex('outbox')
      .whereIn('uid', [meeting.uid, live.uid])
      .select('uid', 'event');
    expect(told).toMatchObject([{ uid: meeting.uid, event: { type: 'calendar-event-removed' } }]);
  });

  it('null removes the calendar, and what was known of it', async () => {
    await patch({ icsUrl: feeds.url('/a.ics') });
    await api
      .knex('feeds')
      .where({ calendar_id: room.calendarId })
      .update({ etag: 'x', last_result: 'changed', events: 3 });
    expect((await patch({ icsUrl: null })).json).toMatchObject({ icsUrl: null });
    const row = await api.knex('feeds').where({ calendar_id: room.calendarId }).first();
    expect(row).toMatchObject({
      url_sealed: null,
      url_masked: null,
      etag: null,
      last_result: null,
      events: 0,
    });
  });

  it.each([
    [{ icsUrl: 'nonsense' }],
    [{ icsUrl: '' }],
    [{ icsUrl: 'ftp://example.org/a.ics' }],
    [{ icsFetchInterval: 7 }],
    [{ name: 'No Name' }],
  ])('are not %j', async (wrong) => {
    const answer = await patch(wrong);
    expect(answer.status).toBe(422);
    expect(JSON.stringify(answer.json.problems)).not.toContain('example.org/a.ics');
  });

  it('are the owner’s alone', async () => {
    expect((await patch({ icsEnabled: false }, { Cookie: cookie })).status).toBe(200);
    const other = await colleaguesCookie();
    expect((await patch({ icsEnabled: true }, { Cookie: other })).json.code).toBe('not-found');
    expect((await patch({ icsEnabled: true }, {})).json.code).toBe('unauthorized');
    expect((await us.get(`/v1/rooms/${room.name}`)).json).toMatchObject({ icsEnabled: false });
  });

  it.each(['cross-site', 'same-site'])(
    'are not changed by a %s page in the owner’s browser',
    async (site) => {
      const answer = await patch({ icsEnabled: false }, { Cookie: cookie, 'Sec-Fetch-Site': site });
      expect(answer.json.code).toBe('unauthorized');
    },
  );

  it('a key without the scope may not, and a wrong one is no participant', async () => {
    const mail = await api.caller(api.tenant, ['mail']);
    expect((await mail.get(`/v1/rooms/${room.name}`)).json).toMatchObject({ status: 403, code: 'forbidden' });
    const wrong = await us.send(`/v1/rooms/${room.name}`, { headers: { Authorization: 'Bearer pk_wrong' } });
    expect(wrong.json.code).toBe('unauthorized');
  });
});

describe('the test of an address', () => {
  it('says what is found for this room', async () => {
    const location = `${PUBLIC_URL}/room/${room.name}`;
    const startMs = Date.now() + HOUR;
    feeds.answers.set(
      '/found.ics',
      calendarAnswer(
        calendarOf(
          { uid: 'a', title: 'Board meeting', startMs, location },
          { uid: 'b', title: 'Elsewhere', startMs, location: 'The kitchen' },
          { uid: 'c', title: 'Odd', startMs, location, rule: 'FREQ=SOMETIMES' },
        ),
      ),
    );
    const answer = await asOwner(`/v1/rooms/${room.name}/ics/test`, { icsUrl: feeds.url('/found.ics') });
    expect(answer.json).toMatchObject({
      ok: true,
      problem: null,
      next: expect.arrayContaining([expect.objectContaining({ title: 'Board meeting' })]) as unknown,
      problems: [{ uid: 'c', property: 'RRULE', message: expect.stringMatching(/repeats/) as string }],
    });
    expect(answer.text).not.toContain('Elsewhere');
  });

  it('says why nothing is, and what to do', async () => {
    const test = (icsUrl: string) => us.post(`/v1/rooms/${room.name}/ics/test`, { icsUrl });
    feeds.answers.set('/page.html', calendarAnswer('<!doctype html><p>Please sign in</p>'));
    expect((await test(feeds.url('/none.ics'))).json).toMatchObject({
      ok: false,
      problem: 'not-found',
      httpStatus: 404,
      message: expect.stringContaining('copy it once more') as string,
    });
    expect((await test(feeds.url('/page.html'))).json).toMatchObject({
      ok: false,
      problem: 'not-a-calendar',
    });
    expect((await test('http://10.0.0.1/a.ics')).json).toMatchObject({
      ok: false,
      problem: 'address-refused',
    });
    expect((await test('nonsense')).json).toMatchObject({ ok: false, problem: 'url-invalid' });
    expect(await api.knex('feeds').where({ calendar_id: room.calendarId })).toEqual([]);
  });
});

describe('a sync', () => {
  it('is triggered, and answers with what came of it', async () => {
    await patch({ icsUrl: feeds.url('/a.ics') });
    api.schedules.nextMs = Date.UTC(2031, 0, 1);
    api.schedules.onTrigger = async (calendarId) => {
      await api
        .knex('feeds')
        .where({ calendar_id: calendarId })
        .update({
          last_sync_at: new Date(Date.UTC(2030, 0, 1)),
          last_result: 'failed',
          last_problem: 'not-found',
          events: 2,
          matches: 1,
          problems: JSON.stringify([{ code: 'zone-unknown', uid: 'a', property: 'DTSTART' }]),
        });
    };
    const answer = await us.post(`/v1/rooms/${room.name}/ics/sync`, {});
    const status = {
      lastSync: '2030-01-01T00:00:00.000Z',
      nextSync: '2031-01-01T00:00:00.000Z',
      result: 'failed',
      problem: 'not-found',
      events: 2,
      matches: 1,
      problems: [
        { uid: 'a', code: 'zone-unknown', property: 'DTSTART', message: 'The time zone is not known.' },
      ],
    };
    expect(answer).toMatchObject({ status: 200, json: { finished: true, ...status } });
    expect((await asOwner(`/v1/rooms/${room.name}/ics/status`)).json).toMatchObject(status);
  });

  it('needs a feed that is followed', async () => {
    const sync = () => us.post(`/v1/rooms/${room.name}/ics/sync`, {});
    expect((await sync()).json).toMatchObject({ status: 409, code: 'feed-not-set' });
    await patch({ icsUrl: feeds.url('/a.ics'), icsEnabled: false });
    expect((await sync()).json).toMatchObject({ status: 409, code: 'feed-not-set' });
  });

  it('is in the log, which is the owner’s', async () => {
    const line = { at: new Date(0), result: 'failed', http_status: 404, took_ms: 12 };
    await api
      .knex('feed_fetches')
      .insert({ tenant_id: room.tenantId, calendar_id: room.calendarId, ...line });
    const path = `/v1/rooms/${room.name}/ics/fetches`;
    expect((await asOwner(path)).json).toMatchObject({
      fetches: [{ at: '1970-01-01T00:00:00.000Z', result: 'failed', httpStatus: 404, tookMs: 12 }],
    });
    expect((await asParticipant(path)).status).toBe(401);
  });
});
