import { randomUUID } from 'node:crypto';
import { simpleParser } from 'mailparser';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { composeClientAnswer, type ClientAnswer } from '../../adapters/mail/client-answer.ts';
import { waitForMail } from '../support/smtp-catcher.ts';
import { startWholeApi, type WholeApi } from './support/served-api.ts';
import type { Caller } from './support/caller.ts';
import { HOUR, hourIn, newGuest, newHost, newRoom } from './support/people.ts';

let api: WholeApi;
let caller: Caller;
beforeAll(async () => {
  api = await startWholeApi();
  caller = await api.caller();
});
afterAll(() => api?.stop());

async function bookedRoom(hours: number) {
  const [host, guest, time] = [newHost(), newGuest(), hourIn(hours)];
  const made = await caller.post('/api/practice-room/create', newRoom({ host, ...time }));
  const { roomId, uid } = made.json as { roomId: string; uid: string };
  await caller.post('/api/practice-room/book', { roomId, guest });
  return { roomId, uid, host: host.email, guest: guest.email, time };
}

async function answerOf(address: string, answer: ClientAnswer['answer']): Promise<Buffer> {
  const [invitation] = await waitForMail(api.world.catcher, { to: address });
  return composeClientAnswer({
    invitation: Buffer.from(invitation?.raw ?? ''),
    answer,
    messageId: `<${randomUUID()}@example.org>`,
    dtstampMs: Date.now(),
  });
}

const show = async (roomId: string) => (await caller.get(`/api/practice-room/${roomId}`)).json;

describe('mail handed in as a webhook', () => {
  it('is an answer: raw, signed', async () => {
    const { roomId, uid, guest } = await bookedRoom(100);
    const answer = await caller.mail(await answerOf(guest, 'ACCEPTED'));
    expect(answer).toMatchObject({ status: 202, json: { understood: 'reply', uid } });
    await expect.poll(async () => (await show(roomId)).answers.guest.partstat).toBe('ACCEPTED');
  });

  it('is an answer: as JSON in base64; and DECLINED cancels for both', async () => {
    const { roomId, uid, host, guest } = await bookedRoom(102);
    const raw = (await answerOf(guest, 'DECLINED')).toString('base64');
    const body = Buffer.from(JSON.stringify({ raw }));
    const answer = await caller.deliver('/api/imip/inbound', body, 'application/json');
    expect(answer).toMatchObject({ status: 202, json: { understood: 'reply', uid } });
    for (const to of [host, guest]) {
      const cancel = (await waitForMail(api.world.catcher, { to, count: 2 }))[1]?.raw;
      expect(cancel).toContain('METHOD:CANCEL');
      expect(cancel).toContain('SEQUENCE:1');
    }
    expect(await show(roomId)).toMatchObject({ status: 'cancelled', sequence: 1 });
  });

  it('is a proposal, shown as open', async () => {
    const { roomId, uid, guest, time } = await bookedRoom(104);
    const startMs = Date.parse(time.startUtc) + 48 * HOUR;
    const counter = { startMs, endMs: startMs + HOUR };
    const answer = await caller.mail(await answerOf(guest, { counter, note: 'Later?' }));
    expect(answer).toMatchObject({ status: 202, json: { understood: 'counter', uid } });
    await expect
      .poll(async () => (await show(roomId)).proposals)
      .toEqual([
        {
          proposalId: expect.any(String) as string,
          proposedBy: 'guest',
          proposedStartUtc: new Date(startMs).toISOString(),
          proposedEndUtc: new Date(startMs + HOUR).toISOString(),
          note: 'Later?',
          createdAt: expect.any(String) as string,
          expiresAt: expect.any(String) as string,
        },
      ]);
  });

  it('twice has one effect and the same answer', async () => {
    const { uid, guest } = await bookedRoom(106);
    const raw = await answerOf(guest, 'ACCEPTED');
    const [first, second] = [await caller.mail(raw), await caller.mail(raw)];
    expect(second.json).toEqual(first.json);
    expect(await api.knex('imip_messages').where({ uid })).toHaveLength(1);
    expect(await api.knex('outbox').where({ uid })).toHaveLength(1);
  });
});

describe('a proposal with the token of a mail', () => {
  it('is made once, and its link is spent', async () => {
    const { roomId, guest } = await bookedRoom(110);
    const [invitation] = await waitForMail(api.world.catcher, { to: guest });
    const token = await tokenIn(invitation?.raw ?? '');
    const { startUtc, endUtc } = hourIn(200);
    const body = { token, proposedStartUtc: startUtc, proposedEndUtc: endUtc, note: 'A day off.' };
    const key = { 'Idempotency-Key': randomUUID() };
    const made = await caller.post('/api/reschedule/propose', body, key);
    expect(made.status).toBe(201);
    expect(made.json).toEqual({
      proposalId: expect.any(String) as string,
      status: 'pending',
      proposedStartUtc: startUtc,
      proposedEndUtc: endUtc,
      expiresAt: expect.any(String) as string,
    });
    expect((await caller.post('/api/reschedule/propose', body, key)).text).toBe(made.text);
    expect((await show(roomId)).proposals).toHaveLength(1);
    await caller.post('/api/practice-room/delete', { roomId });
    const late = await caller.post('/api/reschedule/propose', { ...body, note: '' });
    expect(late.json).toMatchObject({
      status: 409,
      code: expect.stringMatching(/link-used|meeting-over/) as string,
    });
  });
});

async function tokenIn(raw: string): Promise<string> {
  const { text = '' } = await simpleParser(raw);
  return /reschedule\?r=([\w-]+)/.exec(text)?.[1] ?? '';
}
