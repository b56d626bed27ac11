import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addMember, callsOf, icsOf, namedDays, type TestMember } from './support/availability.ts';
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

const rows = () =>
  Promise.all(
    ['holiday_calendars', 'holidays'].map((table) => api.knex(table).orderBy('tenant_id').select()),
  );

describe('a calendar of holidays', () => {
  it.each([0, 1] as const)('is made, seen, put and deleted, by key and by session (%i)', async (by) => {
    const theirs = await addMember(api, us);
    const [, call] = callsOf(us, theirs)[by];
    const path = `${theirs.path}/holiday-calendars`;
    const made = await call('POST', path, { name: 'Austria', ics: icsOf(30, 3, -40) });
    expect([made.status, made.json]).toMatchObject([
      201,
      { name: 'Austria', problems: 0, complete: true, holidays: namedDays(3, 30) },
    ]);
    const one = `${path}/${made.json.id}`;
    expect((await call('GET', one)).json).toEqual(made.json);
    const put = await call('PUT', one, { name: 'Vienna', ics: icsOf(5) });
    expect(put.json).toMatchObject({ id: made.json.id, name: 'Vienna', holidays: namedDays(5) });
    const { holidays: _days, ...listed } = put.json as unknown as Record<string, unknown>;
    expect((await call('GET', path)).json).toEqual({ holidayCalendars: [listed] });
    expect((await call('DELETE', one)).json).toEqual(put.json);
    expect((await call('GET', one)).status).toBe(404);
    expect(await api.knex('holidays').where({ principal_id: theirs.id })).toEqual([]);
  });

  const whole = icsOf(3);
  it.each([
    ['what is no calendar', 'Dear all,', 'must be a calendar (RFC 5545)'],
    ['nothing', '', 'must be a calendar (RFC 5545)'],
    ['half a calendar', whole.slice(0, -20), 'must be whole, and its end is missing'],
    ['nothing to come', icsOf(-40), 'must have an all-day event from today on'],
    ['NUL', `${whole}\0`, 'must not contain NUL'],
    [
      'more than a MiB',
      whole.replace('SUMMARY:', `SUMMARY:${'ä'.repeat(524_288)}`),
      'must be at most 1048576 bytes',
    ],
  ])('is not made of %s', async (_what, ics, message) => {
    const before = await rows();
    const { status, json } = await us.post(`${member.path}/holiday-calendars`, { name: 'Bad', ics });
    expect([status, json.code, json.problems]).toEqual([422, 'invalid-body', [{ path: 'ics', message }]]);
    expect(await rows()).toEqual(before);
  });

  it('is not made of a body that is far too large', async () => {
    const body = { name: 'Bad', ics: whole.padEnd(3_000_000) };
    expect((await us.post(`${member.path}/holiday-calendars`, body)).json.code).toBe('too-large');
  });

  it('stays as it was where what is put cannot be read', async () => {
    const { id } = (await us.post(`${member.path}/holiday-calendars`, { name: 'Good', ics: whole })).json;
    const before = await rows();
    const put = await us.put(`${member.path}/holiday-calendars/${id}`, { name: 'Bad', ics: 'no' });
    expect(put.status).toBe(422);
    expect(await rows()).toEqual(before);
  });

  it('is one of ten, also where many are made at the same moment', async () => {
    const theirs = await addMember(api, us);
    const make = (): Promise<Answer> =>
      us.post(`${theirs.path}/holiday-calendars`, { name: 'One more', ics: whole });
    const made = await Promise.all(Array.from({ length: 12 }, make));
    expect(made.filter(({ status }) => status === 201)).toHaveLength(10);
    expect((await make()).json).toMatchObject({ code: 'too-many-entries', most: 10 });
    expect(await api.knex('holiday_calendars').where({ principal_id: theirs.id })).toHaveLength(10);
  });
});
