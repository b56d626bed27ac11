import type { LinkProposal, LinkView } from '../../../adapters/postgres/links.ts';
import type { Instant } from '../../../domain/time/instant.ts';
import { standingOf, type Standing } from '../links/standing.ts';

/** How a proposal stands for one who was asked: they may have approved it before others have, or others ended it. */
export type DecideStanding = Standing | 'agreed' | 'declinedByOther';

export function decideStanding(
  decision: 'approve' | 'decline',
  { attendeeId }: Pick<LinkView, 'attendeeId'>,
  proposal: LinkProposal,
  nowMs: Instant,
): DecideStanding {
  const standing = standingOf(proposal, nowMs);
  if (standing === 'declined' && proposal.decidedBy !== attendeeId) return 'declinedByOther';
  // Whoever has approved may still decline.
  if (standing === 'open' && decision === 'approve' && !proposal.waitsFor.includes(attendeeId))
    return 'agreed';
  return standing;
}
