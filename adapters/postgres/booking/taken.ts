import type { Knex } from 'knex';
import { busyBetween } from '../../../domain/freebusy/busy-between.ts';
import { busySeriesOf, type SeriesSource } from '../calendars/busy-series.ts';
import { msOf } from '../milliseconds.ts';
import { NO_BUFFERS } from '../../../domain/availability/blocked.ts';
import type { TakenTime } from '../../../domain/booking/offer.ts';
import type { Instant, TimeRange } from '../../../domain/time/instant.ts';

interface Row {
  whose: string;
  taken: Written[];
  /** Of the calendars with long or endless series, where the rest is null. */
  sources: SeriesSource[] | null;
}

/** Of a meeting or hold; what is in a calendar has neither buffers nor a meeting. In milliseconds. */
type Written =
  | [startMs: Instant, endMs: Instant]
  | [startMs: Instant, endMs: Instant, beforeMs: number, afterMs: number, meetingId: string];

/**
 * What takes the time of some principals within a range: meetings and holds with what they keep free, and what their
 * calendars say. By principal, in order of the start; these may overlap. One row for each of them: of tens of
 * thousands more time would go into the rows than into what is in them.
 */
export async function readTaken(
  knex: Knex,
  principalIds: readonly string[],
  { startMs, endMs }: TimeRange,
  except?: string,
): Promise<Map<string, TakenTime[]>> {
  const { rows } = await knex.raw<{ rows: Row[] }>(
    `SELECT whose, json_agg(written ORDER BY start) AS taken, NULL AS sources
       FROM (SELECT person_id AS whose, lower(period) AS start,
                    json_build_array(${msOf('lower(period)')}, ${msOf('upper(period)')}, ${msOf('(lower(period) - lower(blocked))')},
                                     ${msOf('(upper(blocked) - upper(period))')}, meeting_id) AS written
               FROM reservations
              WHERE person_id = ANY(CAST(:ids AS uuid[])) AND period && tstzrange(:start, :end)
                AND meeting_id IS DISTINCT FROM CAST(:except AS uuid)
             UNION ALL
             SELECT principal_id, lower(period), json_build_array(${msOf('lower(period)')}, ${msOf('upper(period)')})
               FROM busy_periods
              WHERE principal_id = ANY(CAST(:ids AS uuid[])) AND period && tstzrange(:start, :end)
                AND calendar_id NOT IN (SELECT id FROM calendars
                                         WHERE principal_id = ANY(CAST(:ids AS uuid[])) AND (transparent OR deleted_at IS NOT NULL))) AS one
      GROUP BY whose
      UNION ALL
     SELECT calendar.principal_id, NULL,
            json_agg(json_build_object('calendarId', calendar.id, 'timezone', coalesce(calendar.timezone, owner.timezone),
                                       'seriesVersion', series_version))
       FROM calendars calendar JOIN principals owner ON owner.id = calendar.principal_id
      WHERE calendar.principal_id = ANY(CAST(:ids AS uuid[])) AND series_version IS NOT NULL
        AND NOT transparent AND calendar.deleted_at IS NULL
      GROUP BY calendar.principal_id`,
    {
      ids: [...principalIds],
      start: new Date(startMs),
      end: new Date(endMs),
      except: except ?? null,
    },
  );
  const found = new Map(
    rows.flatMap(({ whose, taken, sources }) => (sources ? [] : [[whose, taken.map(takenTime)] as const])),
  );
  for (const { whose, sources } of rows)
    if (sources)
      found.set(whose, inOrder(found.get(whose), await seriesTimes(knex, sources, { startMs, endMs })));
  return found;
}

/** What long and endless series in calendars take within a range. */
async function seriesTimes(
  knex: Knex,
  sources: readonly SeriesSource[],
  range: TimeRange,
): Promise<TakenTime[]> {
  const periods = busyBetween(await busySeriesOf(knex, sources), range);
  return periods.map(({ startMs, endMs }) => takenTime([startMs, endMs]));
}

const inOrder = (one: readonly TakenTime[] = [], other: readonly TakenTime[]): TakenTime[] =>
  [...one, ...other].sort((a, b) => a.startMs - b.startMs);

const CALENDAR = { kind: 'calendar' } as const;

function takenTime(written: Written): TakenTime {
  const [startMs, endMs] = written;
  if (written.length === 2) return { startMs, endMs, buffers: NO_BUFFERS, keepsAway: true, source: CALENDAR };
  const [, , beforeMs, afterMs, meetingId] = written;
  const buffers = beforeMs === 0 && afterMs === 0 ? NO_BUFFERS : { beforeMs, afterMs };
  return { startMs, endMs, buffers, keepsAway: true, source: { kind: 'meeting', meetingId } };
}
