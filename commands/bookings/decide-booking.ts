import { MeetingRefused } from '../../activities/meeting/meetings.ts';
import { proposalById, type LinkProposal } from '../../adapters/postgres/link-proposal.ts';
import type { AttendeeId } from '../../domain/meeting/attendee-id.ts';
import { requestIdOf } from '../../domain/meeting/requesting.ts';
import type { Actor } from '../../policies/actor.ts';
import { requireBooking, type Booking, type BookingName } from '../../queries/bookings.ts';
import type { MeetingDeps } from '../meetings/meeting-input.ts';

export interface BookingDecision {
  decision: 'approve' | 'decline';
}

const EVENTS = { approve: 'approved', decline: 'declined' } as const;

/**
 * Approves or declines a booking that waits for its hosts, as their mailed links do. A host decides for themselves; the owner of the
 * event type who is none of them, and the backend, for all who are still asked. The same again has no second effect, and is no error.
 *
 * @throws NotPermitted; MeetingRefused `proposal-gone` when it waits for nobody, or was decided otherwise; EngineUnavailable
 */
export async function decideBooking(
  deps: MeetingDeps,
  actor: Actor,
  named: BookingName & BookingDecision,
): Promise<void> {
  const booking = await requireBooking(deps, actor, 'booking.decide', named);
  const { decision } = named;
  const request = await proposalById(deps.knex, requestIdOf(booking.id));
  if (!request) throw new MeetingRefused('proposal-gone');
  const deciding = decidingFor(actor, booking, request);
  if (isDecidedSo(request, decision, deciding)) return;
  if (request.status !== 'pending') throw new MeetingRefused('proposal-gone');
  const open = deciding.filter((id) => request.waitsFor.includes(id));
  // One that says no is enough, also one who had said yes before.
  for (const attendeeId of decision === 'approve' ? open : [...open, ...deciding].slice(0, 1))
    await deps.meetings.update(booking.uid, {
      type: EVENTS[decision],
      // As by the link: whichever of the two comes first is the one that counts.
      key: `${decision}/${request.id}/${attendeeId}`,
      door: 'api',
      attendeeId,
      proposalId: request.id,
      linkId: null,
    });
}

function decidingFor(actor: Actor, { people }: Booking, { asked }: LinkProposal): AttendeeId[] {
  const own =
    actor.kind === 'member'
      ? people.filter(({ role, principalId }) => role === 'host' && principalId === actor.principalId)
      : [];
  return own.length === 0 ? asked : own.map(({ id }) => id);
}

function isDecidedSo(
  { status, asked, waitsFor, decidedBy }: LinkProposal,
  decision: BookingDecision['decision'],
  deciding: readonly AttendeeId[],
): boolean {
  if (decision === 'decline') return status === 'declined' && deciding.some((id) => id === decidedBy);
  const isAgreed = deciding.every((id) => asked.includes(id) && !waitsFor.includes(id));
  return isAgreed && (status === 'approved' || status === 'pending');
}
