import type { Knex } from 'knex';
import { msOf } from '../milliseconds.ts';
import { NO_BUFFERS } from '../../../domain/availability/blocked.ts';
import type { TakenTime } from '../../../domain/booking/offer.ts';
import type { Instant, TimeRange } from '../../../domain/time/instant.ts';

interface Row {
  whose: string;
  startMs: Instant;
  endMs: Instant;
  beforeMs: number;
  afterMs: number;
  /** Null: it is in a calendar. */
  meetingId: string | null;
}

/**
 * What takes the time of some principals within a range: meetings and holds with what they keep free, and what their
 * calendars say. By principal, in order of the start; these may overlap.
 */
export async function readTaken(
  knex: Knex,
  principalIds: readonly string[],
  { startMs, endMs }: TimeRange,
  except?: string,
): Promise<Map<string, TakenTime[]>> {
  const { rows } = await knex.raw<{ rows: Row[] }>(
    `SELECT whose, ${msOf('lower(period)')} AS "startMs", ${msOf('upper(period)')} AS "endMs",
            ${msOf('(lower(period) - lower(blocked))')} AS "beforeMs", ${msOf('(upper(blocked) - upper(period))')} AS "afterMs",
            "meetingId"
       FROM (SELECT person_id AS whose, period, blocked, meeting_id AS "meetingId" FROM reservations
              WHERE person_id = ANY(CAST(:ids AS uuid[])) AND period && tstzrange(:start, :end)
                AND meeting_id IS DISTINCT FROM CAST(:except AS uuid)
             UNION ALL
             SELECT principal_id, period, period, NULL FROM busy_periods
              WHERE principal_id = ANY(CAST(:ids AS uuid[])) AND period && tstzrange(:start, :end)) AS taken
      ORDER BY "startMs"`,
    {
      ids: [...principalIds],
      start: new Date(startMs),
      end: new Date(endMs),
      except: except ?? null,
    },
  );
  const taken = new Map<string, TakenTime[]>();
  for (const { whose, meetingId, beforeMs, afterMs, ...range } of rows) {
    const own = taken.get(whose) ?? [];
    taken.set(whose, own);
    own.push({
      startMs: range.startMs,
      endMs: range.endMs,
      buffers: meetingId === null ? NO_BUFFERS : { beforeMs, afterMs },
      keepsAway: true,
      source: meetingId === null ? { kind: 'calendar' } : { kind: 'meeting', meetingId },
    });
  }
  return taken;
}
