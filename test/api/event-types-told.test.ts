import { afterAll, beforeAll, expect, it } from 'vitest';
import { dateIn } from './support/availability.ts';
import type { Caller } from './support/caller.ts';
import { newEventType, People, shown } from './support/event-types.ts';
import { startRecordedApi, type RecordedApi } from './support/served-api.ts';

let api: RecordedApi;
let us: Caller;
let people: People;
beforeAll(async () => {
  api = await startRecordedApi();
  us = await api.caller();
  people = new People(api, us);
});
afterAll(() => api?.stop());

const made = async (extra: object) => shown(await us.post('/api/event-types', newEventType(extra)));
const detailOf = ({ json }: { json: object }) => (json as { detail: string }).detail;

it('a booking window that has passed meanwhile is in the way of no other change', async () => {
  const { id } = await made({ ownerId: await people.member(), window: { lastDay: dateIn(30) } });
  const path = `/api/event-types/${id}`;
  await api
    .knex('event_types')
    .where({ id })
    .update({ window_last_day: api.knex.raw("DATE '2021-05-01'") });
  const window = { firstDay: null, lastDay: '2021-05-01' };
  expect((await us.patch(path, { title: 'Another' })).status).toBe(200);
  expect((await us.patch(path, { window })).status).toBe(200);
  const earlier = await us.patch(path, { window: { lastDay: '2021-04-30' } });
  expect([earlier.status, earlier.json.problems[0]?.path]).toEqual([422, 'window.lastDay']);
});

it('a slug that one’s own second event type has is told as that, and a member’s as somebody else’s', async () => {
  const ownerId = await people.member();
  const first = await made({ ownerId });
  const again = await us.post('/api/event-types', newEventType({ ownerId, slug: first.slug }));
  expect([again.json.code, detailOf(again)]).toEqual([
    'slug-taken',
    'Another event type of the owner has this slug; choose another one.',
  ]);
  const profile = await us.get(`/api/principals/${ownerId}/booking-profile`);
  const { slug } = profile.json as unknown as { slug: string };
  const other = await us.put(`/api/principals/${await people.member()}/booking-profile`, { slug });
  expect([other.json.code, detailOf(other)]).toEqual([
    'slug-taken',
    'Somebody else has this slug; choose another one.',
  ]);
});

it('bookings of another member are not found as a member, and a length that is none is told by its own name', async () => {
  const [ownerId, other] = [await people.member(), await people.member()];
  const headers = await people.session(ownerId);
  const list = await us.send(`/api/bookings?hostId=${other}`, { headers });
  expect([list.status, detailOf(list)]).toEqual([404, 'The member was not found.']);
  const { id } = await made({ ownerId });
  for (const ask of [
    `available-slots?from=2030-05-17T00:00:00Z&to=2030-05-18T00:00:00Z`,
    'explain?at=2030-05-17T09:00:00Z',
  ]) {
    const { status, json } = await us.get(`/api/event-types/${id}/${ask}&length=31`);
    expect([status, json.problems.map(({ path }) => path)]).toEqual([422, ['length']]);
  }
});

it('one whose schedule was deleted meanwhile is brought back switched off', async () => {
  const ownerId = await people.member();
  await made({ ownerId });
  const weekly = { monday: [{ from: '09:00', until: '12:00' }] };
  const schedule = await us.post(`/api/principals/${ownerId}/schedules`, { name: 'Mondays', weekly });
  const { id } = await made({ ownerId, scheduleId: schedule.json.id });
  const path = `/api/event-types/${id}`;
  await us.delete(path);
  expect(shown(await us.post(`${path}/restore`, {}))).toMatchObject({
    active: true,
    scheduleId: schedule.json.id,
  });
  await us.delete(path);
  expect((await us.delete(`/api/principals/${ownerId}/schedules/${schedule.json.id}`)).status).toBe(200);
  expect(shown(await us.post(`${path}/restore`, {}))).toMatchObject({ active: false, scheduleId: null });
});
