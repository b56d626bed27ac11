import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Problem } from '../../api/middleware/problem.ts';
import type { Caller } from './support/caller.ts';
import { startRecordedApi, type RecordedApi } from './support/served-api.ts';

let api: RecordedApi;
let backend: Caller;
beforeAll(async () => {
  api = await startRecordedApi();
  backend = await api.caller();
});
afterAll(() => api?.stop());

const URL = 'https://backend.example.com/hook';
const SECRET = /^whsec_[A-Za-z0-9+/]{43}=$/;

it('an endpoint shows its secret once, and keeps it sealed', async () => {
  const made = await backend.post('/api/webhooks', { url: URL, eventTypes: ['meeting.booked'] });
  expect(made).toMatchObject({
    status: 201,
    json: { url: URL, status: 'enabled', eventTypes: ['meeting.booked'] },
  });
  const secret = made.json.secret;
  expect(secret).toMatch(SECRET);
  const path = `/api/webhooks/${made.json.id}`;
  expect((await backend.get(path)).json).not.toHaveProperty('secret');
  const row = await api.knex('webhook_endpoints').where({ id: made.json.id }).first();
  expect(row?.secret_sealed.includes(secret.slice(6))).toBe(false);
  const rotated = await backend.post(`${path}/rotate-secret`, {});
  expect(rotated.json.secret).toMatch(SECRET);
  expect(rotated.json.secret).not.toBe(secret);
  expect(rotated.json.previousSecretUntil).not.toBeNull();
  await backend.delete(path);
});

it('an answer with a secret is not stored for its Idempotency-Key; the same request again makes no second endpoint', async () => {
  const key = { 'idempotency-key': randomUUID() };
  const first = await backend.post('/api/webhooks', { url: URL }, key);
  const second = await backend.post('/api/webhooks', { url: URL }, key);
  expect(second).toMatchObject({ status: 201, json: { id: first.json.id } });
  expect(second.json.secret).not.toBe(first.json.secret);
  const stored = await api.knex('idempotency_keys').where({ key: key['idempotency-key'] });
  expect(JSON.stringify(stored)).not.toContain('whsec_');
  await backend.delete(`/api/webhooks/${first.json.id}`);
});

it.each([
  ['http', 'http://backend.example.com/hook'],
  ['a private address', 'https://10.0.0.7/hook'],
  ['loopback', 'https://localhost/hook'],
  ['loopback in another notation', 'https://0x7f000001/'],
  ['the metadata of a cloud', 'https://169.254.169.254/latest'],
  ['loopback of IPv6', 'https://[::1]/'],
  ['a password', 'https://user:secret@backend.example.com/'],
  ['another scheme', 'file:///etc/passwd'],
])('an endpoint with %s is refused', async (_what, url) => {
  const { status, json } = await backend.post('/api/webhooks', { url });
  expect({ status, code: json.code }).toEqual({ status: 422, code: 'invalid-body' });
});

it('a tenant has at most 20 endpoints', async () => {
  const made = await Promise.all(
    Array.from({ length: 24 }, () => backend.post('/api/webhooks', { url: URL })),
  );
  expect(made.filter(({ status }) => status === 201)).toHaveLength(20);
  expect(made.filter(({ json }) => json.code === 'too-many-endpoints')).toHaveLength(4);
  for (const { status, json } of made) if (status === 201) await backend.delete(`/api/webhooks/${json.id}`);
});

it('a disabled endpoint is sent no test, and enabled again it is', async () => {
  const { json } = await backend.post('/api/webhooks', { url: URL });
  const path = `/api/webhooks/${json.id}`;
  expect((await backend.patch(path, { enabled: false })).json).toMatchObject({
    status: 'disabled',
    disabledReason: 'asked',
  });
  expect(await backend.post(`${path}/test`, {})).toMatchObject({
    status: 409,
    json: { code: 'endpoint-disabled' },
  });
  expect((await backend.patch(path, { enabled: true })).json).toMatchObject({
    status: 'enabled',
    disabledReason: null,
  });
  expect(await backend.post(`${path}/test`, {})).toMatchObject({
    status: 202,
    json: { type: 'parley.test', status: 'pending' },
  });
  await backend.delete(path);
});

it('deliveries are listed in pages, the newest first, and sent again under their event’s id', async () => {
  const { json } = await backend.post('/api/webhooks', { url: URL });
  const path = `/api/webhooks/${json.id}`;
  const sent: string[] = [];
  for (let count = 0; count < 3; count += 1)
    sent.unshift(String((await backend.post(`${path}/test`, {})).json.id));
  const first = await backend.get(`${path}/deliveries?limit=2`);
  const second = await backend.get(`${path}/deliveries?limit=2&after=${String(first.json.next)}`);
  const ids = [first, second].flatMap((page) => page.json.deliveries.map(({ id }) => id));
  expect(ids).toEqual(sent);
  expect(second.json.next).toBeNull();
  const before = await backend.get(`${path}/deliveries/${sent[0]}`);
  const again = await backend.post(`${path}/deliveries/${sent[0]}/redeliver`, {});
  expect(again).toMatchObject({ status: 202, json: { eventId: before.json.eventId, status: 'pending' } });
  await backend.delete(path);
});

it('a key without the scope sees nothing of webhooks', async () => {
  const other = await api.caller(undefined, ['meetings', 'ics', 'hooks', 'mail']);
  expect((await other.get('/api/webhooks')).status).toBe(new Problem('forbidden', '').status);
});
