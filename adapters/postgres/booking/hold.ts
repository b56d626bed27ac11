import type { Knex } from 'knex';
import type { EventType } from '../../../domain/booking/event-type.ts';
import { idsFor } from '../../../domain/meeting/attendee-id.ts';
import { remindersOf } from '../../../domain/meeting/reminders.ts';
import type { Instant, TimeRange } from '../../../domain/time/instant.ts';
import { createMeeting, type BookedMeeting } from '../booked-meetings.ts';
import { BLOCKED } from '../commit/reservations.ts';
import { RESOURCE, ROOM } from '../commit/busy.ts';
import type { Tenant } from '../tenant.ts';

/** What is to be held. */
export interface NewHold extends TimeRange {
  /** The meeting's; the same id again is the same hold. */
  id: string;
  /** Principals who take the meeting. */
  hostIds: readonly string[];
  expiresMs: Instant;
  /** A fingerprint of who holds it; null: somebody who may hold as much as they like. */
  heldBy: Buffer | null;
  /** The link that it came by; null: by none. */
  linkId: string | null;
}

/**
 * Locks what decides about an event type's slots for the rest of the transaction, always in the same order: the event type, then
 * the members and what they need, by id.
 */
export async function lockForBooking(
  trx: Knex.Transaction,
  { id, roomId, resourceIds, hosts }: EventType,
): Promise<void> {
  const people = [
    ...hosts.map(({ principalId }) => principalId),
    ...resourceIds,
    ...(roomId ? [roomId] : []),
  ];
  await lockEventType(trx, id);
  await trx.raw(
    'SELECT FROM principals WHERE id = ANY(CAST(:people AS uuid[])) ORDER BY id FOR NO KEY UPDATE',
    {
      people,
    },
  );
}

/** The first of these locks, alone. @returns whether the event type can be booked */
export async function lockEventType(trx: Knex.Transaction, id: string): Promise<{ active: boolean }> {
  const { rows } = await trx.raw<{ rows: { active: boolean }[] }>(
    'SELECT active AND deleted_at IS NULL AS active FROM event_types WHERE id = :id FOR NO KEY UPDATE',
    { id },
  );
  return rows[0] ?? { active: false };
}

/** Lets one who holds times ask for one at a time, for the rest of the transaction; before all other locks. */
export const lockHolder = async (trx: Knex.Transaction, heldBy: Buffer): Promise<void> => {
  await trx.raw('SELECT pg_advisory_xact_lock(hashtextextended(:heldBy, 0))', {
    heldBy: `holder/${heldBy.toString('hex')}`,
  });
};

/** How many times somebody holds now. */
export async function openHolds(knex: Knex, heldBy: Buffer, nowMs: Instant): Promise<number> {
  const row = await knex('meetings')
    .where({ held_by: heldBy, status: 'held' })
    .where('hold_expires_at', '>', new Date(nowMs))
    .count<{ count: string }[]>('* AS count')
    .first();
  return Number(row?.count ?? 0);
}

/**
 * Makes a meeting in status `held`, with the time of everybody and everything that it needs.
 *
 * @throws DatabaseError an exclusion violation when somebody's time is taken after all
 */
export async function insertHold(
  trx: Knex.Transaction,
  tenant: Tenant,
  eventType: EventType,
  hold: NewHold,
): Promise<BookedMeeting> {
  const addresses = await primaryAddresses(trx, hold.hostIds);
  const parts = hold.hostIds.map((id) => ({
    role: 'host' as const,
    required: true,
    email: addresses.get(id) ?? '',
  }));
  const ids = idsFor([], parts);
  const made = await createMeeting(trx, {
    id: hold.id,
    tenantId: tenant.id,
    organizerEmail: tenant.organizerEmail,
    title: eventType.title,
    description: eventType.description,
    startMs: hold.startMs,
    endMs: hold.endMs,
    policy: eventType.policy ?? tenant.policy,
    proposalExpiryHours: tenant.proposalExpiryHours,
    reminders: remindersOf(eventType.reminders, tenant),
    roomId: eventType.roomId ?? undefined,
    attendees: parts.map((part, at) => ({ ...part, id: ids[at]! })),
    booking: {
      eventTypeId: eventType.id,
      holdExpiresMs: hold.expiresMs,
      heldBy: hold.heldBy,
      linkId: hold.linkId,
      bufferBeforeMinutes: eventType.bufferBeforeMinutes,
      bufferAfterMinutes: eventType.bufferAfterMinutes,
      seats: eventType.seats,
      changeUntilMinutes: eventType.changeUntilMinutes,
      approvalMinutes: eventType.requiresApproval ? eventType.approvalHours * 60 : null,
      location: eventType.location,
      online: eventType.online,
    },
  });
  await reserve(trx, hold.id, eventType.resourceIds);
  return made;
}

async function reserve(
  trx: Knex.Transaction,
  meetingId: string,
  resourceIds: readonly string[],
): Promise<void> {
  await trx.raw(
    `INSERT INTO reservations (tenant_id, meeting_id, attendee_id, principal_id, contact_id, shared, period, blocked)
     SELECT meeting.tenant_id, meeting.id, taken.*, tstzrange(meeting.start_utc, meeting.end_utc), ${BLOCKED}
       FROM meetings meeting CROSS JOIN LATERAL (
              SELECT attendee_id, principal_id, contact_id, false FROM invitations WHERE meeting_id = meeting.id
              UNION ALL SELECT '${ROOM}', meeting.room_id, NULL, false WHERE meeting.room_id IS NOT NULL
              UNION ALL SELECT '${RESOURCE}' || nth, id, NULL, true
                          FROM unnest(CAST(:resourceIds AS uuid[])) WITH ORDINALITY AS resource (id, nth)
            ) taken
      WHERE meeting.id = :meetingId`,
    { meetingId, resourceIds: [...resourceIds] },
  );
}

async function primaryAddresses(trx: Knex.Transaction, ids: readonly string[]): Promise<Map<string, string>> {
  const rows: { principal_id: string; address: string }[] = await trx('principal_addresses')
    .whereIn('principal_id', [...ids])
    .where({ is_primary: true })
    .select('principal_id', 'address');
  return new Map(rows.map((row) => [row.principal_id, row.address]));
}
