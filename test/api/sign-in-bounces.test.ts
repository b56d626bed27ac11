import { simpleParser } from 'mailparser';
import { createTransport, type Transporter } from 'nodemailer';
import { pino } from 'pino';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startListeners } from '../../api/smtp/listeners.ts';
import { loadConfig } from '../../config/index.ts';
import { bounceReport } from '../support/bounce.ts';
import { insertOwnedRoom } from '../support/room-owner.ts';
import { waitForMail } from '../support/smtp-catcher.ts';
import { startWholeApi, type WholeApi } from './support/served-api.ts';
import type { Caller } from './support/caller.ts';

const returnPaths = new Map<string, string>();
let api: WholeApi;
let caller: Caller;
let listeners: Awaited<ReturnType<typeof startListeners>>;
let smtp: Transporter;
let ownerEmail: string;
let count = 0;

beforeAll(async () => {
  api = await startWholeApi({
    refuseMail: ({ from, to }) => {
      for (const address of to) returnPaths.set(address.toLowerCase(), from);
      return undefined;
    },
  });
  caller = await api.caller();
  const config = loadConfig({ SMTP_IN_PORT: '0', ORGANIZER_EMAIL: api.tenant.organizerEmail });
  const { ingest, clock } = api.deps;
  listeners = await startListeners(config, {
    ...{ knex: api.knex, ingest, clock },
    log: pino({ level: 'silent' }),
  });
  smtp = createTransport({ host: '127.0.0.1', port: listeners.smtpPort, ignoreTLS: true });
});
afterAll(async () => {
  smtp?.close();
  await listeners?.stop();
  await api?.stop();
});
beforeEach(async () => {
  count += 1;
  ownerEmail = `Owner.${count}@example.org`;
  await insertOwnedRoom(api.knex, { tenantId: api.tenant.id, ownerEmail });
});

const ask = (email: string) =>
  fetch(`${api.url}/rooms/sign-in`, {
    method: 'POST',
    body: new URLSearchParams({ email }),
    redirect: 'manual',
  });

const stateOf = async (messageId: string): Promise<string | undefined> =>
  (await api.knex('outgoing_messages').where({ message_id: messageId }).first<{ state: string }>('state'))
    ?.state;

/** A sign-in mail that is on its way. */
async function mailed(): Promise<{ messageId: string; returnPath: string }> {
  await ask(ownerEmail);
  const [caught] = await waitForMail(api.world.catcher, { to: ownerEmail, count: 1 });
  const { messageId = '' } = await simpleParser(caught?.raw ?? '');
  await expect.poll(() => stateOf(messageId)).toBe('sent');
  return { messageId, returnPath: returnPaths.get(ownerEmail.toLowerCase()) ?? '' };
}

/** What the mail system of the owner says of it, over SMTP. */
const report = (to: string, messageId: string) =>
  smtp.sendMail({
    envelope: { from: '', to: [to] },
    raw: bounceReport({ to, recipient: ownerEmail, messageId }),
  });

/** What the operator's list says of the newest message. */
async function newest(): Promise<Record<string, unknown>> {
  const { json } = await caller.get('/api/imip/messages?limit=1');
  return (json as unknown as { messages: Record<string, unknown>[] }).messages[0] ?? {};
}

describe('a sign-in mail that comes back', () => {
  it('to its own return path is known by that, whatever the report names', async () => {
    const { messageId, returnPath } = await mailed();
    expect(returnPath).toMatch(/^scheduling\+b[a-z2-7]{20}@parley\.test$/);
    await report(returnPath, '<what-a-gateway-made-of-it@mx.example.org>');
    expect(await stateOf(messageId)).toBe('bounced');
    expect(await newest()).toMatchObject({
      decision: 'bounce',
      reason: '5.1.1',
      attendee: ownerEmail.toLowerCase(),
      meetingId: null,
      uid: null,
    });
  });

  it('to the mailbox is known by its Message-ID', async () => {
    const { messageId } = await mailed();
    await report(api.tenant.organizerEmail, messageId);
    expect(await stateOf(messageId)).toBe('bounced');
    expect(await newest()).toMatchObject({ decision: 'bounce', attendee: ownerEmail.toLowerCase() });
  });

  it('is counted with the others, tells no meeting, and shows no other tenant anything', async () => {
    const { messageId, returnPath } = await mailed();
    await report(returnPath, messageId);
    const line = await api
      .knex('audit_log')
      .where({ category: 'outbound', what: 'message-bounced' })
      .whereRaw(`details->>'messageId' = ?`, [messageId]);
    expect(line).toMatchObject([
      {
        tenant_id: api.tenant.id,
        meeting_id: null,
        door: 'mail',
        details: { kind: 'sign-in', to: null },
      },
    ]);
    expect(JSON.stringify(line)).not.toContain('example.org');
    expect(await api.knex('outbox').whereLike('event_key', 'bounced/%')).toEqual([]);
    const others = await api.caller(await api.addTenant('others'));
    expect((await others.get('/api/imip/messages')).json).toMatchObject({ messages: [] });
  });

  it('is not believed of a stranger who knows neither', async () => {
    const { messageId } = await mailed();
    await report(api.tenant.organizerEmail, '<made-up@parley.test>');
    expect(await stateOf(messageId)).toBe('sent');
    expect(await newest()).toMatchObject({ decision: 'ignored', reason: 'report-unproven' });
  });

  it('leaves the sign-in page as it is: it says of no address whether it is known', async () => {
    const { messageId, returnPath } = await mailed();
    await report(returnPath, messageId);
    const [bounced, unknown] = [await ask(ownerEmail), await ask(`nobody.${count}@example.org`)];
    const pages = await Promise.all(
      [bounced, unknown].map(async (answer) => [
        answer.status,
        answer.headers.get('Location'),
        await fetch(api.url + (answer.headers.get('Location') ?? '')).then((page) => page.text()),
      ]),
    );
    expect(pages[0]).toEqual(pages[1]);
  });
});
