import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addEventType, addMember, allHours, callsOf, dateIn } from './support/availability.ts';
import type { Answer, Caller } from './support/caller.ts';
import { startRecordedApi, type RecordedApi } from './support/served-api.ts';

let api: RecordedApi;
let us: Caller;
beforeAll(async () => {
  api = await startRecordedApi();
  us = await api.caller();
});
afterAll(() => api?.stop());

const span = (first: number, last: number) => ({ firstDay: dateIn(first), lastDay: dateIn(last) });
const blocks = (from: string, until: string) => [{ from, until }];

/** Refused because of one field, and nothing is stored. */
async function expectRefused(where: string, call: () => Promise<Answer>): Promise<void> {
  const before = await allHours(api);
  const { status, json } = await call();
  expect([status, json.code, json.problems.map(({ path }) => path)]).toEqual([422, 'invalid-body', [where]]);
  expect(await allHours(api)).toEqual(before);
}

describe('a date override', () => {
  it.each([false, true])(
    'does not overlap that of a day beside it (of an event type: %s)',
    async (isType) => {
      const member = await addMember(api, us);
      const path = `${isType ? await addEventType(api, us, member.id) : member.path}/date-overrides`;
      const night = { day: dateIn(10), blocks: blocks('22:00', '03:00') };
      const early = { day: dateIn(11), blocks: blocks('02:10', '04:00') };
      await expectRefused('overrides.1.blocks', () => us.put(path, { overrides: [night, early] }));
      await expectRefused('overrides.0.blocks', () => us.put(path, { overrides: [early, night] }));
      expect((await us.post(path, night)).status).toBe(201);
      await expectRefused('blocks', () => us.post(path, early));
      // They may touch, and be changed both at once.
      expect((await us.post(path, { ...early, blocks: blocks('03:00', '04:00') })).status).toBe(201);
      await expectRefused('blocks', () => us.post(path, { ...night, blocks: blocks('20:00', '03:10') }));
      await expectRefused('overrides.0.blocks', () =>
        us.put(path, { overrides: [{ ...night, blocks: blocks('22:00', '04:00') }] }),
      );
      const both = { overrides: [{ ...night, blocks: blocks('22:00', '02:00') }, early] };
      expect((await us.put(path, both)).status).toBe(200);
      expect((await us.post(path, { day: early.day, available: false })).status).toBe(201);
      expect((await us.post(path, night)).status).toBe(201);
    },
  );

  it('does not overlap one that is told at the same moment', async () => {
    const { path } = await addMember(api, us);
    const answers = await Promise.all([
      us.post(`${path}/date-overrides`, { day: dateIn(10), blocks: blocks('20:00', '06:00') }),
      us.post(`${path}/date-overrides`, { day: dateIn(11), blocks: blocks('05:10', '08:00') }),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 422]);
  });
});

describe('temporary hours', () => {
  it('overlap no others of the member on a day of both, also beyond midnight', async () => {
    const { path: member } = await addMember(api, us);
    const path = `${member}/temporary-hours`;
    const evening = { name: 'Fair', ...span(5, 40), blocks: blocks('18:00', '20:00') };
    expect((await us.post(path, evening)).status).toBe(201);
    const later = { ...evening, blocks: blocks('19:10', '21:00') };
    await expectRefused('blocks', () => us.post(path, later));
    await expectRefused('blocks', () => us.post(path, { ...later, ...span(40, 41) }));
    expect((await us.post(path, { ...later, ...span(41, 42) })).status).toBe(201);
    expect((await us.post(path, { ...evening, blocks: blocks('20:00', '02:00') })).status).toBe(201);
    await expectRefused('blocks', () =>
      us.post(path, { ...later, ...span(41, 41), blocks: blocks('01:00', '03:00') }),
    );
    expect(
      (await us.post(path, { ...later, ...span(43, 43), blocks: blocks('01:00', '03:00') })).status,
    ).toBe(201);
  });

  it('of other weekdays are in nobody’s way, and those of none are refused', async () => {
    const { path: member } = await addMember(api, us);
    const path = `${member}/temporary-hours`;
    const week = { name: 'Fair', ...span(5, 60), blocks: blocks('18:00', '20:00') };
    expect((await us.post(path, { ...week, weekdays: ['monday', 'friday'] })).status).toBe(201);
    expect((await us.post(path, { ...week, weekdays: ['tuesday', 'thursday'] })).status).toBe(201);
    await expectRefused('blocks', () => us.post(path, { ...week, weekdays: ['sunday', 'thursday'] }));
    const day = new Date(dateIn(70)).getUTCDay();
    const names = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];
    const other = { ...week, ...span(70, 70), weekdays: [names[(day + 1) % 7]] };
    await expectRefused('weekdays', () => us.post(path, other));
    expect((await us.post(path, { ...other, weekdays: [names[day]] })).status).toBe(201);
  });
});

describe('days that are changed', () => {
  const KINDS = [
    [
      'vacations',
      { ...span(3, 5), reason: 'Sea' },
      { ...span(4, 6), reason: '' },
      { ...span(6, 4) },
      'lastDay',
    ],
    [
      'temporary-hours',
      { name: 'Fair', ...span(3, 5), weekdays: null, blocks: blocks('18:00', '20:00') },
      { name: 'More', ...span(3, 9), weekdays: null, blocks: blocks('19:00', '21:00') },
      { name: 'Bad', ...span(3, 5), blocks: [...blocks('18:00', '20:00'), ...blocks('19:00', '21:00')] },
      'blocks.1',
    ],
    [
      'travels',
      { ...span(3, 5), timezone: 'Asia/Tokyo' },
      { ...span(4, 9), timezone: 'America/Lima' },
      { ...span(4, 9), timezone: 'Europe/Atlantis' },
      'timezone',
    ],
  ] as const;

  it.each(KINDS)(
    '%s are put whole, keep their id, and are checked as new ones are',
    async (kind, first, second, bad, where) => {
      const member = await addMember(api, us);
      const owners = [member.path];
      if (kind === 'vacations') owners.push(await addEventType(api, us, member.id));
      for (const owner of owners)
        for (const [, call] of callsOf(us, member)) {
          const made = await call('POST', `${owner}/${kind}`, first);
          expect(made.status).toBe(201);
          const path = `${owner}/${kind}/${made.json.id}`;
          const put = await call('PUT', path, second);
          expect([put.status, put.json]).toEqual([200, { id: made.json.id, ...second }]);
          expect((await call('PUT', path, second)).json).toEqual(put.json);
          await expectRefused(where, () => call('PUT', path, bad));
          await expectRefused('lastDay', () =>
            call('PUT', path, { ...second, firstDay: '2020-01-01', lastDay: '2020-01-02' }),
          );
          expect((await call('PUT', `${owner}/${kind}/${member.id}`, second)).status).toBe(404);
          expect((await call('DELETE', path)).json).toEqual(put.json);
          expect((await call('PUT', path, second)).status).toBe(404);
        }
    },
  );

  it.each(KINDS.slice(1))(
    '%s do not overlap others, but may those that they were',
    async (kind, first, second) => {
      const { path: member } = await addMember(api, us);
      const one = await us.post(`${member}/${kind}`, first);
      const two = await us.post(`${member}/${kind}`, { ...second, ...span(20, 25) });
      const where = kind === 'travels' ? 'firstDay' : 'blocks';
      await expectRefused(where, () =>
        us.put(`${member}/${kind}/${one.json.id}`, { ...first, ...span(3, 20) }),
      );
      expect((await us.put(`${member}/${kind}/${two.json.id}`, { ...second, ...span(19, 24) })).status).toBe(
        200,
      );
    },
  );
});
