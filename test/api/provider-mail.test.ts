import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ArrivingMessage } from '../../activities/inbound/ports.ts';
import { GUEST, insertMeeting, type TestMeeting } from '../pages/support/rows.ts';
import { mailgunSignature, multipart, sendgridSignature } from '../support/providers.ts';
import type { Answer, Caller } from './support/caller.ts';
import { letter } from './support/letters.ts';
import { HOUR } from './support/people.ts';
import { startRecordedApi, type RecordedApi } from './support/served-api.ts';

const MAILGUN = '/api/imip/inbound/mailgun/mime';
const SENDGRID = '/api/imip/inbound/sendgrid';

let api: RecordedApi;
let caller: Caller;
let meeting: TestMeeting;
/** What came to the ingest, which is the real one. */
const taken: ArrivingMessage[] = [];
beforeAll(async () => {
  api = await startRecordedApi();
  caller = await api.caller();
  const ingest = api.deps.ingest;
  api.deps.ingest = (message) => {
    taken.push(message);
    return ingest(message);
  };
});
afterAll(() => api?.stop());
beforeEach(async () => {
  taken.length = 0;
  meeting = await insertMeeting(api.knex, { tenantId: api.tenant.id, startMs: Date.now() + 72 * HOUR });
});

const answerLetter = () => letter({ uid: meeting.uid, from: GUEST.email, partstat: 'DECLINED' });

const send = (
  path: string,
  type: string,
  body: Buffer,
  headers: Record<string, string> = {},
): Promise<Answer> =>
  caller.send(path, {
    method: 'POST',
    body: new Uint8Array(body),
    headers: { 'Content-Type': type, ...headers },
  });

function mailgun(fields: Record<string, string | Buffer>, headers?: Record<string, string>): Promise<Answer> {
  const { type, body } = multipart({ ...mailgunSignature(), ...fields });
  return send(MAILGUN, type, body, headers);
}

function sendgrid(
  fields: Record<string, string | Buffer>,
  signature: Parameters<typeof sendgridSignature>[1] = {},
): Promise<Answer> {
  const { type, body } = multipart(fields);
  return send(SENDGRID, type, body, sendgridSignature(body, signature));
}

const refused = async (answer: Promise<Answer>, status: number, code: string) => {
  expect((await answer).json).toMatchObject({ status, code });
  expect(taken).toEqual([]);
};

describe('mail from Mailgun', () => {
  it('is an answer to a meeting, with its envelope and without a session', async () => {
    const raw = answerLetter();
    const answer = await mailgun({
      'body-mime': raw,
      sender: 'Bounce@Example.org',
      recipient: 'Scheduling@parley.test, two@parley.test',
      'X-Mailgun-Spf': 'Pass',
    });
    expect(answer).toMatchObject({ status: 200, json: { understood: 'reply', uid: meeting.uid } });
    expect(taken).toEqual([
      {
        raw: Buffer.from(raw),
        door: 'webhook',
        envelope: { from: 'bounce@example.org', to: ['scheduling@parley.test', 'two@parley.test'] },
        tenantId: null,
        session: null,
      },
    ]);
    expect(api.meetings.calls.at(-1)).toMatchObject({ what: 'tell', uid: meeting.uid, type: 'answered' });
  });

  it('also in the other form, every byte as it was', async () => {
    const raw = Buffer.concat([
      Buffer.from(answerLetter()),
      Buffer.from([0, 0xff, 0x80, 0xe4, 13, 10, 10, 13]),
    ]);
    const encoded = raw
      .toString('latin1')
      .replace(/[^A-Za-z0-9]/g, (c) => `%${c.charCodeAt(0).toString(16).padStart(2, '0')}`);
    const fields = new URLSearchParams({ ...mailgunSignature(), recipient: 'a@parley.test' });
    const body = Buffer.from(`${fields.toString()}&body-mime=${encoded}`);
    const type = 'application/x-www-form-urlencoded; charset=utf-8';
    expect((await send(MAILGUN, type, body)).status).toBe(200);
    expect(taken[0]?.raw.equals(raw)).toBe(true);
    taken.length = 0;
    expect((await mailgun({ 'body-mime': raw })).status).toBe(200);
    expect(taken[0]?.raw.equals(raw)).toBe(true);
  });

  it('again is answered the same, and has one effect', async () => {
    const { type, body } = multipart({ ...mailgunSignature(), 'body-mime': answerLetter() });
    const first = await send(MAILGUN, type, body);
    const second = await send(MAILGUN, type, body);
    expect(second.text).toBe(first.text);
    expect(second.headers.get('Idempotency-Replayed')).toBe('true');
    expect(taken).toHaveLength(1);
  });

  it('with the token of another message is refused, under any key', async () => {
    const signature = mailgunSignature();
    expect((await mailgun({ ...signature, 'body-mime': answerLetter() })).status).toBe(200);
    taken.length = 0;
    const forged = () => ({ ...signature, 'body-mime': answerLetter() });
    await refused(mailgun(forged()), 422, 'idempotency-key-reused');
    await refused(mailgun(forged(), { 'Idempotency-Key': randomUUID() }), 422, 'idempotency-key-reused');
  });

  it('is tried again after a failure here', async () => {
    const { ingest } = api.deps;
    api.deps.ingest = () => Promise.reject(new Error('no database'));
    const { type, body } = multipart({ ...mailgunSignature(), 'body-mime': answerLetter() });
    expect((await send(MAILGUN, type, body)).status).toBe(500);
    api.deps.ingest = ingest;
    expect((await send(MAILGUN, type, body)).status).toBe(200);
    expect(taken).toHaveLength(1);
  });

  const wrong = (): [string, Record<string, string>][] => {
    const good = mailgunSignature();
    return [
      ['of another key', mailgunSignature({ key: 'key-of-somebody-else' })],
      ['of another token', { ...good, token: 'other' }],
      ['of another time', { ...good, timestamp: String(Number(good.timestamp) + 1) }],
      ['too old', mailgunSignature({ atMs: Date.now() - 16 * 60_000 })],
      ['too far ahead', mailgunSignature({ atMs: Date.now() + 16 * 60_000 })],
      ['cut short', { ...good, signature: good.signature.slice(0, 62) }],
      ['empty', { ...good, signature: '' }],
      ['without a token', { ...good, token: '' }],
      ['at no time', { ...good, timestamp: 'now' }],
    ];
  };
  it.each(wrong().map(([name]) => name))('with a signature %s is refused, and counted', async (name) => {
    const fields = Object.fromEntries(wrong())[name] as unknown as Record<string, string>;
    const { type, body } = multipart({ ...fields, 'body-mime': answerLetter() });
    const before = await refusedSignatures();
    await refused(send(MAILGUN, type, body), 401, 'invalid-signature');
    expect(await refusedSignatures()).toBe(before + 1);
  });

  it('signed for the main account of a subaccount is taken', async () => {
    const own = mailgunSignature();
    const other = mailgunSignature({ key: 'key-of-the-subaccount', token: own.token });
    const fields = { ...own, signature: other.signature, 'parent-signature': own.signature };
    expect((await mailgun({ ...fields, 'body-mime': answerLetter() })).status).toBe(200);
  });
});

describe('mail from SendGrid', () => {
  it('is an answer to a meeting, with its envelope and the client’s address', async () => {
    const raw = answerLetter();
    const answer = await sendgrid({
      email: raw,
      envelope: JSON.stringify({ to: ['Scheduling@parley.test'], from: 'Bounce@example.org' }),
      sender_ip: '192.0.2.10',
      charsets: '{"to":"UTF-8"}',
      SPF: 'pass',
    });
    expect(answer).toMatchObject({ status: 200, json: { understood: 'reply', uid: meeting.uid } });
    expect(taken).toEqual([
      {
        raw: Buffer.from(raw),
        door: 'webhook',
        envelope: { from: 'bounce@example.org', to: ['scheduling@parley.test'] },
        tenantId: null,
        session: { clientAddress: '192.0.2.10', helo: '' },
      },
    ]);
  });

  it('with an envelope or address that cannot be read is still a message', async () => {
    for (const [envelope, sender_ip] of [
      ['{', 'nowhere'],
      ['[]', ''],
      ['{"to":"x"}', '192.0.2.300'],
    ]) {
      const answer = await sendgrid({
        email: answerLetter(),
        envelope: envelope ?? '',
        sender_ip: sender_ip ?? '',
      });
      expect(answer.status).toBe(200);
      expect(taken.at(-1)).toMatchObject({ envelope: { from: null, to: [] }, session: null });
    }
  });

  it('a bounce has no sender', async () => {
    await sendgrid({ email: answerLetter(), envelope: '{"to":["a@parley.test"],"from":""}' });
    expect(taken[0]?.envelope).toEqual({ from: null, to: ['a@parley.test'] });
  });

  it('again is answered the same, and has one effect; also with a second signature that fits', async () => {
    const { type, body } = multipart({ email: answerLetter() });
    const signature = sendgridSignature(body);
    const first = await send(SENDGRID, type, body, signature);
    const again = sendgridSignature(body, {
      atMs: Number(signature['X-Twilio-Email-Event-Webhook-Timestamp']) * 1000,
    });
    expect(again).not.toEqual(signature);
    for (const headers of [signature, again, { ...again, 'Idempotency-Key': randomUUID() }]) {
      expect((await send(SENDGRID, type, body, headers)).text).toBe(first.text);
    }
    expect(taken).toHaveLength(1);
  });

  it.each<[string, Parameters<typeof sendgridSignature>[1]]>([
    ['of a stranger', { byStranger: true }],
    ['of more than a day ago', { atMs: Date.now() - 25 * HOUR }],
    ['from the future', { atMs: Date.now() + HOUR }],
  ])('with a signature %s is refused, and counted', async (_name, signature) => {
    const before = await refusedSignatures();
    await refused(sendgrid({ email: answerLetter() }, signature), 401, 'invalid-signature');
    expect(await refusedSignatures()).toBe(before + 1);
  });

  it('with a signature of another body, or none that is one, is refused', async () => {
    const { type, body } = multipart({ email: answerLetter() });
    const good = sendgridSignature(body);
    const name = 'X-Twilio-Email-Event-Webhook-Signature';
    for (const headers of [
      {},
      sendgridSignature(Buffer.from('x')),
      { ...good, [name]: 'AAAA' },
      { ...good, [name]: '' },
    ])
      await refused(send(SENDGRID, type, body, headers), 401, 'invalid-signature');
    const other = multipart({ email: answerLetter() }).body;
    await refused(send(SENDGRID, type, other, good), 401, 'invalid-signature');
  });
});

describe('a form', () => {
  const signed = (type: string, body: Buffer) => send(SENDGRID, type, body, sendgridSignature(body));
  const form = (fields: Record<string, string>) => multipart(fields).body;
  const TYPE = 'multipart/form-data; boundary=xYzZY';

  it.each<[string, string, () => Buffer, number, string]>([
    ['without the message', TYPE, () => form({ text: 'parsed' }), 422, 'invalid-body'],
    ['with an empty message', TYPE, () => form({ email: '' }), 422, 'invalid-body'],
    ['that has no end', TYPE, () => form({ email: 'x' }).subarray(0, -9), 422, 'invalid-body'],
    [
      'of another boundary',
      'multipart/form-data; boundary=other',
      () => form({ email: 'x' }),
      422,
      'invalid-body',
    ],
    ['without a boundary', 'multipart/form-data', () => form({ email: 'x' }), 422, 'invalid-body'],
    [
      'with a thousand fields',
      TYPE,
      () => form(Object.fromEntries(Array.from({ length: 1_000 }, (_, n) => [`f${n}`, 'x']))),
      422,
      'invalid-body',
    ],
    ['that is JSON', 'application/json', () => Buffer.from('{}'), 415, 'unsupported-media-type'],
    ['of 41 MB', TYPE, () => form({ email: 'x'.repeat(41 * 1024 * 1024) }), 413, 'too-large'],
  ])('%s is refused', async (_name, type, body, status, code) => {
    await refused(signed(type, body()), status, code);
  });

  it('with the message twice has the first one', async () => {
    const first = answerLetter();
    const both = Buffer.concat([
      form({ email: first }).subarray(0, -'--xYzZY--\r\n'.length),
      form({ email: 'second' }),
    ]);
    expect((await signed(TYPE, both)).status).toBe(200);
    expect(taken[0]?.raw.toString()).toBe(first);
  });
});

describe('a provider that is not set up', () => {
  const { providers } = { providers: { mailgunSigningKey: undefined, sendgridPublicKeys: undefined } };
  const configured = () => api.deps.config.incomingMail;
  let before: ReturnType<typeof configured>['providers'];
  beforeEach(() => {
    before = configured().providers;
    configured().providers = providers;
  });
  afterEach(() => {
    configured().providers = before;
  });

  it('is told so, and may try again later', async () => {
    await refused(mailgun({ 'body-mime': answerLetter() }), 501, 'not-configured');
    await refused(sendgrid({ email: answerLetter() }), 501, 'not-configured');
  });
});

async function refusedSignatures(): Promise<number> {
  const metric = await api.deps.metrics.refusedCredentials.get();
  return metric.values.find(({ labels }) => labels.kind === 'signature')?.value ?? 0;
}
