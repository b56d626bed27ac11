import { COLOUR_PROPERTY, colourFragment } from '../../../adapters/xml/colour.ts';
import { beginCalendars } from '../../../commands/calendars/begin-calendars.ts';
import { changeCalendar, deleteCalendar } from '../../../commands/calendars/change-calendar.ts';
import { chooseDefault } from '../../../commands/calendars/choose-default.ts';
import { makeCalendar } from '../../../commands/calendars/make-calendar.ts';
import { restoreCalendar } from '../../../commands/calendars/restore-calendar.ts';
import type { Actor } from '../../../policies/actor.ts';
import { NotPermitted } from '../../../policies/not-permitted.ts';
import { actingFor, calendarFor } from '../../../queries/calendars/acting-for.ts';
import { calendarsOf, viewOf } from '../../../queries/calendars/calendar-views.ts';
import { collectionFor } from '../../../queries/calendars/collections.ts';
import type { ApiDeps } from '../../deps.ts';
import { nothing } from '../event-types/schema.ts';
import { defineRoute, type Route } from '../route.ts';
import { auth, calendarNamed, calendarParams, principalNamed, principalParams, resource } from './fields.ts';
import { presentCalendar } from './presenter.ts';
import { calendar, calendarChanges, calendarList, deletedCalendar, newCalendar } from './schema.ts';

const ofPrincipal = '/api/principals/{principalId}/calendars' as const;
const one = '/api/calendars/{calendarId}' as const;

const listRoute = defineRoute({
  method: 'get',
  path: ofPrincipal,
  operationId: 'listCalendars',
  resource,
  summary: 'See the calendars of a principal',
  description: 'Their own, and those of others that were shared with them. A member sees their own.',
  auth,
  params: principalParams,
  answer: { status: 200, description: 'The calendars; those of others last.', schema: calendarList },
  problems: ['not-found'],
  handler: async ({ deps, actor, params }) => {
    const member = await actingFor(deps, actor, principalNamed(actor, params));
    const found = await calendarsOf(deps, member);
    return { calendars: found.map((view) => presentCalendar(view, deps.config.publicUrl)) };
  },
});

const createRoute = defineRoute({
  method: 'post',
  path: ofPrincipal,
  operationId: 'createCalendar',
  resource,
  summary: 'Make a calendar of a principal',
  description: 'Who has none yet gets the one that invitations go to as well. At most 200.',
  auth,
  params: principalParams,
  body: newCalendar,
  answer: { status: 201, description: 'The calendar.', schema: calendar },
  problems: ['not-found', 'too-many-entries', 'calendar-refuses'],
  handler: async ({ deps, actor, params, body: { colour, ...body }, requestKey }) => {
    const member = await actingFor(deps, actor, principalNamed(actor, params));
    const { principalId } = member;
    await beginCalendars(deps, member, member);
    const segment = requestKey.toUpperCase();
    await makeCalendar(deps, member, {
      ...member,
      ...body,
      segment,
      properties: colour === undefined ? {} : { [COLOUR_PROPERTY]: colourFragment(colour) },
    });
    const made = await collectionFor(deps, member, { principalId, segment });
    if (!made) throw new NotPermitted('The calendar');
    return presentCalendar(await viewOf(deps, made), deps.config.publicUrl);
  },
});

const showRoute = defineRoute({
  method: 'get',
  path: one,
  operationId: 'getCalendar',
  resource,
  summary: 'See a calendar',
  auth,
  params: calendarParams,
  answer: { status: 200, description: 'The calendar.', schema: calendar },
  problems: ['not-found'],
  handler: async ({ deps, actor, params }) => show(deps, actor, params),
});

const changeRoute = defineRoute({
  method: 'patch',
  path: one,
  operationId: 'updateCalendar',
  resource,
  summary: 'Change a calendar',
  description: 'What is left out stays. Of the calendars of a principal one is the default.',
  auth,
  params: calendarParams,
  body: calendarChanges,
  answer: { status: 200, description: 'The calendar, as it is now.', schema: calendar },
  problems: ['not-found', 'not-shared', 'too-many-entries', 'calendar-refuses'],
  handler: async ({ deps, actor, params, body: { colour, default: becomesDefault, ...changes } }) => {
    const { calendar: found } = await calendarFor(deps, actor, calendarNamed(actor, params));
    const properties = colour === undefined ? {} : { [COLOUR_PROPERTY]: colour && colourFragment(colour) };
    if (becomesDefault) await chooseDefault(deps, found);
    await changeCalendar(deps, found, { ...changes, properties });
    return show(deps, actor, params);
  },
});

const deleteRoute = defineRoute({
  method: 'delete',
  path: one,
  operationId: 'deleteCalendar',
  resource,
  summary: 'Delete a calendar',
  description: 'With all that is in it. For 30 days it can be brought back. The default stays.',
  auth,
  params: calendarParams,
  answer: { status: 200, description: 'What was deleted.', schema: deletedCalendar },
  problems: ['not-found', 'not-shared', 'default-calendar-needed'],
  handler: async ({ deps, actor, params }) => {
    const { calendar: found } = await calendarFor(deps, actor, calendarNamed(actor, params));
    await deleteCalendar(deps, found);
    return { id: found.id, name: found.name };
  },
});

const restoreRoute = defineRoute({
  method: 'post',
  path: `${one}/restore`,
  operationId: 'restoreCalendar',
  resource,
  summary: 'Bring a deleted calendar back',
  description: 'With all that was in it, for 30 days after it was deleted. It is not the default then.',
  auth,
  params: calendarParams,
  body: nothing,
  answer: { status: 200, description: 'The calendar.', schema: calendar },
  problems: ['not-found', 'too-many-entries'],
  handler: async ({ deps, actor, params }) => {
    await restoreCalendar(deps, actor, calendarNamed(actor, params));
    return show(deps, actor, params);
  },
});

async function show(deps: ApiDeps, actor: Actor, params: { calendarId: string }) {
  const { calendar: found } = await calendarFor(deps, actor, calendarNamed(actor, params));
  return presentCalendar(await viewOf(deps, found), deps.config.publicUrl);
}

export const ownCalendarRoutes: readonly Route[] = [
  listRoute,
  createRoute,
  showRoute,
  changeRoute,
  deleteRoute,
  restoreRoute,
];
