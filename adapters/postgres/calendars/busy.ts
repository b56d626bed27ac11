import type { Knex } from 'knex';
import type { CalendarSource } from '../../../migrations/rows/tables.ts';
import { busyBetween } from '../../../domain/freebusy/busy-between.ts';
import type { BusyKind, BusyPeriod } from '../../../domain/freebusy/busy-period.ts';
import type { TimeRange } from '../../../domain/time/instant.ts';
import type { Grant } from '../../../policies/privileges.ts';
import { msOf } from '../milliseconds.ts';
import { busySeriesOf } from './busy-series.ts';
import { instant } from './stored-objects.ts';

/** A calendar that says when its owner has no time. */
export interface BusyCalendar {
  id: string;
  kind: 'calendar';
  principalId: string;
  /** Of the principal: whose room or resource it is. */
  ownerId: string | null;
  source: CalendarSource;
  isDefault: boolean;
  timezone: string;
  seriesVersion: string | null;
  grants: Grant[];
  groupIds: string[];
}

/** All calendars of principals whose times count, with what their reader was given. */
export async function busyCalendarsOf(
  knex: Knex,
  { tenantId, readerId }: { tenantId: string; readerId: string },
  principalIds: readonly string[],
): Promise<BusyCalendar[]> {
  const { rows } = await knex.raw<{ rows: BusyCalendar[] }>(
    `SELECT calendar.id, 'calendar' AS kind, calendar.principal_id AS "principalId", owner.owner_id AS "ownerId",
            calendar.source, calendar.is_default AS "isDefault", coalesce(calendar.timezone, owner.timezone) AS timezone,
            calendar.series_version AS "seriesVersion", groups.ids AS "groupIds",
            (SELECT coalesce(json_agg(json_build_object('principalId', grantee.principal_id, 'privileges', grantee.privileges)), '[]')
               FROM calendar_grants grantee
              WHERE grantee.calendar_id = calendar.id
                AND (grantee.principal_id IS NULL OR grantee.principal_id = :readerId OR grantee.principal_id = ANY(groups.ids))) AS grants
       FROM calendars calendar
       JOIN principals owner ON owner.id = calendar.principal_id AND owner.deleted_at IS NULL
      CROSS JOIN (SELECT coalesce(array_agg(group_id), '{}') AS ids FROM group_members WHERE member_id = :readerId) groups
      WHERE calendar.tenant_id = :tenantId AND calendar.principal_id = ANY(:principalIds)
        AND calendar.kind = 'calendar' AND calendar.deleted_at IS NULL AND NOT calendar.transparent`,
    { tenantId, readerId, principalIds: [...principalIds] },
  );
  return rows;
}

/** What of a principal's time is asked for. */
export interface BusyQuestion {
  calendars: readonly Pick<BusyCalendar, 'id' | 'principalId' | 'timezone' | 'seriesVersion'>[];
  /** Whose meetings and holds count as well; null: nobody's. */
  meetingsOf: string | null;
}

/** When time is taken within a range: in no order; these may overlap, and reach out of it. */
export async function readBusy(
  knex: Knex,
  { calendars, meetingsOf }: BusyQuestion,
  range: TimeRange,
): Promise<BusyPeriod[]> {
  const sources = calendars.flatMap(({ id, timezone, seriesVersion }) =>
    seriesVersion === null ? [] : [{ calendarId: id, timezone, seriesVersion }],
  );
  const [{ rows }, series] = await Promise.all([
    knex.raw<{ rows: { taken: [BusyKind, number, number][] | null }[] }>(
      `SELECT json_agg(json_build_array(kind, ${msOf('lower(period)')}, ${msOf('upper(period)')})) AS taken
         FROM (SELECT kind, period FROM busy_periods
                WHERE calendar_id = ANY(CAST(:ids AS uuid[]))
                  AND principal_id = ANY(CAST(:principalIds AS uuid[]))
                  AND period && tstzrange(:start, :end)
               UNION ALL
               SELECT 'busy', blocked FROM reservations
                WHERE person_id = CAST(:meetingsOf AS uuid) AND blocked && tstzrange(:start, :end)) one`,
      {
        ids: calendars.map(({ id }) => id),
        principalIds: [...new Set(calendars.map(({ principalId }) => principalId))],
        meetingsOf,
        start: instant(range.startMs),
        end: instant(range.endMs),
      },
    ),
    busySeriesOf(knex, sources),
  ]);
  const taken = rows[0]?.taken ?? [];
  const periods = taken.map(([kind, startMs, endMs]): BusyPeriod => ({ kind, startMs, endMs }));
  return [...periods, ...busyBetween(series, range)];
}
