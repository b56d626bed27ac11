import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { HolidayPorts } from '../../activities/holidays/ports.ts';
import { refreshHolidays } from '../../activities/holidays/refresh.ts';
import { createHolidayStore } from '../../adapters/postgres/booking/due-holidays.ts';
import { calendarAnswer, startFeedServer, type FeedServer } from '../support/feed-server.ts';
import { addMember, icsOf, namedDays, type TestMember } from './support/availability.ts';
import type { Caller } from './support/caller.ts';
import { startRecordedApi, type RecordedApi } from './support/served-api.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const PATH = '/token-1234/austria.ics';

let api: RecordedApi;
let us: Caller;
let server: FeedServer;
let member: TestMember;
let ports: HolidayPorts;
let aheadMs: number;
beforeAll(async () => {
  [api, server] = await Promise.all([startRecordedApi(), startFeedServer()]);
  us = await api.caller();
  const { holidays } = api.deps;
  ports = {
    ...{ holidays, reader: holidays.reader, urls: holidays.urls },
    store: createHolidayStore(api.knex),
    clock: { nowMs: () => Date.now() + aheadMs },
  };
});
beforeEach(async () => {
  await api.knex('holiday_calendars').delete();
  member = await addMember(api, us);
  aheadMs = 0;
});
afterAll(async () => {
  await api?.stop();
  await server?.stop();
});

const serve = (ics: string) => server.answers.set(PATH, calendarAnswer(ics));
const calendars = () => `${member.path}/holiday-calendars`;
const make = (url = server.url(PATH)) => us.post(calendars(), { name: 'Austria', url });
type Shown = Record<string, unknown>;
const bodyOf = async (path: string) => (await us.get(path)).json as unknown as Shown;
const show = async () => (await bodyOf(calendars())).holidayCalendars as Shown[];
const readAfter = (hours: number) => {
  aheadMs = hours * HOUR;
  return refreshHolidays(ports, new AbortController().signal);
};
const fetches = () => server.requests.filter((one) => one === `GET ${PATH}`).length;
const afterNow = (time: unknown) => Date.parse(String(time)) - Date.now() - aheadMs;
const hoursToNext = async () => Math.round(afterNow((await show())[0]?.nextReadAt) / HOUR);

describe('a calendar of holidays by its address', () => {
  it('is read at once, and tells nobody more of the address than its host', async () => {
    serve(icsOf(3, 30));
    const { status, json } = await make();
    expect([status, json]).toMatchObject([
      201,
      {
        url: `http://127.0.0.1:${server.port}/…`,
        holidays: namedDays(3, 30),
        problem: null,
        failingSince: null,
      },
    ]);
    expect(afterNow((await show())[0]?.nextReadAt)).toBeGreaterThan(DAY - HOUR);
    const [row] = await api.knex('holiday_calendars').select<Record<string, unknown>[]>();
    expect(JSON.stringify(row)).not.toContain('token-1234');
    expect(String(row?.url_sealed)).not.toContain('token-1234');
  });

  it.each([
    ['what is no address', () => 'calendar', 'must begin with https:// or webcal://'],
    ['a private network', () => 'http://10.0.0.1/a.ics', 'must lead to a public address'],
    ['nothing', () => server.url('/nothing'), 'leads to nothing'],
    ['a page', () => served('<html></html>'), 'must be a calendar (RFC 5545)'],
    ['a calendar of past days', () => served(icsOf(-40)), 'must have an all-day event from today on'],
  ])('is not made of %s', async (_what, url, message) => {
    const { status, json } = await make(url());
    expect([status, json.code, json.problems]).toEqual([422, 'invalid-body', [{ path: 'url', message }]]);
    expect(await show()).toEqual([]);
  });
  const served = (text: string): string => {
    serve(text);
    return server.url(PATH);
  };

  it('is not made of a file as well, nor of neither', async () => {
    for (const sources of [{ ics: icsOf(3), url: server.url(PATH) }, {}]) {
      const { status, json } = await us.post(calendars(), { name: 'Austria', ...sources });
      expect([status, json.problems]).toMatchObject([422, [{ path: 'ics' }]]);
    }
    expect(await show()).toEqual([]);
  });
});

describe('every day', () => {
  beforeEach(async () => {
    serve(icsOf(3, 30));
    await make();
  });
  const days = async () => {
    const [{ id } = {}] = await show();
    return (await bodyOf(`${calendars()}/${String(id)}`)).holidays;
  };

  it('it is read again, and not before', async () => {
    const before = fetches();
    serve(icsOf(30, 40));
    await readAfter(23.5);
    expect(fetches()).toBe(before);
    await readAfter(24.1);
    expect(fetches()).toBe(before + 1);
    expect(await days()).toEqual(namedDays(30, 40));
    expect(await hoursToNext()).toBe(24);
  });

  it('its rows stay where nothing is new', async () => {
    const written = () => api.knex('holidays').orderBy('day').select(api.knex.raw('xmin::text, ctid::text'));
    const before = await written();
    await readAfter(25);
    expect(await written()).toEqual(before);
    expect(afterNow((await show())[0]?.readAt)).toBeGreaterThan(-HOUR);
  });

  it('what cannot be read keeps its days, and is tried every hour for a day, and then every day', async () => {
    server.answers.delete(PATH);
    await readAfter(25);
    const [failed] = await show();
    expect(failed).toMatchObject({ problem: 'not-found' });
    expect(await hoursToNext()).toBe(1);
    await readAfter(26.5);
    expect((await show())[0]?.failingSince).toBe(failed?.failingSince);
    await readAfter(50);
    expect(await hoursToNext()).toBe(24);
    expect(await days()).toEqual(namedDays(3, 30));
    serve(icsOf(-40));
    await readAfter(75);
    expect(await show()).toMatchObject([{ problem: 'no-days', failingSince: failed?.failingSince }]);
    serve(icsOf(7));
    await readAfter(100);
    expect(await show()).toMatchObject([{ problem: null, failingSince: null }]);
    expect(await days()).toEqual(namedDays(7));
  });

  it('one that its member replaces meanwhile is what the member made of it', async () => {
    const [{ id } = {}] = await show();
    server.answers.set(PATH, (request, response) => {
      const put = us.put(`${calendars()}/${String(id)}`, { name: 'By hand', ics: icsOf(12) });
      void put.then(() => calendarAnswer(icsOf(3))(request, response));
    });
    await readAfter(25);
    expect(await show()).toMatchObject([{ name: 'By hand', url: null, nextReadAt: null, problem: null }]);
    expect(await days()).toEqual(namedDays(12));
  });

  it('several workers read each once, and one that died is followed by another after an hour', async () => {
    for (let more = 0; more < 4; more += 1) await make();
    const before = fetches();
    await Promise.all([readAfter(25), readAfter(25), readAfter(25)]);
    expect(fetches()).toBe(before + 5);
    aheadMs = 50 * HOUR;
    const now = ports.clock.nowMs();
    expect(await ports.store.claimDue(now, now + HOUR)).not.toBeNull();
    await readAfter(50.5);
    expect(fetches()).toBe(before + 9);
    await readAfter(51.1);
    expect(fetches()).toBe(before + 10);
  });
});
