import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { EngineUnavailable } from '../../../activities/meeting/meetings.ts';
import { startTestApi, type TestApi } from './test-api.ts';
import { bookedRoom, expectProblem, GUEST, newRoom, openRoom } from './stories.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.stop());

type Key = ReturnType<typeof withKey>;
const withKey = (key: string = randomUUID()) => ({ 'Idempotency-Key': key });
const kept = (key: Key) => api.knex('idempotency_keys').where({ key: key['Idempotency-Key'] });

/** As if the process had died: the request is in the table, without an answer, and its time is over. */
const die = async (key: Key): Promise<void> => {
  await kept(key).update({
    status: null,
    answer: null,
    locked_until: api.knex.raw(`now() - interval '1 second'`),
  });
};

describe('an answer that got lost', () => {
  test('is repeated, to the byte', async () => {
    const key = withKey();
    const first = await api.post('/api/practice-room/create', newRoom(), key);
    const again = await api.post('/api/practice-room/create', newRoom(), key);
    expect(again).toMatchObject({ status: 201, text: first.text });
    expect(again.headers.get('Idempotency-Replayed')).toBe('true');
    expect(first.headers.get('Idempotency-Replayed')).toBeNull();
  });

  test('of a refusal is a refusal again, though it would now be granted', async () => {
    const key = withKey();
    const { roomId } = await openRoom(api);
    const body = { roomId, participantId: 'p' };
    expectProblem(await api.post('/api/practice-room/join', body, key), 409, 'room-not-ready');
    await api
      .knex('meetings')
      .where({ id: roomId })
      .update({ video_ready_at: new Date(), video_url: 'https://v.test/' });
    expectProblem(await api.post('/api/practice-room/join', body, key), 409, 'room-not-ready');
  });

  test('belongs to its body: the same key with another one is refused', async () => {
    const key = withKey();
    await api.post('/api/practice-room/create', newRoom(), key);
    const other = await api.post('/api/practice-room/create', newRoom({ title: 'Another' }), key);
    expectProblem(other, 422, 'idempotency-key-reused');
    expectProblem(await api.post('/api/practice-room/book', newRoom(), key), 422, 'idempotency-key-reused');
  });

  test('that is still being made is not made twice', async () => {
    const key = withKey();
    const { roomId } = await openRoom(api, { host: { email: 'slow@example.com' } });
    let open = () => {};
    api.meetings.gate = new Promise((resolve) => (open = resolve));
    const body = { roomId, guest: { email: 'slow-guest@example.org' } };
    const first = api.post('/api/practice-room/book', body, key);
    await expect.poll(() => kept(key)).toHaveLength(1);
    const second = await api.post('/api/practice-room/book', body, key);
    expectProblem(second, 409, 'idempotency-in-flight');
    expect(second.headers.get('Retry-After')).toBe('1');
    open();
    expect(await first).toMatchObject({ status: 200 });
    expect(await api.post('/api/practice-room/book', body, key)).toMatchObject({ status: 200 });
  });
});

describe('a request that died in flight', () => {
  test('is executed again and finds what it made', async () => {
    const key = withKey();
    const first = await api.post('/api/practice-room/create', newRoom(), key);
    await die(key);
    const again = await api.post('/api/practice-room/create', newRoom(), key);
    expect(again).toMatchObject({ status: 201, text: first.text });
    expect(again.headers.get('Idempotency-Replayed')).toBeNull();
  });

  test('booked, and books no second time', async () => {
    const key = withKey();
    const { roomId } = await openRoom(api, { host: { email: 'once@example.com' } });
    const body = { roomId, guest: { email: 'once-guest@example.org' } };
    const first = await api.post('/api/practice-room/book', body, key);
    await die(key);
    expect(await api.post('/api/practice-room/book', body, key)).toMatchObject({
      status: 200,
      text: first.text,
    });
    expect(await api.knex('outgoing_messages').where({ meeting_id: roomId })).toHaveLength(2);
    expect(await api.knex('invite_requests').where({ meeting_id: roomId })).toHaveLength(1);
  });

  test('an answer of the engine that did not come is no answer: the key is free at once', async () => {
    const key = withKey();
    const { roomId } = await openRoom(api, { host: { email: 'lost@example.com' } });
    const body = { roomId, guest: { email: 'lost-guest@example.org' } };
    api.meetings.failAfter = new EngineUnavailable(new Error('deadline'));
    const lost = await api.post('/api/practice-room/book', body, key);
    expectProblem(lost, 503, 'engine-unavailable');
    expect(lost.headers.get('Retry-After')).toBe('2');
    expect(await kept(key)).toEqual([]);
    expect(await api.post('/api/practice-room/book', body, key)).toMatchObject({ status: 200 });
    expect(await api.knex('outgoing_messages').where({ meeting_id: roomId })).toHaveLength(2);
  });

  test('an unexpected failure tells nothing, and is in the log under its id without an address', async () => {
    const key = withKey();
    const { roomId } = await openRoom(api, { host: { email: 'broken@example.com' } });
    api.meetings.failAfter = new Error(`no luck with ${GUEST}`);
    const body = { roomId, guest: { email: GUEST } };
    const broken = await api.post('/api/practice-room/book', body, key);
    expectProblem(broken, 500, 'internal');
    expect(broken.text).not.toContain('luck');
    const id = (broken.json.instance as string).replace('urn:request:', '');
    const line = api.log.find((one) => one.includes(id) && one.includes('no luck'));
    expect(line).toBeDefined();
    expect(api.log.join('')).not.toContain(GUEST);
    expect(await kept(key)).toEqual([]);
  });
});

describe('an Idempotency-Key', () => {
  test('that is not usable is refused', async () => {
    const answer = await api.post('/api/practice-room/create', newRoom(), withKey('x'.repeat(256)));
    expectProblem(answer, 400, 'invalid-idempotency-key');
  });

  test('of more than a day ago is forgotten', async () => {
    const key = withKey();
    await api.post('/api/practice-room/create', newRoom(), key);
    await kept(key).update({ created_at: api.knex.raw(`now() - interval '25 hours'`) });
    const another = await api.post('/api/practice-room/create', newRoom({ title: 'New' }), key);
    expect(another).toMatchObject({ status: 201 });
  });

  test('is not needed where the webhook brings its own id', async () => {
    const { roomId } = await bookedRoom(api);
    const [message] = await api
      .knex('outgoing_messages')
      .where({ meeting_id: roomId })
      .select<{ message_id: string }[]>('*');
    const { Webhook } = await import('standardwebhooks');
    const { webhookSecretOf } = await import('../../../api/middleware/webhook-signature.ts');
    const hook = new Webhook(webhookSecretOf(api.deps.config.secretKey ?? '', api.tenant.id));
    const event = { messageId: message?.message_id, event: 'bounced', at: '2026-11-20T09:00:00Z' };
    const body = JSON.stringify({ events: [event] });
    const signed = new Date(api.clock.ms);
    const headers = {
      'webhook-id': 'msg_1',
      'webhook-timestamp': String(signed.getTime() / 1000),
      'webhook-signature': hook.sign('msg_1', signed, body),
    };
    const deliver = () => api.call('POST', '/api/hooks/email-status', { body, headers, key: null });
    expect([await deliver(), await deliver()]).toMatchObject([
      { status: 202, json: { accepted: 1, unknown: 0 } },
      { status: 202, json: { accepted: 1, unknown: 0 } },
    ]);
    const audited = await api.knex('audit_log').where({ meeting_id: roomId, what: 'message-bounced' });
    expect(audited).toHaveLength(1);
  });
});
