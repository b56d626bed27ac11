import { deleteHolidays, putHolidays, replaceHolidays } from '../../../commands/availability/put-holidays.ts';
import type { Actor } from '../../../policies/actor.ts';
import {
  holidayCalendarFor,
  holidayCalendarsFor,
  type HolidayCalendar,
  type HolidayCalendarRead,
  type NamedCalendar,
} from '../../../queries/holidays.ts';
import { dayText, iso, type z } from '../fields.ts';
import { namedBy } from '../named-by.ts';
import { defineRoute, type Route } from '../route.ts';
import { auth, memberNamed, memberParams, resource } from './fields.ts';
import {
  holidayCalendar,
  holidayCalendarList,
  holidayParams,
  HOLIDAYS_BODY,
  newHolidayCalendar,
} from './holiday-schema.ts';

const path = '/api/principals/{principalId}/holiday-calendars' as const;
const onePath = `${path}/{holidayCalendarId}` as const;

const listRoute = defineRoute({
  method: 'get',
  path,
  operationId: 'listHolidayCalendars',
  resource,
  summary: 'See the calendars of holidays of a member',
  description: 'All, at most ten, in the order in which they were made.',
  auth,
  params: memberParams,
  answer: { status: 200, description: 'The calendars.', schema: holidayCalendarList },
  problems: ['not-found'],
  handler: async ({ deps, actor, params }) => ({
    holidayCalendars: (await holidayCalendarsFor(deps, actor, memberNamed(actor, params))).map(
      presentCalendar,
    ),
  }),
});

const createRoute = defineRoute({
  method: 'post',
  path,
  operationId: 'createHolidayCalendar',
  resource,
  summary: 'Let the days of a calendar be days off',
  description:
    'Each day of its all-day events counts as vacation does, for the next five years. A file is read once, and an address every day: one that cannot be read is tried again every hour for a day, and its days stay. A member may have ten.',
  auth,
  params: memberParams,
  body: newHolidayCalendar,
  limits: HOLIDAYS_BODY,
  answer: { status: 201, description: 'The calendar, and the days that it has.', schema: holidayCalendar },
  problems: ['not-found', 'too-many-entries', 'reading-busy'],
  handler: async ({ deps, actor, params, body, requestKey, counted }) =>
    presentRead(
      await putHolidays(
        deps,
        actor,
        calendarNamed(actor, { ...params, holidayCalendarId: requestKey }),
        body,
        counted,
      ),
    ),
});

const showRoute = defineRoute({
  method: 'get',
  path: onePath,
  operationId: 'getHolidayCalendar',
  resource,
  summary: 'See the days of a calendar of holidays',
  auth,
  params: holidayParams,
  answer: { status: 200, description: 'The calendar, and the days that it has.', schema: holidayCalendar },
  problems: ['not-found'],
  handler: async ({ deps, actor, params }) =>
    presentRead(await holidayCalendarFor(deps, actor, calendarNamed(actor, params))),
});

const putRoute = defineRoute({
  method: 'put',
  path: onePath,
  operationId: 'putHolidayCalendar',
  resource,
  summary: 'Put a calendar of holidays whole',
  description: 'Its days take the place of those that it had.',
  auth,
  params: holidayParams,
  body: newHolidayCalendar,
  limits: HOLIDAYS_BODY,
  answer: { status: 200, description: 'The calendar, as it is now.', schema: holidayCalendar },
  problems: ['not-found', 'reading-busy'],
  handler: async ({ deps, actor, params, body, counted }) =>
    presentRead(await replaceHolidays(deps, actor, calendarNamed(actor, params), body, counted)),
});

const deleteRoute = defineRoute({
  method: 'delete',
  path: onePath,
  operationId: 'deleteHolidayCalendar',
  resource,
  summary: 'Delete a calendar of holidays',
  description: 'With its days.',
  auth,
  params: holidayParams,
  answer: { status: 200, description: 'The calendar, as it was.', schema: holidayCalendar },
  problems: ['not-found'],
  handler: async ({ deps, actor, params }) =>
    presentRead(await deleteHolidays(deps, actor, calendarNamed(actor, params))),
});

const presentCalendar = ({
  maskedUrl,
  readAt,
  nextReadAt,
  failingSince,
  createdAt,
  ...same
}: HolidayCalendar) => ({
  ...same,
  url: maskedUrl,
  readAt: iso(readAt),
  nextReadAt: nextReadAt && iso(nextReadAt),
  failingSince: failingSince && iso(failingSince),
  createdAt: iso(createdAt),
});

const presentRead = ({ calendar, days }: HolidayCalendarRead): z.input<typeof holidayCalendar> => ({
  ...presentCalendar(calendar),
  holidays: days.map(({ day, name }) => ({ day: dayText(day), name })),
});

/** @throws NotPermitted for what cannot be an id */
function calendarNamed(
  actor: Actor,
  params: { principalId: string; holidayCalendarId: string },
): NamedCalendar {
  const { id: principalId } = memberNamed(actor, params);
  return { principalId, ...namedBy(actor, params.holidayCalendarId, 'The calendar') };
}

export const holidayRoutes: readonly Route[] = [listRoute, createRoute, showRoute, putRoute, deleteRoute];
