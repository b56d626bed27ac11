import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Webhook } from 'standardwebhooks';
import { createApiKey, listApiKeys, revokeApiKey } from '../../../adapters/postgres/api-keys.ts';
import { SCOPES, type Scope } from '../../../policies/actor.ts';
import { scopeOf } from '../../../policies/may.ts';
import { ensureFirstTenant, listTenants } from '../../../adapters/postgres/tenants.ts';
import { webhookSecretOf } from '../../../api/middleware/webhook-signature.ts';
import { routes } from '../../../api/routes/index.ts';
import { loadConfig } from '../../../config/index.ts';
import { expectProblem, newRoom } from './stories.ts';
import { SECRET_KEY, startTestApi, type TestApi } from './test-api.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.stop());

const send = (method: string, path: string, key: string | null, headers: Record<string, string> = {}) =>
  api.call(method.toUpperCase(), path.replace(/\{\w+\}/, 'x'), {
    key,
    headers,
    ...(method === 'post' ? { body: {} } : {}),
  });

const keyWith = async (scopes: readonly Scope[]) =>
  createApiKey(api.knex, { tenantId: api.tenant.id, name: 'test', scopes });

const guarded = routes.flatMap(({ method, path, auth }) =>
  auth.kind === 'key' || auth.kind === 'signature-or-key'
    ? [{ method, path, scope: scopeOf(auth.action) as Scope }]
    : [],
);

describe('an API key', () => {
  test.each(guarded)(
    'is needed for $method $path, with the scope $scope',
    async ({ method, path, scope }) => {
      for (const key of [null, 'pk_wrong', `${api.key}x`, 'a'.repeat(400)]) {
        const answer = await send(method, path, key);
        expectProblem(answer, 401, 'unauthorized');
        expect(answer.headers.get('WWW-Authenticate')).toContain('Bearer');
      }
      const others = await keyWith(SCOPES.filter((other) => other !== scope));
      expectProblem(await send(method, path, others.key), 403, 'forbidden');
      const own = await keyWith([scope]);
      // Let in: what is asked for is not there, or an empty list.
      expect([200, 404, 422]).toContain((await send(method, path, own.key)).status);
    },
  );

  test('stops working when it is revoked, and stays revoked', async () => {
    const { id, key } = await keyWith(['meetings']);
    expect(await api.call('POST', '/api/practice-room/create', { key, body: newRoom() })).toMatchObject({
      status: 201,
    });
    expect(await revokeApiKey(api.knex, id)).toBe(true);
    expectProblem(await send('get', '/api/practice-room/x', key), 401, 'unauthorized');
    expect(await revokeApiKey(api.knex, 'no-such-key')).toBe(false);
  });

  test('is stored as a hash, and shown by its beginning only', async () => {
    const { id, key } = await keyWith(['hooks']);
    expect(key).toMatch(/^pk_[\w-]{43}$/);
    const row: unknown = await api.knex('api_keys').where({ id }).first();
    expect(JSON.stringify(row)).not.toContain(key.slice(12));
    const [info] = (await listApiKeys(api.knex, api.tenant.id)).filter((one) => one.id === id);
    expect(info).toMatchObject({ prefix: key.slice(0, 11), scopes: ['hooks'], revokedAt: null });
  });
});

describe('the first tenant', () => {
  test('is made once, and gets the configured key once', async () => {
    const config = loadConfig({ PARLEY_API_KEY: 'a-fixed-key-for-scripts' });
    const before = await listTenants(api.knex);
    await Promise.all([1, 2, 3].map(() => ensureFirstTenant(api.knex, config)));
    expect(await listTenants(api.knex)).toEqual(before);
    const fixed = (await listApiKeys(api.knex)).filter((key) => key.name === 'PARLEY_API_KEY');
    expect(fixed).toHaveLength(1);
    expect(await send('get', '/api/practice-room/x', 'a-fixed-key-for-scripts')).toMatchObject({
      status: 404,
    });

    await revokeApiKey(api.knex, fixed[0]?.id ?? '');
    await ensureFirstTenant(api.knex, config);
    expectProblem(await send('get', '/api/practice-room/x', 'a-fixed-key-for-scripts'), 401, 'unauthorized');
  });
});

describe('a webhook signature', () => {
  const body = JSON.stringify({ raw: Buffer.from('Subject: hello\r\n\r\nno calendar').toString('base64') });
  const secret = () => webhookSecretOf(SECRET_KEY, api.tenant.id);
  const sign = (text: string, atMs: number, by = secret()) => ({
    'webhook-id': 'msg_1',
    'webhook-timestamp': String(Math.floor(atMs / 1000)),
    'webhook-signature': new Webhook(by).sign('msg_1', new Date(atMs), text),
  });
  const deliver = (headers: Record<string, string>, sent: string | Buffer = body) =>
    api.call('POST', '/api/imip/inbound', { body: sent, key: null, headers });

  test('of the Standard Webhooks library is taken, also beside one of an older secret', async () => {
    const headers = sign(body, api.clock.ms);
    expect(await deliver(headers)).toMatchObject({ status: 202, json: { understood: 'ignored' } });
    const two = `v1,${'A'.repeat(43)}= ${headers['webhook-signature']}`;
    expect(await deliver({ ...headers, 'webhook-signature': two })).toMatchObject({ status: 202 });
  });

  test('covers the bytes, also those that are not UTF-8', async () => {
    const raw = Buffer.from('Subject: caf\xe9\r\n\r\nlatin-1', 'latin1');
    const timestamp = String(api.clock.ms / 1000);
    const mac = createHmac('sha256', Buffer.from(secret().slice(6), 'base64'))
      .update(`m.${timestamp}.`)
      .update(raw)
      .digest('base64');
    const headers = {
      'Content-Type': 'message/rfc822',
      'webhook-id': 'm',
      'webhook-timestamp': timestamp,
      'webhook-signature': `v1,${mac}`,
    };
    expect(await deliver(headers, raw)).toMatchObject({ status: 202 });
    const changed = Buffer.from(raw);
    changed[12] = 0xe8;
    expectProblem(await deliver(headers, changed), 401, 'invalid-signature');
  });

  test('is refused when it is old, early, of another body, another secret, another version, or absent', async () => {
    const now = api.clock.ms;
    const good = sign(body, now);
    const bad = [
      sign(body, now - 301_000),
      sign(body, now + 301_000),
      sign(`${body} `, now),
      sign(body, now, webhookSecretOf(SECRET_KEY, api.other.tenant.id)),
      { ...good, 'webhook-id': 'msg_2' },
      { ...good, 'webhook-timestamp': 'yesterday' },
      { ...good, 'webhook-signature': good['webhook-signature'].replace('v1', 'v2') },
      { ...good, 'webhook-signature': 'v1,' },
      { 'webhook-id': 'msg_1' },
    ];
    for (const headers of bad) expectProblem(await deliver(headers), 401, 'invalid-signature');
  });

  test('an API key is no signature', async () => {
    const answer = await api.call('POST', '/api/imip/inbound', { body });
    expectProblem(answer, 401, 'invalid-signature');
  });
});
