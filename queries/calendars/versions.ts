import {
  versionsIn,
  type ObjectVersion,
  type VersionPage,
} from '../../adapters/postgres/calendars/versions.ts';
import { demand } from '../../policies/missing-privilege.ts';
import type { QueryDeps } from '../deps.ts';
import type { SeenCollection } from './collections.ts';
import { gistOf, type Gist } from './gist.ts';

/** What was in a calendar before, in words. */
export interface VersionView extends Gist {
  id: string;
  calendarId: string;
  uid: string;
  /** VEVENT, VTODO … */
  component: string;
  /** It was deleted, and not overwritten. */
  deleted: boolean;
  replacedAt: Date;
}

/** What was deleted from calendars, or overwritten in them, the last first. @throws MissingPrivilege */
export async function versionsFor(
  { knex }: Pick<QueryDeps, 'knex'>,
  calendars: readonly SeenCollection[],
  page: VersionPage,
): Promise<VersionView[]> {
  for (const calendar of calendars) demand(calendar, 'read');
  const byId = new Map(calendars.map((calendar) => [calendar.id, calendar]));
  const found = await versionsIn(knex, [...byId.keys()], page);
  return found.map((version) => viewOfVersion(version, byId.get(version.calendarId)?.timezone ?? 'UTC'));
}

const viewOfVersion = (
  { id, calendarId, uid, component, deleted, replacedAt, raw }: ObjectVersion,
  timezone: string,
): VersionView => ({ id, calendarId, uid, component, deleted, replacedAt, ...gistOf(raw, timezone) });
