import type { Knex } from 'knex';
import type { BusyKind, BusyPeriod } from '../../../domain/freebusy/busy-period.ts';
import type { TimeRange } from '../../../domain/time/instant.ts';

/**
 * Lets the busy periods of a calendar's owner be as its events are: of each event that takes time one, and of what the
 * calendar has no more, none.
 *
 * @param eventIds those that were written
 */
export async function followEvents(trx: Knex.Transaction, eventIds: readonly string[]): Promise<void> {
  if (eventIds.length === 0) return;
  await trx.raw(
    `WITH written AS (
       SELECT event.id, event.tenant_id, calendar.principal_id, event.calendar_id, event.busy, tstzrange(starts_at, ends_at) AS period,
              busy IS NULL OR removed_at IS NOT NULL OR withdrawn_at IS NOT NULL AS gone
         FROM calendar_events event JOIN calendars calendar ON calendar.id = event.calendar_id
        WHERE event.id = ANY(:eventIds)
     ), gone AS (
       DELETE FROM busy_periods busy USING written WHERE busy.event_id = written.id AND written.gone
     )
     INSERT INTO busy_periods (tenant_id, principal_id, calendar_id, event_id, kind, period)
     SELECT tenant_id, principal_id, calendar_id, id, busy, period FROM written WHERE NOT gone
     ON CONFLICT (event_id) DO UPDATE SET period = excluded.period, kind = excluded.kind
      WHERE (busy_periods.period, busy_periods.kind) <> (excluded.period, excluded.kind)`,
    { eventIds: [...eventIds] },
  );
}

/** When a principal has no time within the range: of their calendars, and of the meetings that they are in; these may overlap. */
export async function busyPeriods(
  knex: Knex,
  principalId: string,
  { startMs, endMs }: TimeRange,
): Promise<BusyPeriod[]> {
  const { rows } = await knex.raw<{ rows: { kind: BusyKind; start: Date; end: Date }[] }>(
    `SELECT kind, lower(period) AS start, upper(period) AS end
       FROM (SELECT kind, period FROM busy_periods WHERE principal_id = :principalId
             UNION ALL SELECT 'busy', blocked FROM reservations WHERE person_id = :principalId) AS busy
      WHERE period && tstzrange(:start, :end)
      ORDER BY period`,
    { principalId, start: new Date(startMs), end: new Date(endMs) },
  );
  return rows.map(({ kind, start, end }) => ({ kind, startMs: start.getTime(), endMs: end.getTime() }));
}
