import type { Knex } from 'knex';
import type { CommitInput } from '../../../activities/meeting/ports.ts';
import { fullWhere } from '../../../domain/availability/capacity.ts';
import { hostsFor } from '../../../domain/booking/offer.ts';
import { RESOURCE_BUSY, type RefusalCode } from '../../../domain/meeting/decision.ts';
import { isBooking } from '../../../domain/meeting/state.ts';
import { knownEventType } from '../booking/event-types.ts';
import { lockForBooking } from '../booking/hold.ts';
import { readOffer } from '../booking/offer.ts';
import { readTaken } from '../booking/taken.ts';

/**
 * Whether the hosts that a meeting has from now on can be booked at its time, or at the one that is proposed, as the engine says;
 * decided and taken in one transaction, as a booking is.
 *
 * @returns null when they can
 */
export async function slotProblem(
  trx: Knex.Transaction,
  { meetingId, eventTypeId }: { meetingId: string; eventTypeId: string | null },
  { event, change: { next, invited }, nowMs }: CommitInput,
): Promise<RefusalCode | null> {
  const eventType = eventTypeId === null ? null : await knownEventType(trx, eventTypeId);
  if (!eventType || !isBooking(next)) return 'slot-taken';
  await lockForBooking(trx, eventType);
  const staying = next.attendees.filter(({ role }) => role === 'host').map(({ id }) => id);
  const { rows } = await trx.raw<{ rows: { id: string }[] }>(
    `SELECT principal_id AS id FROM invitations
      WHERE meeting_id = :meetingId AND attendee_id = ANY(:staying) AND principal_id IS NOT NULL
     UNION SELECT principal_id FROM invite_requests WHERE id = ANY(CAST(:requests AS uuid[])) AND principal_id IS NOT NULL`,
    { meetingId, staying, requests: invited.map(({ requestId }) => requestId) },
  );
  const hostIds = rows.map(({ id }) => id);
  const { startMs, endMs } = event.type === 'proposed' ? event : next;
  const offer = await readOffer(
    trx,
    eventType,
    { startMs, endMs: startMs + 1 },
    { except: meetingId, hostIds },
  );
  const asked = { lengthMinutes: (endMs - startMs) / 60_000, nowMs };
  return hostIds.length > 0 && hostsFor(offer, asked, startMs, { kept: hostIds }) ? null : 'slot-taken';
}

/**
 * Whether things that the meeting shares with others are full at the time that it has from now on; they are locked until it is written. No
 * constraint says so: of a thing several meetings may have a share at once.
 *
 * @returns null when there is room
 */
export async function resourceProblem(
  trx: Knex.Transaction,
  { meetingId, change: { next } }: CommitInput,
): Promise<RefusalCode | null> {
  const { rows } = await trx.raw<{ rows: { id: string; capacity: number }[] }>(
    `SELECT id, capacity FROM principals
      WHERE id IN (SELECT principal_id FROM reservations WHERE meeting_id = :meetingId AND shared)
      ORDER BY id FOR NO KEY UPDATE`,
    { meetingId },
  );
  if (rows.length === 0) return null;
  const ids = rows.map(({ id }) => id);
  const taken = await readTaken(trx, ids, next, meetingId);
  const isFull = rows.some(({ id, capacity }) =>
    fullWhere(taken.get(id) ?? [], capacity).some(
      ({ startMs, endMs }) => startMs < next.endMs && endMs > next.startMs,
    ),
  );
  return isFull ? RESOURCE_BUSY : null;
}
