import type { Knex } from 'knex';
import type { CommitInput } from '../../../activities/meeting/ports.ts';
import { hostsFor } from '../../../domain/booking/offer.ts';
import type { RefusalCode } from '../../../domain/meeting/decision.ts';
import type { MeetingEvent } from '../../../domain/meeting/events.ts';
import { isBooking } from '../../../domain/meeting/state.ts';
import { knownEventType } from '../booking/event-types.ts';
import { lockForBooking } from '../booking/hold.ts';
import { readOffer } from '../booking/offer.ts';

/** It takes a slot that an event type offers, and not only a time that is free. */
export const takesSlot = (event: MeetingEvent): boolean =>
  event.type === 'reassigned' ||
  (event.type === 'moved' && event.attendeeId !== undefined) ||
  (event.type === 'proposed' && event.slot === true);

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
