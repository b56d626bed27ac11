import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EngineUnavailable } from '../../activities/meeting/meetings.ts';
import { createApiKey, revokeApiKey } from '../../adapters/postgres/api-keys.ts';
import { hashToken } from '../../adapters/secrets/token.ts';
import { Caller } from './support/caller.ts';
import { newGuest, newRoom } from './support/people.ts';
import { startRecordedApi, type RecordedApi } from './support/served-api.ts';

let api: RecordedApi;
let caller: Caller;
beforeAll(async () => {
  api = await startRecordedApi();
  caller = await api.caller();
});
afterAll(() => api?.stop());

const CREATE = '/api/practice-room/create';
const BOOK = '/api/practice-room/book';
const newKey = () => ({ 'Idempotency-Key': randomUUID() });
const rooms = async () => (await api.knex('meetings').select('id')).length;
const booking = async () => {
  const made = await caller.post(CREATE, newRoom());
  const { roomId, uid } = made.json as { roomId: string; uid: string };
  const calls = () => api.meetings.calls.filter((call) => call.uid === uid);
  return { body: { roomId, guest: newGuest() }, calls };
};

describe('an Idempotency-Key', () => {
  it('repeats the first answer to the byte, with one effect', async () => {
    const [key, body, before] = [newKey(), newRoom(), await rooms()];
    const first = await caller.post(CREATE, body, key);
    const again = await caller.post(CREATE, body, key);
    expect([again.status, again.text]).toEqual([201, first.text]);
    expect(again.headers.get('Idempotency-Replayed')).toBe('true');
    expect(await rooms()).toBe(before + 1);
  });

  it('repeats a refusal, too', async () => {
    const [key, body] = [newKey(), newRoom({ title: '' })];
    const first = await caller.post(CREATE, body, key);
    expect((await caller.post(CREATE, body, key)).text).toBe(first.text);
  });

  it('with another body, or at another address, is refused', async () => {
    const key = newKey();
    await caller.post(CREATE, newRoom(), key);
    for (const path of [CREATE, BOOK]) {
      const answer = await caller.post(path, newRoom(), key);
      expect(answer.json).toMatchObject({ status: 422, code: 'idempotency-key-reused' });
    }
  });

  it('that is in flight is told so', async () => {
    const { body, calls } = await booking();
    const key = newKey();
    let open = () => {};
    api.meetings.gate = new Promise((resolve) => (open = resolve));
    const first = caller.post(BOOK, body, key);
    await expect.poll(() => calls().length).toBe(1);
    const second = await caller.post(BOOK, body, key);
    expect(second.json).toMatchObject({ status: 409, code: 'idempotency-in-flight' });
    expect(second.headers.get('Retry-After')).toBe('1');
    open();
    expect((await first).status).toBe(200);
    expect((await caller.post(BOOK, body, key)).text).toBe((await first).text);
    expect(calls()).toHaveLength(1);
  });

  it('twenty times at once has one effect', async () => {
    const [key, body, before] = [newKey(), newRoom(), await rooms()];
    const answers = await Promise.all(Array.from({ length: 20 }, () => caller.post(CREATE, body, key)));
    const made = answers.filter((answer) => answer.status === 201);
    expect(new Set(made.map((answer) => answer.text)).size).toBe(1);
    const others = answers.filter((answer) => answer.status !== 201);
    expect(others.every((answer) => answer.json.code === 'idempotency-in-flight')).toBe(true);
    expect(await rooms()).toBe(before + 1);
  });

  it('is free again after a failure of ours', async () => {
    const { body, calls } = await booking();
    const key = newKey();
    api.meetings.fail = new EngineUnavailable(new Error('down'));
    const failed = await caller.post(BOOK, body, key);
    expect(failed.json).toMatchObject({ status: 503, code: 'engine-unavailable' });
    api.meetings.fail = new Error('a mistake in the program');
    expect((await caller.post(BOOK, body, key)).json).toMatchObject({ status: 500, code: 'internal' });
    expect((await caller.post(BOOK, body, key)).status).toBe(200);
    expect(calls()).toHaveLength(3);
    expect(await api.knex('invite_requests').where({ meeting_id: body.roomId })).toHaveLength(1);
  });

  it('that is no key is refused', async () => {
    for (const key of ['', 'a b', 'x'.repeat(256)]) {
      const answer = await caller.post(CREATE, newRoom(), { 'Idempotency-Key': key });
      expect(answer.json).toMatchObject({ status: 400, code: 'invalid-idempotency-key' });
    }
  });
});

describe('an API key', () => {
  const refused = { status: 401, code: 'unauthorized' };

  it('is stored as a hash only', async () => {
    const row = (await api
      .knex('api_keys')
      .where({ key_hash: hashToken(caller.key) })
      .first()) as object;
    expect(row).toBeDefined();
    const everything = JSON.stringify(Object.values(row).map(String));
    expect(everything).not.toContain(caller.key);
  });

  it('that is missing, unknown or no key is refused, and counted', async () => {
    for (const authorization of ['', 'Bearer', 'Bearer pk_unknown', `Basic ${caller.key}`, caller.key]) {
      const answer = await caller.post(CREATE, newRoom(), { Authorization: authorization });
      expect(answer.json).toMatchObject(refused);
      expect(answer.headers.get('WWW-Authenticate')).toMatch(/^Bearer/);
    }
    expect((await caller.get('/metrics')).text).toContain('parley_refused_credentials_total{kind="key"} 5');
  });

  it('that was revoked is refused at once', async () => {
    const { id, key } = await createApiKey(api.knex, {
      tenantId: api.tenant.id,
      name: 'x',
      scopes: ['meetings'],
    });
    const holder = new Caller(api.url, api.tenant, key);
    expect((await holder.post(CREATE, newRoom())).status).toBe(201);
    expect(await revokeApiKey(api.knex, id)).toBe(true);
    expect((await holder.post(CREATE, newRoom())).json).toMatchObject(refused);
  });

  it('opens only what its scopes name', async () => {
    const [meetings, ics, hooks] = await Promise.all([
      api.caller(api.tenant, ['meetings']),
      api.caller(api.tenant, ['ics']),
      api.caller(api.tenant, ['hooks']),
    ]);
    const forbidden = { status: 403, code: 'forbidden' };
    expect((await ics.post(CREATE, newRoom())).json).toMatchObject({ ...forbidden, scope: 'meetings' });
    expect((await hooks.get(`/api/practice-room/${randomUUID()}`)).json).toMatchObject(forbidden);
    for (const call of ['send-invite', 'send-update', 'send-cancel']) {
      expect((await meetings.post(`/api/ics/${call}`, {})).json).toMatchObject({
        ...forbidden,
        scope: 'ics',
      });
    }
    expect((await meetings.post('/api/hooks/email-status', {})).json).toMatchObject(forbidden);
    expect((await hooks.post('/api/hooks/email-status', {})).status).toBe(422);
  });
});
