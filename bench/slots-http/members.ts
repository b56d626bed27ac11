import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import type { Tenant } from '../../adapters/postgres/tenants.ts';
import { USUAL_WEEK } from '../../domain/booking/usual-week.ts';
import { DAY_MS } from '../../domain/time/calendar-days.ts';

/** What members have before them. */
export interface Busy {
  members: number;
  /** Of each: one half meetings with buffers, the other what their calendars say. */
  blocks: number;
  days: number;
}

const QUARTERS_A_DAY = 96;

/** An event type in steps of a quarter of an hour that one of its members takes, and all that these are busy with. @returns its id */
export async function insertBusyEventType(
  knex: Knex,
  { id: tenantId }: Tenant,
  { members, blocks, days }: Busy,
): Promise<string> {
  const eventTypeId = randomUUID();
  const hosts = Array.from({ length: members }, () => randomUUID());
  await knex('principals').insert(
    hosts.map((id, nth) => ({ id, tenant_id: tenantId, kind: 'individual', name: `Member ${nth}` })),
  );
  await knex('principal_addresses').insert(
    hosts.map((id) => ({
      ...{ tenant_id: tenantId, principal_id: id, address: `${id}@example.org`, is_primary: true },
    })),
  );
  for (const id of hosts) {
    const scheduleId = randomUUID();
    await knex('schedules').insert({
      ...{ id: scheduleId, tenant_id: tenantId, principal_id: id, name: 'Hours' },
      weekly: JSON.stringify(USUAL_WEEK),
    });
    await knex('booking_profiles').insert({
      ...{ principal_id: id, tenant_id: tenantId, slug: `m-${id}`, default_schedule_id: scheduleId },
    });
  }
  await knex('event_types').insert({
    ...{ id: eventTypeId, tenant_id: tenantId, owner_id: hosts[0]!, slug: 'talk', title: 'Talk' },
    ...{ lengths_minutes: [30], step_minutes: 15, window_days: 365 },
    ...{ buffer_before_minutes: 5, buffer_after_minutes: 5 },
  });
  await knex('event_type_hosts').insert(
    hosts.map((id) => ({ tenant_id: tenantId, event_type_id: eventTypeId, principal_id: id })),
  );
  const from = new Date(Math.ceil(Date.now() / DAY_MS) * DAY_MS);
  for (const [nth, host] of hosts.entries()) {
    const values = { tenantId, host, from, count: blocks / 2, quarters: days * QUARTERS_A_DAY };
    await knex.raw(MEETINGS, { ...values, seed: `meeting/${nth}` });
    await knex.raw(CALENDAR, { ...values, seed: `calendar/${nth}`, calendar: randomUUID() });
  }
  await knex.raw('ANALYZE');
  return eventTypeId;
}

/** Quarters of an hour anywhere, the same for the same seed. */
const STARTS = `
  SELECT nth, CAST(:from AS timestamptz) + nth * interval '15 minutes' AS start
    FROM generate_series(0, CAST(:quarters AS integer) - 1) AS nth
   ORDER BY md5(CAST(:seed AS text) || nth) LIMIT :count`;

const MEETINGS = `
  WITH starts AS (${STARTS}), made AS (
    INSERT INTO meetings (id, tenant_id, ics_uid, title, start_utc, end_utc, status, policy, proposal_expiry_hours)
    SELECT gen_random_uuid(), :tenantId, gen_random_uuid(), 'Meeting', start, start + interval '15 minutes', 'scheduled', 'strict', 48
      FROM starts
    RETURNING id, tenant_id, tstzrange(start_utc, end_utc) AS period
  )
  INSERT INTO reservations (tenant_id, meeting_id, attendee_id, principal_id, period, blocked)
  SELECT tenant_id, id, 'host', CAST(:host AS uuid), period,
         tstzrange(lower(period) - interval '5 minutes', upper(period) + interval '5 minutes')
    FROM made`;

const CALENDAR = `
  WITH starts AS (${STARTS}), calendar AS (
    INSERT INTO calendars (id, tenant_id, principal_id, source)
    VALUES (CAST(:calendar AS uuid), :tenantId, CAST(:host AS uuid), 'connection') RETURNING id
  ), object AS (
    INSERT INTO calendar_objects (tenant_id, calendar_id, uid, etag, raw)
    SELECT :tenantId, calendar.id, nth::text, nth::text, 'BEGIN:VCALENDAR' FROM starts, calendar
  ), event AS (
    INSERT INTO calendar_events (tenant_id, calendar_id, ics_uid, content_hash, title, starts_at, ends_at, busy, last_synced_at)
    SELECT :tenantId, calendar.id, nth::text, sha256(nth::text::bytea), 'Event', start, start + interval '15 minutes', 'busy', now()
      FROM starts, calendar
    RETURNING id, tstzrange(starts_at, ends_at) AS period
  )
  INSERT INTO busy_periods (tenant_id, principal_id, calendar_id, event_id, kind, period)
  SELECT :tenantId, CAST(:host AS uuid), calendar.id, event.id, 'busy', period FROM event, calendar`;
