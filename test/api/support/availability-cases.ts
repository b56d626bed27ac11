import { expect } from 'vitest';
import { addEventType, addMember, allHours, dateIn } from './availability.ts';
import type { Answer, Caller } from './caller.ts';
import type { Api } from './served-api.ts';

interface Apart {
  api: () => Api;
  us: () => Caller;
  ours: () => { id: string };
  notFound: (call: Promise<Answer>) => Promise<void>;
}

const WEEKLY = { monday: [{ from: '09:00', until: '12:00' }] };
const span = () => ({ firstDay: dateIn(3), lastDay: dateIn(5) });

const ENTRIES: Record<string, () => object> = {
  'date-overrides': () => ({ day: dateIn(3), available: false }),
  vacations: () => ({ ...span(), reason: 'Secret' }),
  'temporary-hours': () => ({ ...span(), name: 'Fair', blocks: [{ from: '18:00', until: '20:00' }] }),
  travels: () => ({ ...span(), timezone: 'Asia/Tokyo' }),
};

const holidayOn = (date: string): string =>
  [
    ...['BEGIN:VCALENDAR', 'BEGIN:VEVENT', 'UID:1', `DTSTART;VALUE=DATE:${date.replaceAll('-', '')}`],
    ...['END:VEVENT', 'END:VCALENDAR', ''],
  ].join('\r\n');

const NAMES: Record<string, string> = {
  'date-overrides': '{overrideId}',
  vacations: '{vacationId}',
  'temporary-hours': '{temporaryHoursId}',
  travels: '{travelId}',
};

/** What another tenant, and another member of the same one, get for the hours and days of a member. */
export function availabilityCases({ api, us, notFound }: Apart): Record<string, () => Promise<void>> {
  /** Neither another tenant’s key or member, nor another member of theirs; and nothing is changed by trying. */
  const refused = async (method: string, path: string, body?: object) => {
    const them = await api().caller();
    const colleague = await addMember(api(), them);
    const member = await addMember(api(), us());
    const before = await allHours(api());
    for (const headers of [us().authorization, member.session, colleague.session])
      await notFound(
        us().send(path, {
          method: method.toUpperCase(),
          headers: { 'Content-Type': 'application/json', ...headers },
          ...(body && { body: JSON.stringify(body) }),
        }),
      );
    expect(await allHours(api())).toEqual(before);
  };
  const theirs = async () => {
    const them = await api().caller();
    const { id, path } = await addMember(api(), them);
    return { them, id, path, eventType: await addEventType(api(), them, id) };
  };
  const ofMember =
    (method: string, rest: string, body?: () => object, made?: () => object) => async (): Promise<void> => {
      const { them, path } = await theirs();
      const id = made && (await them.post(path + rest, made())).json.id;
      await refused(method, path + rest + (id === undefined ? '' : `/${id}`), body?.());
    };
  const ofEventType =
    (method: string, rest: string, body?: () => object, made?: () => object) => async (): Promise<void> => {
      const { them, eventType } = await theirs();
      const id = made && (await them.post(eventType + rest, made())).json.id;
      await refused(method, eventType + rest + (id === undefined ? '' : `/${id}`), body?.());
    };
  const schedule = () => ({ name: 'Mine', weekly: WEEKLY });
  const holidays = () => ({ name: 'Days off', ics: holidayOn(dateIn(3)) });
  const overrides = () => ({ overrides: [ENTRIES['date-overrides']!()] });
  const member = '/api/principals/{principalId}';
  const eventType = '/api/event-types/{eventTypeId}';
  const oneCalendar = `${member}/holiday-calendars/{holidayCalendarId}`;
  const days = Object.entries(ENTRIES).flatMap(([kind, entry]) =>
    (
      [
        [member, ofMember],
        [eventType, ofEventType],
      ] as const
    ).flatMap(([owner, of]) => [
      [`get ${owner}/${kind}`, of('get', `/${kind}`)] as const,
      [`post ${owner}/${kind}`, of('post', `/${kind}`, entry)] as const,
      [`put ${owner}/${kind}/${NAMES[kind]}`, of('put', `/${kind}`, entry, entry)] as const,
      [`delete ${owner}/${kind}/${NAMES[kind]}`, of('delete', `/${kind}`, undefined, entry)] as const,
    ]),
  );
  return {
    ...Object.fromEntries(days),
    [`get ${member}/booking-profile`]: ofMember('get', '/booking-profile'),
    [`put ${member}/booking-profile`]: ofMember('put', '/booking-profile', () => ({ slug: 'mine-now' })),
    [`get ${member}/schedules`]: ofMember('get', '/schedules'),
    [`post ${member}/schedules`]: ofMember('post', '/schedules', schedule),
    [`get ${member}/schedules/{scheduleId}`]: ofMember('get', '/schedules', undefined, schedule),
    [`put ${member}/schedules/{scheduleId}`]: ofMember('put', '/schedules', schedule, schedule),
    [`patch ${member}/schedules/{scheduleId}`]: ofMember('patch', '/schedules', schedule, schedule),
    [`delete ${member}/schedules/{scheduleId}`]: ofMember('delete', '/schedules', undefined, schedule),
    [`get ${member}/holiday-calendars`]: ofMember('get', '/holiday-calendars'),
    [`post ${member}/holiday-calendars`]: ofMember('post', '/holiday-calendars', holidays),
    [`get ${oneCalendar}`]: ofMember('get', '/holiday-calendars', undefined, holidays),
    [`put ${oneCalendar}`]: ofMember('put', '/holiday-calendars', holidays, holidays),
    [`delete ${oneCalendar}`]: ofMember('delete', '/holiday-calendars', undefined, holidays),
    [`put ${member}/date-overrides`]: ofMember('put', '/date-overrides', overrides),
    [`put ${eventType}/date-overrides`]: ofEventType('put', '/date-overrides', overrides),
  };
}
