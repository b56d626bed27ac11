import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  addEventType,
  addMember,
  allHours,
  callsOf,
  dateIn,
  type TestMember,
} from './support/availability.ts';
import type { Answer, Caller } from './support/caller.ts';
import { startRecordedApi, type RecordedApi } from './support/served-api.ts';

let api: RecordedApi;
let us: Caller;
let member: TestMember;
let eventType: string;

beforeAll(async () => {
  api = await startRecordedApi();
  us = await api.caller();
  member = await addMember(api, us);
  eventType = await addEventType(api, us, member.id);
});
afterAll(() => api?.stop());

const MORNING = [{ from: '09:00', until: '12:00' }];
const span = (first: number, last: number) => ({ firstDay: dateIn(first), lastDay: dateIn(last) });

/** Refused, and nothing is stored. */
async function expectRefused(call: () => Promise<Answer>, code = 'invalid-body'): Promise<Answer> {
  const before = await allHours(api);
  const answer = await call();
  expect([answer.status, answer.json.code]).toEqual([422, code]);
  expect(await allHours(api)).toEqual(before);
  return answer;
}

/** Of a member and of an event type of theirs, by key and by session. */
const OWNERS = [
  ['a member, by key', 0, false],
  ['a member, by session', 1, false],
  ['an event type, by key', 0, true],
  ['an event type, by session', 1, true],
] as const;

async function ownerOf(by: 0 | 1, isType: boolean) {
  const theirs = await addMember(api, us);
  const path = isType ? await addEventType(api, us, theirs.id) : theirs.path;
  return { path, call: callsOf(us, theirs)[by][1] };
}

describe('a date override', () => {
  it.each(OWNERS)('of %s is made, replaced, listed from a day on, and deleted', async (_what, by, isType) => {
    const { path: owner, call } = await ownerOf(by, isType);
    const path = `${owner}/date-overrides`;
    const made = await call('POST', path, { day: dateIn(9), blocks: MORNING, label: 'Fair' });
    expect([made.status, made.json]).toEqual([
      201,
      { id: made.json.id, day: dateIn(9), available: true, blocks: MORNING, label: 'Fair' },
    ]);
    const closed = await call('POST', path, { day: dateIn(9), available: false });
    expect(closed.json).toEqual({ ...made.json, available: false, blocks: [], label: '' });
    const put = await call('PUT', path, {
      overrides: [
        { day: dateIn(20), blocks: [{ from: '22:00', until: '02:00' }] },
        { day: dateIn(9), blocks: MORNING },
      ],
    });
    const { overrides } = put.json as unknown as { overrides: { id: string; day: string }[] };
    expect(put.status).toBe(200);
    expect(overrides.map(({ day }) => day)).toEqual([dateIn(9), dateIn(20)]);
    expect(overrides[0]!.id).toBe(made.json.id);
    expect((await call('GET', path)).json).toEqual({ overrides, next: null });
    expect((await call('GET', `${path}?from=${dateIn(10)}`)).json).toEqual({
      overrides: overrides.slice(1),
      next: null,
    });
    const page = await call('GET', `${path}?limit=1`);
    expect(page.json).toEqual({ overrides: overrides.slice(0, 1), next: made.json.id });
    expect((await call('GET', `${path}?limit=1&after=${made.json.id}`)).json).toMatchObject({
      overrides: overrides.slice(1),
    });
    expect((await call('DELETE', `${path}/${made.json.id}`)).json).toEqual(overrides[0]);
    expect((await call('DELETE', `${path}/${made.json.id}`)).status).toBe(404);
    expect((await call('GET', path)).json).toEqual({ overrides: overrides.slice(1), next: null });
  });

  it.each([
    ['a date that does not exist', { day: '2030-02-30', available: false }, 'day'],
    ['no date', { day: 'tomorrow', available: false }, 'day'],
    ['an instant', { day: '2030-05-17T00:00:00Z', available: false }, 'day'],
    ['a day that is over', { day: '2020-05-17', available: false }, 'day'],
    ['neither blocks nor available', { day: dateIn(3) }, 'blocks'],
    ['no blocks', { day: dateIn(3), blocks: [] }, 'blocks'],
    ['blocks on a closed day', { day: dateIn(3), available: false, blocks: MORNING }, 'blocks'],
    [
      'blocks that overlap',
      { day: dateIn(3), blocks: [...MORNING, { from: '11:00', until: '13:00' }] },
      'blocks.1',
    ],
    ['a long label', { day: dateIn(3), available: false, label: 'x'.repeat(201) }, 'label'],
  ])('is not made with %s', async (_what, body, where) => {
    for (const owner of [member.path, eventType]) {
      const path = `${owner}/date-overrides`;
      const { json } = await expectRefused(() => us.post(path, body));
      expect(json.problems.map(({ path: at }) => at)).toEqual([where]);
      const good = { day: dateIn(4), available: false };
      const several = await expectRefused(() => us.put(path, { overrides: [good, body] }));
      expect(several.json.problems.map(({ path: at }) => at)).toEqual([`overrides.1.${where}`]);
    }
  });

  it('is not put twice for one day, nor one of 367 days, nor one of none', async () => {
    const path = `${member.path}/date-overrides`;
    const one = { day: dateIn(3), available: false };
    await expectRefused(() => us.put(path, { overrides: [one, one] }));
    await expectRefused(() => us.put(path, { overrides: [] }));
    const overrides = Array.from({ length: 367 }, (_, days) => ({ day: dateIn(days), available: false }));
    await expectRefused(() => us.put(path, { overrides }));
  });

  it('is one of at most 1,000 to come, also with many at once and at the same moment', async () => {
    for (const owner of [(await addMember(api, us)).path, await addEventType(api, us, member.id)]) {
      const path = `${owner}/date-overrides`;
      const daysFrom = (first: number, count: number) =>
        Array.from({ length: count }, (_, index) => ({ day: dateIn(first + index), available: false }));
      for (const first of [0, 366])
        expect((await us.put(path, { overrides: daysFrom(first, 366) })).status).toBe(200);
      const rest = [1_000, 2_000, 3_000].map((first) => us.put(path, { overrides: daysFrom(first, 150) }));
      expect((await Promise.all(rest)).map(({ status }) => status).sort()).toEqual([200, 422, 422]);
      await expectRefused(() => us.put(path, { overrides: daysFrom(9_000, 119) }), 'too-many-entries');
      expect((await us.put(path, { overrides: daysFrom(9_000, 118) })).status).toBe(200);
      const more = await expectRefused(() => us.post(path, daysFrom(8_000, 1)[0]), 'too-many-entries');
      expect(more.json).toMatchObject({ most: 1_000 });
      // What replaces another one is none more.
      expect((await us.post(path, { day: dateIn(9_000), blocks: MORNING })).status).toBe(201);
    }
  });
});

describe('a vacation', () => {
  it.each(OWNERS)('of %s is made, listed and deleted', async (_what, by, isType) => {
    const { path: owner, call } = await ownerOf(by, isType);
    const path = `${owner}/vacations`;
    const body = { ...span(5, 9), reason: 'Sea' };
    const made = await call('POST', path, body);
    expect([made.status, made.json]).toEqual([201, { id: made.json.id, ...body }]);
    const earlier = await call('POST', path, span(1, 1));
    expect(earlier.json).toEqual({ id: earlier.json.id, ...span(1, 1), reason: '' });
    expect((await call('GET', path)).json).toEqual({ vacations: [earlier.json, made.json], next: null });
    // One is listed until its last day is over.
    expect((await call('GET', `${path}?from=${dateIn(9)}`)).json).toMatchObject({ vacations: [made.json] });
    expect((await call('GET', `${path}?from=${dateIn(10)}`)).json).toMatchObject({ vacations: [] });
    expect((await call('DELETE', `${path}/${made.json.id}`)).json).toEqual(made.json);
    expect((await call('GET', path)).json).toEqual({ vacations: [earlier.json], next: null });
  });

  it('is made once for one Idempotency-Key', async () => {
    const theirs = await addMember(api, us);
    const key = { 'Idempotency-Key': randomUUID() };
    const make = () => us.post(`${theirs.path}/vacations`, span(1, 2), key);
    const made = await make();
    expect((await make()).json).toEqual(made.json);
    expect(await api.knex('vacations').where({ principal_id: theirs.id })).toHaveLength(1);
  });

  it.each([
    ['an end before its beginning', span(5, 4), 'lastDay'],
    ['367 days', span(5, 371), 'lastDay'],
    ['days that are over', span(-20, -10), 'lastDay'],
    ['a date that does not exist', { firstDay: '2031-04-31', lastDay: '2031-05-02' }, 'firstDay'],
    ['no end', { firstDay: dateIn(5) }, 'lastDay'],
    ['a long reason', { ...span(5, 6), reason: 'x'.repeat(201) }, 'reason'],
  ])('is not made with %s', async (_what, body, where) => {
    for (const owner of [member.path, eventType]) {
      const { json } = await expectRefused(() => us.post(`${owner}/vacations`, body));
      expect(json.problems.map(({ path }) => path)).toEqual([where]);
    }
  });

  it('may be of 366 days, and one of 200 to come', async () => {
    const theirs = await addMember(api, us);
    const path = `${theirs.path}/vacations`;
    const row = { tenant_id: us.tenant.id, principal_id: theirs.id };
    // What is over does not count.
    const insert = (count: number, day: Date) =>
      api
        .knex('vacations')
        .insert(
          Array.from({ length: count }, () => ({ ...row, id: randomUUID(), first_day: day, last_day: day })),
        );
    await insert(50, new Date('2020-01-01'));
    await insert(199, new Date(dateIn(3)));
    expect((await us.post(path, span(5, 370))).status).toBe(201);
    await expectRefused(() => us.post(path, span(1, 1)), 'too-many-entries');
  });

  it('keeps its reason from everybody who is no owner of it', async () => {
    await us.post(`${member.path}/vacations`, { ...span(40, 41), reason: 'An operation' });
    const colleague = await addMember(api, us);
    const anyone = await us.send(`${member.path}/vacations`, {});
    const theirs = await us.send(`${member.path}/vacations`, { headers: colleague.session });
    expect([anyone.status, theirs.status]).toEqual([401, 404]);
    const narrow = await api.caller(us.tenant, ['mail']);
    expect((await narrow.get(`${member.path}/vacations`)).json).toMatchObject({ code: 'forbidden' });
  });
});

describe('temporary hours', () => {
  it.each([0, 1] as const)('are made, listed and deleted, by key and by session (%i)', async (by) => {
    const { path: owner, call } = await ownerOf(by, false);
    const path = `${owner}/temporary-hours`;
    const body = { name: 'Spring', ...span(2, 30), weekdays: ['sunday', 'saturday'], blocks: MORNING };
    const made = await call('POST', path, { ...body, weekdays: ['saturday', 'sunday', 'saturday'] });
    expect([made.status, made.json]).toEqual([201, { id: made.json.id, ...body }]);
    const night = { name: 'Once', ...span(1, 1), blocks: [{ from: '22:00', until: '02:00' }] };
    const once = await call('POST', path, night);
    expect(once.json).toEqual({ id: once.json.id, ...night, weekdays: null });
    expect((await call('GET', path)).json).toEqual({ temporaryHours: [once.json, made.json], next: null });
    expect((await call('DELETE', `${path}/${once.json.id}`)).json).toEqual(once.json);
    expect((await call('GET', path)).json).toEqual({ temporaryHours: [made.json], next: null });
  });

  const night = [
    { from: '01:00', until: '03:00' },
    { from: '22:00', until: '02:00' },
  ];
  it.each([
    ['no name', { ...span(1, 2), blocks: MORNING }, 'name'],
    ['no blocks', { name: 'Bad', ...span(1, 2), blocks: [] }, 'blocks'],
    ['no weekday', { name: 'Bad', ...span(1, 2), blocks: MORNING, weekdays: [] }, 'weekdays'],
    ['an unknown weekday', { name: 'Bad', ...span(1, 2), blocks: MORNING, weekdays: ['mon'] }, 'weekdays.0'],
    ['an end before its beginning', { name: 'Bad', ...span(2, 1), blocks: MORNING }, 'lastDay'],
    ['blocks that overlap', { name: 'Bad', ...span(1, 1), blocks: [...MORNING, ...MORNING] }, 'blocks.1'],
    ['blocks that overlap beyond midnight', { name: 'Bad', ...span(1, 2), blocks: night }, 'blocks.0'],
  ])('are not made with %s', async (_what, body, where) => {
    const { json } = await expectRefused(() => us.post(`${member.path}/temporary-hours`, body));
    expect(json.problems.map(({ path }) => path)).toEqual([where]);
  });

  it('may reach beyond midnight where the day after has none', async () => {
    const theirs = await addMember(api, us);
    const body = { name: 'Nights', ...span(1, 20), weekdays: ['saturday'], blocks: night };
    expect((await us.post(`${theirs.path}/temporary-hours`, body)).status).toBe(201);
  });
});

describe('a journey', () => {
  it.each([0, 1] as const)('is made, listed and deleted, by key and by session (%i)', async (by) => {
    const { path: owner, call } = await ownerOf(by, false);
    const path = `${owner}/travels`;
    const body = { ...span(5, 9), timezone: 'Asia/Tokyo' };
    const made = await call('POST', path, body);
    expect([made.status, made.json]).toEqual([201, { id: made.json.id, ...body }]);
    const next = await call('POST', path, { ...span(10, 12), timezone: 'America/Lima' });
    expect((await call('GET', path)).json).toEqual({ travels: [made.json, next.json], next: null });
    expect((await call('DELETE', `${path}/${made.json.id}`)).json).toEqual(made.json);
    expect((await call('GET', path)).json).toEqual({ travels: [next.json], next: null });
  });

  it('lies in no other one, also where several are told at the same moment', async () => {
    const theirs = await addMember(api, us);
    const go = (first: number, last: number) =>
      us.post(`${theirs.path}/travels`, { ...span(first, last), timezone: 'Asia/Tokyo' });
    const gone = await Promise.all([go(5, 9), go(9, 12), go(3, 20)]);
    expect(gone.filter(({ status }) => status === 201)).toHaveLength(1);
    await api.knex('travels').where({ principal_id: theirs.id }).delete();
    await go(5, 9);
    for (const [first, last] of [
      [9, 12],
      [1, 5],
      [1, 20],
      [6, 7],
    ] as const) {
      const { json } = await expectRefused(() => go(first, last));
      expect(json.problems.map(({ path }) => path)).toEqual(['firstDay']);
    }
    expect((await go(10, 10)).status).toBe(201);
  });

  it.each([
    ['no such zone', { ...span(1, 2), timezone: 'Europe/Atlantis' }, 'timezone'],
    ['no zone', span(1, 2), 'timezone'],
    ['an end before its beginning', { ...span(2, 1), timezone: 'Asia/Tokyo' }, 'lastDay'],
    ['367 days', { ...span(1, 367), timezone: 'Asia/Tokyo' }, 'lastDay'],
  ])('is not made with %s', async (_what, body, where) => {
    const { json } = await expectRefused(() => us.post(`${member.path}/travels`, body));
    expect(json.problems.map(({ path }) => path)).toEqual([where]);
  });
});

it('a list is asked for from a day that exists', async () => {
  for (const query of ['from=2030-02-30', 'from=x', 'limit=0', 'limit=201', 'after=x'])
    expect((await us.get(`${member.path}/vacations?${query}`)).json).toMatchObject({
      status: 422,
      code: 'invalid-body',
    });
});
