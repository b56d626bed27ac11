import type { LinkProposal, LinkView } from '../../../adapters/postgres/links.ts';
import type { Instant } from '../../../domain/time/instant.ts';

/** The meeting can still get another time. */
export const canMove = (link: LinkView, nowMs: Instant): boolean =>
  link.meeting.status === 'scheduled' && link.meeting.startMs > nowMs;

/** What became of the proposal that a link is about. */
export type Standing =
  | 'open'
  | 'approved'
  | 'declined'
  | 'withdrawn'
  | 'replaced'
  | 'expired'
  /** The meeting changed in another way first. */
  | 'superseded';

export function standingOf(proposal: LinkProposal, nowMs: Instant): Standing {
  switch (proposal.status) {
    case 'pending':
      return proposal.expiresMs <= nowMs ? 'expired' : 'open';
    case 'expired':
      return proposal.decisionMs !== null && proposal.decisionMs < proposal.expiresMs
        ? 'superseded'
        : 'expired';
    case 'approved':
    case 'declined':
    case 'withdrawn':
    case 'replaced':
      return proposal.status;
  }
}
