import { setShares } from '../../../commands/calendars/set-shares.ts';
import { calendarFor } from '../../../queries/calendars/acting-for.ts';
import { viewOf } from '../../../queries/calendars/calendar-views.ts';
import { defineRoute, type Route } from '../route.ts';
import { auth, calendarNamed, calendarParams, resource } from './fields.ts';
import { presentShares } from './presenter.ts';
import { newShares, shares } from './schema.ts';

const putRoute = defineRoute({
  method: 'put',
  path: '/api/calendars/{calendarId}/shares',
  operationId: 'putCalendarShares',
  resource,
  summary: 'Share a calendar',
  description:
    'With all who are named, and nobody else any more. `free-busy`: they see when its owner has no time, and not why; `read`: all of it; `write`: they change it, too. `everybody`: whoever is signed in, of the tenant.',
  auth,
  params: calendarParams,
  body: newShares,
  answer: { status: 200, description: 'With whom it is shared now.', schema: shares },
  problems: ['not-found', 'not-shared'],
  handler: async ({ deps, actor, params, body }) => {
    const named = calendarNamed(actor, params);
    const { member, calendar } = await calendarFor(deps, actor, named);
    await setShares(deps, member, calendar, body);
    const { calendar: now } = await calendarFor(deps, actor, named);
    return presentShares(await viewOf(deps, now));
  },
});

export const shareRoutes: readonly Route[] = [putRoute];
