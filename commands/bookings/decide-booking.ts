import { MeetingRefused } from '../../activities/meeting/meetings.ts';
import { proposalsForHosts } from '../../adapters/postgres/booking/asked-of-hosts.ts';
import { proposalById, type LinkProposal } from '../../adapters/postgres/link-proposal.ts';
import type { AttendeeId } from '../../domain/meeting/attendee-id.ts';
import type { Actor } from '../../policies/actor.ts';
import { requireBooking, type Booking, type BookingName } from '../../queries/bookings.ts';
import type { MeetingDeps } from '../meetings/meeting-input.ts';

export interface BookingDecision {
  decision: 'approve' | 'decline';
  /** What the caller has seen; absent: what waits now. */
  proposalId?: string | undefined;
}

const EVENTS = { approve: 'approved', decline: 'declined' } as const;

/**
 * Approves or declines what a guest asks the hosts for, the booking itself or another time, as their mailed links do. A host decides for
 * themselves; the owner of the event type who is none of them, and the backend, for all hosts who are still asked. Of a proposal that is
 * named the same again has no second effect, and is no error.
 *
 * @throws NotPermitted; MeetingRefused `proposal-gone` when nothing waits for them, or it was decided otherwise, `already-approved` when
 *   it waits for others alone, and what a move is refused for; EngineUnavailable
 */
export async function decideBooking(
  deps: MeetingDeps,
  actor: Actor,
  named: BookingName & BookingDecision,
): Promise<void> {
  const booking = await requireBooking(deps, actor, 'booking.decide', named);
  const { decision, proposalId } = named;
  const deciding = decidingFor(actor, booking);
  const waiting = await proposalsForHosts(deps.knex, booking.id);
  const proposal =
    proposalId === undefined ? firstFor(waiting, deciding) : waiting.find(({ id }) => id === proposalId);
  if (!proposal) {
    const over = proposalId === undefined ? null : await ownProposal(deps, booking, proposalId);
    if (over && isDecidedSo(over, decision, deciding)) return;
    throw new MeetingRefused('proposal-gone');
  }
  const asked = deciding.filter((id) => proposal.asked.includes(id));
  if (asked.length === 0) throw new MeetingRefused('not-asked');
  const open = asked.filter((id) => proposal.waitsFor.includes(id));
  if (decision === 'approve' && open.length === 0) {
    if (proposalId !== undefined) return;
    throw new MeetingRefused('already-approved');
  }
  // One that says no is enough, also one who had said yes before.
  for (const attendeeId of decision === 'approve' ? open : [...open, ...asked].slice(0, 1))
    await deps.meetings.update(booking.uid, {
      type: EVENTS[decision],
      // As by the link: whichever of the two comes first is the one that counts.
      key: `${decision}/${proposal.id}/${attendeeId}`,
      door: 'api',
      attendeeId,
      proposalId: proposal.id,
      linkId: null,
    });
}

/** The hosts whom the caller speaks for. */
function decidingFor(actor: Actor, { people }: Booking): AttendeeId[] {
  const hosts = people.filter(({ role }) => role === 'host');
  const own =
    actor.kind === 'member' ? hosts.filter(({ principalId }) => principalId === actor.principalId) : [];
  return (own.length === 0 ? hosts : own).map(({ id }) => id);
}

/** Of what several guests ask for, the first that waits for the caller. */
const firstFor = (
  waiting: readonly LinkProposal[],
  deciding: readonly AttendeeId[],
): LinkProposal | undefined =>
  waiting.find(({ waitsFor }) => waitsFor.some((id) => deciding.includes(id))) ?? waiting[0];

async function ownProposal(
  { knex }: MeetingDeps,
  { id: meetingId }: Booking,
  id: string,
): Promise<LinkProposal | null> {
  const proposal = await proposalById(knex, id);
  return proposal?.meetingId === meetingId ? proposal : null;
}

function isDecidedSo(
  { status, asked, waitsFor, decidedBy }: LinkProposal,
  decision: BookingDecision['decision'],
  deciding: readonly AttendeeId[],
): boolean {
  if (decision === 'decline') return status === 'declined' && deciding.some((id) => id === decidedBy);
  return status === 'approved' && deciding.some((id) => asked.includes(id) && !waitsFor.includes(id));
}
