import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { insertMeeting, type TestMeeting } from '../pages/support/rows.ts';
import { mailgunSignature, sendgridSignature } from '../support/providers.ts';
import type { Answer, Caller } from './support/caller.ts';
import { insertOutgoing } from './support/outgoing.ts';
import { HOUR } from './support/people.ts';
import { startRecordedApi, type RecordedApi } from './support/served-api.ts';

let api: RecordedApi;
let caller: Caller;
let meeting: TestMeeting;
/** With angle brackets. */
let messageId: string;
beforeAll(async () => {
  api = await startRecordedApi();
  caller = await api.caller();
});
afterAll(() => api?.stop());
beforeEach(async () => {
  // Not the first tenant's: the Message-ID tells whose it is.
  const tenant = await api.addTenant(`t-${randomUUID().slice(0, 8)}`);
  meeting = await insertMeeting(api.knex, { tenantId: tenant.id, startMs: Date.now() + 72 * HOUR });
  messageId = await insertOutgoing(api.knex, meeting);
});

const bare = () => messageId.slice(1, -1);
const seconds = () => Math.floor(Date.now() / 1000);

const post = (path: string, text: string, headers: Record<string, string> = {}): Promise<Answer> =>
  caller.send(path, {
    method: 'POST',
    body: text,
    headers: { 'Content-Type': 'application/json', ...headers },
  });

const mailgun = (data: Record<string, unknown>, signature: object = mailgunSignature()) =>
  post('/api/hooks/email-status/mailgun', JSON.stringify({ signature, 'event-data': data }));

function sendgrid(events: unknown, about: Parameters<typeof sendgridSignature>[1] = {}): Promise<Answer> {
  const text = JSON.stringify(events);
  return post('/api/hooks/email-status/sendgrid', text, sendgridSignature(Buffer.from(text), about));
}

const mailgunEvent = (event: string, more: Record<string, unknown> = {}) => ({
  event,
  timestamp: Date.now() / 1000,
  id: randomUUID(),
  message: { headers: { 'message-id': bare(), to: 'guest@example.org', subject: 'x' }, size: 1 },
  recipient: 'guest@example.org',
  ...more,
});

const sendgridEvent = (event: string, more: Record<string, unknown> = {}) => ({
  event,
  timestamp: seconds(),
  'smtp-id': messageId,
  email: 'guest@example.org',
  sg_event_id: randomUUID(),
  ...more,
});

async function state(): Promise<string> {
  const row: { state: string } = await api
    .knex('outgoing_messages')
    .where({ message_id: messageId })
    .first('state');
  return row.state;
}

const recorded = async () =>
  api
    .knex('audit_log')
    .where({ meeting_id: meeting.meetingId, category: 'outbound' })
    .orderBy('id')
    .select<{ what: string; details: { detail?: string } }[]>('what', 'details');

describe('Mailgun tells that a message', () => {
  it.each([
    ['was delivered', 'delivered', {}, 'delivered', 'message-delivered'],
    ['failed for good', 'failed', { severity: 'permanent' }, 'bounced', 'message-bounced'],
    [
      'was never sent to an address that bounces',
      'failed',
      { severity: 'permanent', reason: 'suppress-bounce' },
      'bounced',
      'message-bounced',
    ],
    ['was refused by Mailgun', 'rejected', {}, 'bounced', 'message-bounced'],
    ['is late', 'failed', { severity: 'temporary' }, 'deferred', 'message-deferred'],
    ['was called spam', 'complained', {}, 'sent', 'message-complained'],
  ])('%s', async (_name, event, more, becomes, what) => {
    expect((await mailgun(mailgunEvent(event, more))).json).toEqual({ accepted: 1, unknown: 0, ignored: 0 });
    expect(await state()).toBe(becomes);
    expect((await recorded()).map((line) => line.what)).toEqual([what]);
  });

  it('failed, and why, without an address', async () => {
    const status = { code: 550, message: '550 5.1.1 <guest@example.org> no such user\0', description: '' };
    await mailgun(mailgunEvent('failed', { severity: 'permanent', 'delivery-status': status }));
    const [line] = await recorded();
    expect(line?.details.detail).toContain('550 5.1.1');
    expect(line?.details.detail).not.toContain('guest@');
  });

  it('was opened, or something new: nothing happens', async () => {
    for (const data of [
      mailgunEvent('opened'),
      mailgunEvent('constructor'),
      mailgunEvent('delivered', { message: {} }),
    ])
      expect((await mailgun(data)).json).toEqual({ accepted: 0, unknown: 0, ignored: 1 });
    expect(await recorded()).toEqual([]);
  });

  it('of somebody else’s fared somehow: it is counted', async () => {
    const message = { headers: { 'message-id': 'x@elsewhere.example' } };
    const answer = await mailgun(mailgunEvent('delivered', { message }));
    expect(answer).toMatchObject({ status: 200, json: { accepted: 0, unknown: 1 } });
  });

  it('twice is told once', async () => {
    const signature = mailgunSignature();
    const data = mailgunEvent('delivered');
    expect((await mailgun(data, signature)).text).toBe((await mailgun(data, signature)).text);
    expect(await recorded()).toHaveLength(1);
    const forged = await mailgun(mailgunEvent('failed', { severity: 'permanent' }), signature);
    expect(forged.json).toMatchObject({ status: 422, code: 'idempotency-key-reused' });
    expect(await state()).toBe('delivered');
  });

  it('without a signature that fits: nothing happens', async () => {
    for (const signature of [
      {},
      null,
      'x',
      [],
      mailgunSignature({ key: 'key-of-somebody-else' }),
      { ...mailgunSignature(), token: 1 },
    ]) {
      const answer = await mailgun(mailgunEvent('delivered'), signature as object);
      expect(answer.json).toMatchObject({ status: 401, code: 'invalid-signature' });
    }
    expect((await post('/api/hooks/email-status/mailgun', '[1]')).status).toBe(401);
    expect((await post('/api/hooks/email-status/mailgun', '{')).status).toBe(400);
    expect(await state()).toBe('sent');
  });
});

describe('SendGrid tells that a message', () => {
  it.each([
    ['was delivered', 'delivered', { response: '250 OK' }, 'delivered', 'message-delivered'],
    [
      'bounced',
      'bounce',
      { reason: '550 no', status: '5.1.1', type: 'bounce' },
      'bounced',
      'message-bounced',
    ],
    [
      'was never sent to an address that bounces',
      'dropped',
      { reason: 'Bounced Address' },
      'bounced',
      'message-bounced',
    ],
    [
      'is late',
      'deferred',
      { response: '400 try again later', attempt: '5' },
      'deferred',
      'message-deferred',
    ],
    ['was called spam', 'spamreport', {}, 'sent', 'message-complained'],
  ])('%s', async (_name, event, more, becomes, what) => {
    expect((await sendgrid([sendgridEvent(event, more)])).json).toEqual({
      accepted: 1,
      unknown: 0,
      ignored: 0,
    });
    expect(await state()).toBe(becomes);
    expect((await recorded()).map((line) => line.what)).toEqual([what]);
  });

  it('among many that say nothing, or cannot be read', async () => {
    const events = [
      sendgridEvent('processed'),
      sendgridEvent('open'),
      sendgridEvent('__proto__'),
      { event: 'delivered' },
      null,
      7,
      sendgridEvent('delivered', { timestamp: 'now' }),
      sendgridEvent('delivered', { 'smtp-id': '<x@elsewhere.example>' }),
      sendgridEvent('delivered', { 'smtp-id': 'a\0b' }),
      sendgridEvent('delivered'),
    ];
    expect((await sendgrid(events)).json).toEqual({ accepted: 1, unknown: 2, ignored: 7 });
    expect(await state()).toBe('delivered');
  });

  it('without a signature that fits: nothing happens', async () => {
    const events = [sendgridEvent('delivered')];
    expect((await sendgrid(events, { byStranger: true })).status).toBe(401);
    expect((await sendgrid(events, { atMs: Date.now() - 25 * HOUR })).status).toBe(401);
    expect((await post('/api/hooks/email-status/sendgrid', JSON.stringify(events))).status).toBe(401);
    expect(await state()).toBe('sent');
  });

  it('in a form that is none of SendGrid’s: refused', async () => {
    expect((await sendgrid({ event: 'delivered' })).json).toMatchObject({
      status: 422,
      code: 'invalid-body',
    });
  });
});
