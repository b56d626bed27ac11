import { afterAll, beforeAll, expect, it } from 'vitest';
import { MeetingScript } from '../support/meeting-script.ts';
import type { Caller } from './support/caller.ts';
import { startWholeApi, type WholeApi } from './support/served-api.ts';

let api: WholeApi;
let caller: Caller;
let refusal: { responseCode: number; message: string } | undefined;
beforeAll(async () => {
  api = await startWholeApi({
    delivery: { firstRetryMs: 1_000, longestRetryMs: 2_000, giveUpMs: 3_600_000 },
    refuseMail: ({ to }) => refusal && { ...refusal, message: refusal.message.replace('WHOM', to[0] ?? '') },
  });
  caller = await api.caller();
});
afterAll(() => api?.stop());

interface Delivery {
  status: string;
  problem: { code: string; words: string; since: string | null; nextAttemptAt: string | null } | null;
}

async function deliveryTo(script: MeetingScript, id: string): Promise<Delivery | undefined> {
  const { text } = await caller.get(`/api/meetings/${script.meeting.id}`);
  for (const address of Object.values(script.addresses)) expect(text).not.toContain(address);
  const { attendees } = JSON.parse(text) as { attendees: { id: string; delivery: Delivery }[] };
  return attendees.find((one) => one.id === id)?.delivery;
}

it('a message that is put off has the mail server’s words without addresses, since when, and when it is tried again', async () => {
  refusal = { responseCode: 450, message: 'Mailbox <WHOM> is greylisted' };
  const before = Date.now();
  const script = await MeetingScript.booked(api.world);
  await expect
    .poll(() => deliveryTo(script, 'guest'), { timeout: 20_000 })
    .toMatchObject({
      status: 'deferred',
      problem: { code: '450', words: expect.stringContaining('(address hidden)') as string },
    });
  const first = (await deliveryTo(script, 'guest'))?.problem;
  expect(first?.words).toContain('is greylisted');
  expect(Date.parse(first?.since ?? '')).toBeGreaterThan(before - 60_000);
  expect(Date.parse(first?.nextAttemptAt ?? '')).toBeGreaterThan(Date.parse(first?.since ?? ''));
  const attempts = async () =>
    (await api.knex('outgoing_messages').where({ attendee_id: 'guest' }).first('attempts'))?.attempts ?? 0;
  await expect.poll(attempts, { timeout: 20_000 }).toBeGreaterThan(2);
  expect((await deliveryTo(script, 'guest'))?.problem?.since).toBe(first?.since);
  refusal = undefined;
  await expect
    .poll(() => deliveryTo(script, 'guest'), { timeout: 20_000 })
    .toMatchObject({ status: 'sent', problem: null });
});

it('one that is refused for good says so, and is tried no more', async () => {
  refusal = { responseCode: 550, message: 'No such user WHOM' };
  const script = await MeetingScript.booked(api.world);
  await expect
    .poll(() => deliveryTo(script, 'guest'), { timeout: 20_000 })
    .toMatchObject({
      status: 'failed',
      problem: {
        code: '550',
        words: expect.stringContaining('No such user (address hidden)') as string,
        since: null,
        nextAttemptAt: null,
      },
    });
  refusal = undefined;
});
