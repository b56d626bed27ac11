import type { Knex } from 'knex';

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
