import { afterAll, beforeAll, expect, it } from 'vitest';
import { newStamp } from '../../api/pages/book/stamp.ts';
import { startWholeApi, type WholeApi } from '../api/support/served-api.ts';
import { bookable, formPath, hiddenFields, laterDay, newAddress } from './support/booking.ts';

let api: WholeApi;
beforeAll(async () => {
  api = await startWholeApi();
});
afterAll(() => api?.stop());

const at = (hours: number): Date => new Date(laterDay(10).getTime() + hours * 3_600_000);

it('a form without one of the times that are free instead is shown again with a word, and books nothing', async () => {
  const made = await bookable(api);
  const send = async (fields: Record<string, string>) => {
    const body = new URLSearchParams(fields);
    const answer = await fetch(api.url + made.path, { method: 'POST', body, redirect: 'manual' });
    return { status: answer.status, html: await answer.text() };
  };
  const meetings = () => api.knex('meetings').where({ event_type_id: made.eventTypeId });
  const offStep = await fetch(api.url + formPath(made, new Date(at(9).getTime() + 7 * 60_000)));
  expect(offStep.status).toBe(409);
  const taken = await offStep.text();
  expect(taken).toContain('type="radio" name="start"');
  expect(taken).not.toMatch(/<input type="radio"[^>]*checked/);

  const stamp = newStamp(api.deps.config, Date.now() - 10_000);
  const unchosen = { ...hiddenFields(taken), name: 'Gus Okafor', zone: 'UTC', stamp };
  const { status, html } = await send({ ...unchosen, email: newAddress() });
  expect(status).toBe(422);
  expect(html).toContain('<a href="#field-start">Please choose one of these times.</a>');
  expect(html).toContain('value="Gus Okafor"');
  expect(html).toMatch(/<input type="radio" name="start" id="field-start"/);
  expect(html).not.toMatch(/<input type="radio"[^>]*checked/);

  // Another zone is no booking, so nothing is missing.
  const inTokyo = await send({ ...unchosen, email: '', zone: 'Asia/Tokyo', action: 'zone' });
  expect(inTokyo.status).toBe(200);
  expect(inTokyo.html).not.toContain('Please choose one');
  expect(inTokyo.html).toContain('type="radio" name="start"');
  expect(await meetings()).toEqual([]);

  // What was chosen stays where something else is wrong.
  const chosen = { ...hiddenFields(html), ...unchosen, start: at(10).toISOString() };
  const again = await send({ ...chosen, email: 'gus' });
  expect(again.status).toBe(422);
  expect(hiddenFields(again.html)).toMatchObject({ start: at(10).toISOString() });
  expect((await send({ ...chosen, email: newAddress() })).status).toBe(303);
  expect(await meetings()).toHaveLength(1);
});
