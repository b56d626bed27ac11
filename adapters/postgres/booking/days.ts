import type { Knex } from 'knex';
import type {
  DateOverride,
  DayBlock,
  DaySpan,
  TemporaryHours,
} from '../../../domain/availability/schedule.ts';
import { DAY_MS } from '../../../domain/time/calendar-days.ts';
import type { TimeRange } from '../../../domain/time/instant.ts';
import { dayOf } from './event-types.ts';

/** What is said of days, of one member or event type. */
interface Days {
  overrides: DateOverride[];
  away: DaySpan[];
  temporary: TemporaryHours[];
  travel: (DaySpan & { timezone: string })[];
}

/** By the id of a member or an event type. */
export type DaysOf = ReadonlyMap<string, Days>;

interface Row {
  what: 'override' | 'away' | 'temporary' | 'travel';
  whose: string;
  firstDay: number;
  lastDay: number;
  blocks: DayBlock[] | null;
  weekdays: number[] | null;
  timezone: string | null;
}

/** What is said of the days of a range, by members and of an event type, in one query. */
export async function readDays(
  knex: Knex,
  { eventTypeId, principalIds }: { eventTypeId: string; principalIds: readonly string[] },
  { startMs, endMs }: TimeRange,
): Promise<DaysOf> {
  const { rows } = await knex.raw<{ rows: Row[] }>(
    `WITH asked AS (
       SELECT CAST(:principalIds AS uuid[]) AS members, CAST(:eventTypeId AS uuid) AS type,
              DATE '1970-01-01' + CAST(:first AS integer) AS first, DATE '1970-01-01' + CAST(:last AS integer) AS last
     ), said AS (
       SELECT 'override' AS what, coalesce(principal_id, event_type_id) AS whose, day AS first_day, day AS last_day, blocks,
              NULL::integer[] AS weekdays, NULL AS timezone
         FROM asked, date_overrides
        WHERE (principal_id = ANY(members) OR event_type_id = type) AND day BETWEEN first AND last
       UNION ALL
       SELECT 'away', coalesce(principal_id, event_type_id), first_day, last_day, NULL, NULL, NULL
         FROM asked, vacations
        WHERE (principal_id = ANY(members) OR event_type_id = type) AND first_day <= last AND last_day >= first
       UNION ALL
       SELECT 'away', principal_id, day, day, NULL, NULL, NULL
         FROM asked, holidays WHERE principal_id = ANY(members) AND day BETWEEN first AND last
       UNION ALL
       SELECT 'temporary', principal_id, first_day, last_day, blocks, weekdays, NULL
         FROM asked, temporary_hours WHERE principal_id = ANY(members) AND first_day <= last AND last_day >= first
       UNION ALL
       SELECT 'travel', principal_id, first_day, last_day, NULL, NULL, timezone
         FROM asked, travels WHERE principal_id = ANY(members) AND first_day <= last AND last_day >= first
     )
     SELECT what, whose, ${dayOf('first_day')} AS "firstDay", ${dayOf('last_day')} AS "lastDay", blocks, weekdays, timezone
       FROM said ORDER BY first_day, last_day`,
    {
      principalIds: [...principalIds],
      eventTypeId,
      first: Math.floor(startMs / DAY_MS),
      last: Math.ceil(endMs / DAY_MS),
    },
  );
  const days = new Map<string, Days>();
  for (const row of rows) {
    const own = days.get(row.whose) ?? { overrides: [], away: [], temporary: [], travel: [] };
    days.set(row.whose, own);
    take(own, row);
  }
  return days;
}

function take(days: Days, { what, firstDay, lastDay, blocks, weekdays, timezone }: Row): void {
  const span = { firstDay, lastDay };
  switch (what) {
    case 'override':
      days.overrides.push({ day: firstDay, blocks: blocks ?? [] });
      break;
    case 'away':
      days.away.push(span);
      break;
    case 'temporary':
      days.temporary.push({ ...span, weekdays, blocks: blocks ?? [] });
      break;
    case 'travel':
      days.travel.push({ ...span, timezone: timezone ?? 'UTC' });
      break;
  }
}
