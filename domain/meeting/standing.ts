import type { Instant } from '../time/instant.ts';
import type { AttendeeId } from './attendee-id.ts';
import { canMove } from './moving.ts';
import type { MeetingState } from './state.ts';
import type { ProposalStatus } from './proposal.ts';

/** What became of a proposal, for whoever made it. */
export type Standing =
  | 'open'
  | 'approved'
  | 'declined'
  | 'withdrawn'
  | 'replaced'
  | 'expired'
  /** The meeting changed in another way first. */
  | 'superseded';

/** For one who was asked: they may have approved it before others have, or others ended it. */
export type AskedStanding = Standing | 'agreed' | 'declinedByOther';

interface StoredProposal {
  status: ProposalStatus;
  expiresMs: Instant;
  /** Null: it is pending. */
  decisionMs: Instant | null;
  decidedBy: AttendeeId | null;
  waitsFor: readonly AttendeeId[];
}

type StoredMeeting = Pick<MeetingState, 'status' | 'startMs'>;

/** @param meeting that it is about: with its start, what is pending comes to nothing */
export function standingOf(proposal: StoredProposal, meeting: StoredMeeting, nowMs: Instant): Standing {
  const { status, expiresMs, decisionMs } = proposal;
  switch (status) {
    case 'pending':
      return expiresMs <= nowMs || !(meeting.status === 'held' || canMove(meeting, nowMs))
        ? 'expired'
        : 'open';
    case 'expired':
      return decisionMs !== null && decisionMs < expiresMs ? 'superseded' : 'expired';
    case 'approved':
    case 'declined':
    case 'withdrawn':
    case 'replaced':
      return status;
  }
}

/** @param asked who is to decide, and what they are about to */
export function standingForAsked(
  asked: { attendeeId: AttendeeId; decision: 'approve' | 'decline' },
  proposal: StoredProposal,
  meeting: StoredMeeting,
  nowMs: Instant,
): AskedStanding {
  const standing = standingOf(proposal, meeting, nowMs);
  if (standing === 'declined' && proposal.decidedBy !== asked.attendeeId) return 'declinedByOther';
  const approved = !proposal.waitsFor.includes(asked.attendeeId);
  // Whoever has approved may still decline.
  return standing === 'open' && asked.decision === 'approve' && approved ? 'agreed' : standing;
}
