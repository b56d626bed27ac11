import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';

interface NewMeeting {
  startsAt: string;
  /** Whose time it takes; absent: nobody's. */
  personId?: string;
  shared?: boolean;
  eventTypeId?: string;
  guests?: number;
}

/** A meeting of half an hour, as rows. @returns its id */
export async function addMeeting(
  knex: Knex,
  tenantId: string,
  { startsAt, personId, shared = false, eventTypeId, guests = 0 }: NewMeeting,
): Promise<string> {
  const id = randomUUID();
  const [start, end] = [new Date(startsAt), new Date(Date.parse(startsAt) + 1_800_000)];
  await knex('meetings').insert({
    ...{ id, tenant_id: tenantId, ics_uid: id, title: 'Meeting', start_utc: start, end_utc: end },
    ...{
      status: 'scheduled',
      policy: 'strict',
      proposal_expiry_hours: 48,
      event_type_id: eventTypeId ?? null,
    },
  });
  if (personId !== undefined) {
    const period = `[${start.toISOString()},${end.toISOString()})`;
    await knex('reservations').insert({
      ...{ tenant_id: tenantId, meeting_id: id, attendee_id: 'host', principal_id: personId, shared },
      ...{ period, blocked: period },
    });
  }
  for (let nth = 1; nth <= guests; nth++) {
    const contact = randomUUID();
    await knex('contacts').insert({ id: contact, tenant_id: tenantId, address: `${contact}@example.org` });
    await knex('invitations').insert({
      ...{ tenant_id: tenantId, meeting_id: id, uid: id, attendee_id: nth === 1 ? 'guest' : `guest-${nth}` },
      ...{ role: 'guest', required: false, attendee_email: `${contact}@example.org`, contact_id: contact },
    });
  }
  return id;
}

/** Half an hour in a calendar of somebody's. */
export async function addBusy(
  knex: Knex,
  tenantId: string,
  principalId: string,
  startsAt: string,
): Promise<void> {
  const [calendar, event, uid] = [randomUUID(), randomUUID(), randomUUID()];
  const [start, end] = [new Date(startsAt), new Date(Date.parse(startsAt) + 1_800_000)];
  const own = { tenant_id: tenantId, calendar_id: calendar };
  await knex('calendars').insert({
    ...{ id: calendar, tenant_id: tenantId, principal_id: principalId, source: 'connection' },
  });
  await knex('calendar_objects').insert({ ...own, uid, etag: '1', raw: '' });
  await knex('calendar_events').insert({
    ...{ ...own, id: event, ics_uid: uid, title: 'Event', content_hash: Buffer.alloc(32) },
    ...{ starts_at: start, ends_at: end, busy: 'busy', last_synced_at: start },
  });
  await knex('busy_periods').insert({
    ...{
      tenant_id: tenantId,
      principal_id: principalId,
      calendar_id: calendar,
      event_id: event,
      kind: 'busy',
    },
    period: `[${start.toISOString()},${end.toISOString()})`,
  });
}
