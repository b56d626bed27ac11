import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { insertOwnedRoom } from '../support/room-owner.ts';
import { addEventType, addMember, allHours, callsOf, type TestMember } from './support/availability.ts';
import type { Answer, Caller } from './support/caller.ts';
import { startRecordedApi, type RecordedApi } from './support/served-api.ts';

let api: RecordedApi;
let us: Caller;
let member: TestMember;

beforeAll(async () => {
  api = await startRecordedApi();
  us = await api.caller();
  member = await addMember(api, us);
});
afterAll(() => api?.stop());

const aSlug = () => `mia-${randomUUID().slice(0, 8)}`;
const NINE_TO_FIVE = [{ from: '09:00', until: '17:00' }];
const NOTHING = Object.fromEntries(
  ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'].map((day) => [day, []]),
);

/** Refused, and nothing is stored. */
async function expectRefused(call: () => Promise<Answer>, status: number, code: string): Promise<Answer> {
  const before = await allHours(api);
  const answer = await call();
  expect([answer.status, answer.json.code]).toEqual([status, code]);
  expect(await allHours(api)).toEqual(before);
  return answer;
}

describe('a booking profile', () => {
  it('of who has said nothing yet is shown without making one', async () => {
    const before = await allHours(api);
    for (const [, call] of callsOf(us, member))
      expect((await call('GET', `${member.path}/booking-profile`)).json).toEqual({
        principalId: member.id,
        slug: null,
        timezone: 'UTC',
        timezoneConfirmed: false,
        timezoneDetected: null,
        limits: [],
        defaultScheduleId: null,
      });
    expect(await allHours(api)).toEqual(before);
  });

  it.each([0, 1])('is put, and makes the working hours of a week, by key and by session (%i)', async (by) => {
    const theirs = await addMember(api, us);
    const [, call] = callsOf(us, theirs)[by]!;
    const limits = [{ per: 'day', of: 'bookings', most: 3 }];
    const body = { slug: aSlug(), timezoneDetected: 'Europe/Vienna', limits };
    const { status, json } = await call('PUT', `${theirs.path}/booking-profile`, body);
    expect([status, json]).toMatchObject([
      200,
      { ...body, timezone: 'UTC', timezoneConfirmed: false, defaultScheduleId: expect.any(String) },
    ]);
    const made = await call('GET', `${theirs.path}/schedules`);
    expect(made.json).toMatchObject({
      schedules: [
        {
          id: json.defaultScheduleId,
          name: 'Working hours',
          timezone: null,
          weekly: { sunday: [], monday: NINE_TO_FIVE, friday: NINE_TO_FIVE, saturday: [] },
        },
      ],
      next: null,
    });
    const again = await call('PUT', `${theirs.path}/booking-profile`, {
      slug: body.slug,
      timezone: 'Asia/Tokyo',
    });
    expect(again.json).toMatchObject({
      ...{ limits, timezone: 'Asia/Tokyo', timezoneConfirmed: true, timezoneDetected: null },
      defaultScheduleId: json.defaultScheduleId,
    });
    expect((await call('GET', `${theirs.path}/schedules`)).json).toEqual(made.json);
    expect((await us.get(theirs.path)).json).toMatchObject({ timezone: 'Asia/Tokyo' });
  });

  it('begins with a schedule that is named', async () => {
    const theirs = await addMember(api, us);
    const { id } = (await us.post(`${theirs.path}/schedules`, { name: 'Evenings', weekly: {} })).json;
    const put = await us.put(`${theirs.path}/booking-profile`, { slug: aSlug(), defaultScheduleId: id });
    expect(put.json).toMatchObject({ defaultScheduleId: id });
    expect((await us.get(`${theirs.path}/schedules`)).json).toMatchObject({ schedules: [{ id }] });
  });

  it('has a slug that nobody else has, of whichever tenant', async () => {
    const slug = aSlug();
    expect((await us.put(`${member.path}/booking-profile`, { slug })).status).toBe(200);
    const stranger = await api.caller(await api.addTenant(`t-${randomUUID().slice(0, 8)}`));
    const other = await addMember(api, stranger);
    const body = { slug, timezone: 'Asia/Tokyo' };
    await expectRefused(() => stranger.put(`${other.path}/booking-profile`, body), 409, 'slug-taken');
    expect((await stranger.get(other.path)).json).toMatchObject({ timezone: 'UTC' });
  });

  it('is made once by many at the same moment', async () => {
    const theirs = await addMember(api, us);
    const slugs = Array.from({ length: 8 }, aSlug);
    const put = await Promise.all(slugs.map((slug) => us.put(`${theirs.path}/booking-profile`, { slug })));
    expect(put.map(({ status }) => status)).toEqual(slugs.map(() => 200));
    expect(await api.knex('schedules').where({ principal_id: theirs.id })).toHaveLength(1);
  });

  it('is a member’s alone: a room has none', async () => {
    const room = await insertOwnedRoom(api.knex, { tenantId: us.tenant.id });
    const path = `/api/principals/${room.id}`;
    for (const kind of ['booking-profile', 'schedules', 'date-overrides', 'vacations'])
      expect((await us.get(`${path}/${kind}`)).json).toMatchObject({ status: 404, code: 'not-found' });
    await expectRefused(() => us.put(`${path}/booking-profile`, { slug: aSlug() }), 404, 'not-found');
    await expectRefused(() => us.post(`${path}/schedules`, { name: 'Hours', weekly: {} }), 404, 'not-found');
  });

  it.each([
    ['no slug', {}],
    ['capitals', { slug: 'Mia' }],
    ['a hyphen at its end', { slug: 'mia-' }],
    ['a slug that is too long', { slug: 'm'.repeat(64) }],
    ['no such zone', { slug: 'ok', timezone: 'Europe/Atlantis' }],
    ['an offset', { slug: 'ok', timezone: '+02:00' }],
    ['no such zone detected', { slug: 'ok', timezoneDetected: 'Mars/Olympus' }],
    ['a negative limit', { slug: 'ok', limits: [{ per: 'day', of: 'bookings', most: -1 }] }],
    ['an unknown period', { slug: 'ok', limits: [{ per: 'year', of: 'bookings', most: 1 }] }],
    [
      'two of a kind',
      {
        slug: 'ok',
        limits: [
          { per: 'day', of: 'bookings', most: 1 },
          { per: 'day', of: 'bookings', most: 2 },
        ],
      },
    ],
    ['a schedule that is none', { slug: 'ok', defaultScheduleId: randomUUID() }],
  ])('is not put with %s', async (_what, body) => {
    await expectRefused(() => us.put(`${member.path}/booking-profile`, body), 422, 'invalid-body');
  });

  it('is not put with the schedule of somebody else, or of an event type alone', async () => {
    const other = await addMember(api, us);
    const { id } = (await us.post(`${other.path}/schedules`, { name: 'Theirs', weekly: {} })).json;
    const body = { slug: aSlug(), defaultScheduleId: id };
    await expectRefused(() => us.put(`${member.path}/booking-profile`, body), 422, 'invalid-body');
    const eventTypeId = (await addEventType(api, us, other.id)).split('/').at(-1)!;
    await api.knex('schedules').where({ id }).update({ event_type_id: eventTypeId });
    await expectRefused(() => us.put(`${other.path}/booking-profile`, body), 422, 'invalid-body');
  });
});

describe('a schedule', () => {
  const weekly = {
    monday: [
      { from: '13:00', until: '17:00' },
      { from: '09:00', until: '12:00' },
    ],
    friday: [{ from: '22:00', until: '02:00' }],
    saturday: [{ from: '20:00', until: '24:00' }],
  };
  const shown = { ...NOTHING, ...weekly, monday: weekly.monday.toReversed() };

  it.each([0, 1])('is made, seen, put, changed and deleted, by key and by session (%i)', async (by) => {
    const theirs = await addMember(api, us);
    const [, call] = callsOf(us, theirs)[by]!;
    const made = await call('POST', `${theirs.path}/schedules`, { name: 'Shop', weekly });
    expect([made.status, made.json]).toMatchObject([201, { name: 'Shop', timezone: null, weekly: shown }]);
    const row = await api.knex('schedules').where({ id: made.json.id }).first('weekly');
    expect((row!.weekly as unknown[])[5]).toEqual([{ fromMinute: 1_320, untilMinute: 1_560 }]);
    const path = `${theirs.path}/schedules/${made.json.id}`;
    expect((await call('GET', path)).json).toEqual(made.json);
    const changed = await call('PATCH', path, { timezone: 'Europe/Vienna' });
    expect(changed.json).toEqual({ ...made.json, timezone: 'Europe/Vienna' });
    const put = await call('PUT', path, { name: 'Never', weekly: {} });
    expect(put.json).toEqual({ ...made.json, name: 'Never', weekly: NOTHING });
    expect((await call('DELETE', path)).json).toEqual(put.json);
    expect((await call('GET', path)).status).toBe(404);
  });

  it('is listed page by page', async () => {
    const theirs = await addMember(api, us);
    const names = ['One', 'Two', 'Three'];
    for (const name of names) await us.post(`${theirs.path}/schedules`, { name, weekly: {} });
    const seen: string[] = [];
    for (let next: string | null = ''; next !== null;) {
      const after: string = next === '' ? '' : `&after=${next}`;
      const { json } = await us.get(`${theirs.path}/schedules?limit=2${after}`);
      const page = json as unknown as { schedules: { name: string }[]; next: string | null };
      seen.push(...page.schedules.map(({ name }) => name));
      ({ next } = page);
    }
    expect(seen).toEqual(names);
  });

  it('stays while it is the default or an event type has it, and goes with one that is deleted', async () => {
    const theirs = await addMember(api, us);
    await us.put(`${theirs.path}/booking-profile`, { slug: aSlug() });
    const { json } = await us.get(`${theirs.path}/booking-profile`);
    const { defaultScheduleId } = json as unknown as { defaultScheduleId: string };
    const remove = (id: string) => () => us.delete(`${theirs.path}/schedules/${id}`);
    await expectRefused(remove(defaultScheduleId), 409, 'schedule-in-use');
    const { id } = (await us.post(`${theirs.path}/schedules`, { name: 'Other', weekly: {} })).json;
    const eventType = await addEventType(api, us, theirs.id, { schedule_id: id });
    await expectRefused(remove(id), 409, 'schedule-in-use');
    await api
      .knex('event_types')
      .where({ id: eventType.split('/').at(-1)! })
      .update({ deleted_at: new Date() });
    expect((await remove(id)()).status).toBe(200);
  });

  it.each([
    ['blocks that overlap', { monday: [NINE_TO_FIVE[0], { from: '16:00', until: '18:00' }] }, 'monday.1'],
    [
      'what the day before has beyond midnight',
      { friday: [{ from: '22:00', until: '02:00' }], saturday: [{ from: '01:00', until: '03:00' }] },
      'saturday.0',
    ],
    [
      'the same from Saturday to Sunday',
      { saturday: [{ from: '22:00', until: '02:00' }], sunday: [{ from: '01:00', until: '03:00' }] },
      'sunday.0',
    ],
  ])('is not made with %s', async (_what, bad, where) => {
    const { json } = await expectRefused(
      () => us.post(`${member.path}/schedules`, { name: 'Bad', weekly: bad }),
      422,
      'invalid-body',
    );
    expect(json.problems).toEqual([{ path: `weekly.${where}`, message: 'must not overlap another block' }]);
  });

  it.each([
    ['no name', { weekly: {} }],
    ['an empty name', { name: ' ', weekly: {} }],
    ['no hours', { name: 'Bad' }],
    ['no such zone', { name: 'Bad', timezone: 'Europe/Atlantis', weekly: {} }],
    ['no time of day', { name: 'Bad', weekly: { monday: [{ from: '25:00', until: '26:00' }] } }],
    ['a start at 24:00', { name: 'Bad', weekly: { monday: [{ from: '24:00', until: '02:00' }] } }],
    ['seconds', { name: 'Bad', weekly: { monday: [{ from: '09:00:00', until: '10:00' }] } }],
    ['minutes', { name: 'Bad', weekly: { monday: [{ from: 540, until: 600 }] } }],
    [
      '21 blocks a day',
      {
        name: 'Bad',
        weekly: {
          monday: Array.from({ length: 21 }, (_, minute) => ({
            from: `10:${minute + 10}`,
            until: `10:${minute + 11}`,
          })),
        },
      },
    ],
  ])('is neither made nor put with %s', async (_what, body) => {
    await expectRefused(() => us.post(`${member.path}/schedules`, body), 422, 'invalid-body');
    const { id } = (await us.post(`${member.path}/schedules`, { name: 'Good', weekly: {} })).json;
    await expectRefused(() => us.put(`${member.path}/schedules/${id}`, body), 422, 'invalid-body');
  });

  it('is not made beside a hundred', async () => {
    const theirs = await addMember(api, us);
    const row = {
      tenant_id: us.tenant.id,
      principal_id: theirs.id,
      name: 'Hours',
      weekly: '[[],[],[],[],[],[],[]]',
    };
    await api.knex('schedules').insert(Array.from({ length: 99 }, () => ({ ...row, id: randomUUID() })));
    const make = () => us.post(`${theirs.path}/schedules`, { name: 'More', weekly: {} });
    const made = await Promise.all([make(), make(), make()]);
    expect(made.map(({ status }) => status).sort()).toEqual([201, 422, 422]);
    await expectRefused(make, 422, 'too-many-entries');
  });

  it('of an unknown day is refused', async () => {
    const body = { name: 'Bad', weekly: { someday: [] } };
    await expectRefused(() => us.post(`${member.path}/schedules`, body), 422, 'unknown-field');
  });
});
