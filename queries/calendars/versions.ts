import {
  versionsIn,
  type ObjectVersion,
  type VersionPage,
} from '../../adapters/postgres/calendars/versions.ts';
import { readObject } from '../../domain/ical/calendar-object.ts';
import { textOf } from '../../domain/ical/jcal.ts';
import { cleanLine } from '../../domain/ical/text.ts';
import { instantOfTime } from '../../domain/recurrence/event-time.ts';
import type { Instant } from '../../domain/time/instant.ts';
import { openZone, UTC_CLOCK } from '../../domain/time/zone.ts';
import { demand } from '../../policies/missing-privilege.ts';
import type { QueryDeps } from '../deps.ts';
import type { SeenCollection } from './collections.ts';

/** What was in a calendar before, in words. */
export interface VersionView {
  id: string;
  calendarId: string;
  uid: string;
  /** VEVENT, VTODO … */
  component: string;
  /** SUMMARY, on one line; empty: it had none. */
  title: string;
  /** When it began, or the first of its instances did; null: it has no time. */
  startMs: Instant | null;
  allDay: boolean;
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

const LONGEST_TITLE = 200;

function viewOfVersion(
  { id, calendarId, uid, component, deleted, replacedAt, raw }: ObjectVersion,
  timezone: string,
): VersionView {
  const floating = openZone(timezone) ?? UTC_CLOCK;
  const object = readObject(raw, { floating });
  const known = { id, calendarId, uid, component, deleted, replacedAt };
  // Other rules may have held when it was stored.
  if ('problem' in object) return { ...known, title: '', startMs: null, allDay: false };
  const [part] = object.parts;
  const { master, overrides } = object.seriesIn(floating);
  const event = master ?? overrides[0] ?? null;
  return {
    ...known,
    title: part ? cleanLine(textOf(part, 'summary')).slice(0, LONGEST_TITLE) : '',
    startMs: event && instantOfTime(event.start, floating),
    allDay: event?.start.allDay ?? false,
  };
}
