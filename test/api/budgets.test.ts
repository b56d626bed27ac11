import { simpleParser } from 'mailparser';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { BUDGETS } from '../support/budgets.ts';
import { waitForMail } from '../support/smtp-catcher.ts';
import type { Caller } from './support/caller.ts';
import { hourIn, newGuest, newHost, newRoom } from './support/people.ts';
import { startWholeApi, type WholeApi } from './support/served-api.ts';

let api: WholeApi;
let caller: Caller;
beforeAll(async () => {
  api = await startWholeApi();
  caller = await api.caller();
});
afterAll(() => api?.stop());

it('one link of a guest makes as many proposals as a day may have, however often it is asked', async () => {
  const [host, guest] = [newHost(), newGuest()];
  const made = await caller.post('/api/practice-room/create', newRoom({ host, ...hourIn(300) }));
  const { roomId } = made.json as { roomId: string };
  await caller.post('/api/practice-room/book', { roomId, guest });
  const [invitation] = await waitForMail(api.world.catcher, { to: guest.email });
  const { text = '' } = await simpleParser(invitation?.raw ?? '');
  const token = /reschedule\?r=([\w-]+)/.exec(text)?.[1] ?? '';
  const propose = (index: number) => {
    const { startUtc, endUtc } = hourIn(400 + index);
    return caller.post('/api/reschedule/propose', {
      token,
      proposedStartUtc: startUtc,
      proposedEndUtc: endUtc,
    });
  };

  const answers = [];
  for (let index = 0; index < 200; index += 1) answers.push(await propose(index));

  expect(answers.slice(0, BUDGETS.proposals).map(({ status }) => status)).toEqual(
    Array.from({ length: BUDGETS.proposals }, () => 201),
  );
  expect(new Set(answers.slice(BUDGETS.proposals).map(({ json }) => json.code))).toEqual(
    new Set(['too-many-proposals']),
  );
  const refused = answers.at(-1)!;
  expect(refused.status).toBe(429);
  expect(Number(refused.headers.get('Retry-After'))).toBeGreaterThan(0);
  await waitForMail(api.world.catcher, { to: host.email, count: 1 + BUDGETS.proposals });
  expect(api.world.catcher.count(host.email)).toBe(1 + BUDGETS.proposals);
  const { timeline } = (await caller.get(`/api/practice-room/${roomId}`)).json as { timeline: unknown[] };
  expect(timeline).toContainEqual(expect.objectContaining({ what: 'proposals-used-up', by: 'guest' }));
});
