import type { Knex } from 'knex';
import { msOf } from '../milliseconds.ts';
import { NO_BUFFERS } from '../../../domain/availability/blocked.ts';
import type { TakenTime } from '../../../domain/booking/offer.ts';
import type { Instant, TimeRange } from '../../../domain/time/instant.ts';

interface Row {
  whose: string;
  taken: Written[];
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
    `SELECT whose, json_agg(written ORDER BY start) AS taken
       FROM (SELECT person_id AS whose, lower(period) AS start,
                    json_build_array(${msOf('lower(period)')}, ${msOf('upper(period)')}, ${msOf('(lower(period) - lower(blocked))')},
                                     ${msOf('(upper(blocked) - upper(period))')}, meeting_id) AS written
               FROM reservations
              WHERE person_id = ANY(CAST(:ids AS uuid[])) AND period && tstzrange(:start, :end)
                AND meeting_id IS DISTINCT FROM CAST(:except AS uuid)
             UNION ALL
             SELECT principal_id, lower(period), json_build_array(${msOf('lower(period)')}, ${msOf('upper(period)')})
               FROM busy_periods
              WHERE principal_id = ANY(CAST(:ids AS uuid[])) AND period && tstzrange(:start, :end)) AS one
      GROUP BY whose`,
    {
      ids: [...principalIds],
      start: new Date(startMs),
      end: new Date(endMs),
      except: except ?? null,
    },
  );
  return new Map(rows.map(({ whose, taken }) => [whose, taken.map(takenTime)]));
}

const CALENDAR = { kind: 'calendar' } as const;

function takenTime(written: Written): TakenTime {
  const [startMs, endMs] = written;
  if (written.length === 2) return { startMs, endMs, buffers: NO_BUFFERS, keepsAway: true, source: CALENDAR };
  const [, , beforeMs, afterMs, meetingId] = written;
  const buffers = beforeMs === 0 && afterMs === 0 ? NO_BUFFERS : { beforeMs, afterMs };
  return { startMs, endMs, buffers, keepsAway: true, source: { kind: 'meeting', meetingId } };
}
