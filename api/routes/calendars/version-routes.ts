import { restoreVersion } from '../../../commands/calendars/restore-version.ts';
import { calendarFor } from '../../../queries/calendars/acting-for.ts';
import { versionsFor } from '../../../queries/calendars/versions.ts';
import { memberHref } from '../../dav/paths.ts';
import { nothing } from '../event-types/schema.ts';
import { id, nextAfter } from '../fields.ts';
import { namedBy } from '../named-by.ts';
import { defineRoute, type Route } from '../route.ts';
import { auth, calendarNamed, calendarParams, resource } from './fields.ts';
import { presentVersion } from './presenter.ts';
import { restored, versionPage, versionQuery } from './schema.ts';

const path = '/api/calendars/{calendarId}/versions' as const;

const listRoute = defineRoute({
  method: 'get',
  path,
  operationId: 'listCalendarObjectVersions',
  resource,
  summary: 'See what was deleted from a calendar, or overwritten in it',
  description: 'The last first, for 30 days. What is as it was then again is left out.',
  auth,
  params: calendarParams,
  query: versionQuery,
  answer: { status: 200, description: 'A page of earlier versions.', schema: versionPage },
  problems: ['not-found'],
  handler: async ({ deps, actor, params, query }) => {
    const { calendar } = await calendarFor(deps, actor, calendarNamed(actor, params));
    const found = await versionsFor(deps, [calendar], query);
    return { versions: found.map(presentVersion), next: nextAfter(found, query.limit) };
  },
});

const restoreRoute = defineRoute({
  method: 'post',
  path: `${path}/{versionId}/restore`,
  operationId: 'restoreCalendarObjectVersion',
  resource,
  summary: 'Bring a version of a calendar object back',
  description:
    'It is again as it was then; what is there now is kept in its turn. Nobody who takes part is told of it.',
  auth,
  params: calendarParams.extend({ versionId: id() }),
  body: nothing,
  answer: { status: 200, description: 'Where it is.', schema: restored },
  problems: ['not-found', 'not-shared', 'uid-conflict', 'calendar-refuses'],
  handler: async ({ deps, actor, params }) => {
    const { member, calendar } = await calendarFor(deps, actor, calendarNamed(actor, params));
    const { id: versionId } = namedBy(actor, params.versionId, 'The version');
    const name = await restoreVersion(deps, { calendar, member, versionId });
    const href = memberHref(calendar.principalId, calendar.segment, name);
    return { id: versionId, url: `${deps.config.publicUrl}${href}` };
  },
});

export const versionRoutes: readonly Route[] = [listRoute, restoreRoute];
