import { afterAll, beforeAll, expect, it } from 'vitest';
import { addEventType, addMember, dateIn } from './support/availability.ts';
import type { Caller } from './support/caller.ts';
import { startRecordedApi, type RecordedApi } from './support/served-api.ts';

let api: RecordedApi;
let us: Caller;

beforeAll(async () => {
  api = await startRecordedApi();
  us = await api.caller();
});
afterAll(() => api?.stop());

const ON = dateIn(10);
const WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];
const everyDay = (from: string, until: string) =>
  Object.fromEntries(WEEKDAYS.map((weekday) => [weekday, [{ from, until }]]));

/** Hours of that day at which something can be booked. */
async function slotsOn(eventType: string): Promise<string[]> {
  const { json } = await us.get(
    `${eventType}/available-slots?from=${ON}T00:00:00Z&to=${dateIn(11)}T00:00:00Z`,
  );
  return (json as unknown as { slots: { startsAt: string }[] }).slots.map(({ startsAt }) =>
    startsAt.slice(11, 16),
  );
}

it('what is said of hours and days is what the next call for slots offers', async () => {
  const { id, path } = await addMember(api, us);
  const eventType = await addEventType(api, us, id, { lengths_minutes: [60] });
  await api
    .knex('event_type_hosts')
    .insert({ tenant_id: us.tenant.id, event_type_id: eventType.split('/').at(-1)!, principal_id: id });
  const put = await us.put(`${path}/booking-profile`, { slug: `slots-${id.slice(0, 8)}` });
  const { defaultScheduleId } = put.json as unknown as { defaultScheduleId: string };

  await us.patch(`${path}/schedules/${defaultScheduleId}`, { weekly: everyDay('09:00', '11:00') });
  expect(await slotsOn(eventType)).toEqual(['09:00', '10:00']);

  const added = async (kind: string, body: object, owner = path) => {
    const { status, json } = await us.post(`${owner}/${kind}`, body);
    expect(status).toBe(201);
    return () => us.delete(`${owner}/${kind}/${json.id}`);
  };
  const span = { firstDay: ON, lastDay: ON };
  const blocks = [{ from: '18:00', until: '19:00' }];
  const ics = [
    ...['BEGIN:VCALENDAR', 'BEGIN:VEVENT', 'UID:1', `DTSTART;VALUE=DATE:${ON.replaceAll('-', '')}`],
    ...['END:VEVENT', 'END:VCALENDAR', ''],
  ].join('\r\n');

  const whyNot = async (time: string) => {
    const { json } = await us.get(`${eventType}/explain?at=${ON}T${time}:00Z`);
    const [host] = (json as unknown as { hosts: Record<string, unknown>[] }).hosts;
    return { rule: host?.rule, journeyTimezone: host?.journeyTimezone };
  };

  for (const [kind, body, offered, owner] of [
    ['vacations', span, []],
    ['vacations', span, [], eventType],
    ['holiday-calendars', { name: 'Days off', ics }, []],
    ['temporary-hours', { name: 'Fair', ...span, blocks }, ['09:00', '10:00', '18:00']],
    ['date-overrides', { day: ON, blocks }, ['18:00']],
    ['date-overrides', { day: ON, available: false }, [], eventType],
    // Five hours behind, as POSIX writes it.
    ['travels', { ...span, timezone: 'Etc/GMT+5' }, ['14:00', '15:00']],
  ] as const) {
    const remove = await added(kind, body, owner);
    expect(await slotsOn(eventType), kind).toEqual(offered);
    if (kind === 'travels')
      expect(await whyNot('09:00')).toEqual({ rule: 'weekly', journeyTimezone: 'Etc/GMT+5' });
    await remove();
    expect(await slotsOn(eventType), `without ${kind}`).toEqual(['09:00', '10:00']);
  }

  const limits = [{ per: 'day', of: 'minutes', most: 30 }];
  await us.put(`${path}/booking-profile`, { slug: `slots-${id.slice(0, 8)}`, limits });
  expect(await slotsOn(eventType)).toEqual([]);
});
