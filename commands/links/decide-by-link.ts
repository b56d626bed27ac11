import { refusalOf } from '../../activities/meeting/meetings.ts';
import { linkOf, type LinkView } from '../../queries/links.ts';
import { LinkProblem } from './link-problem.ts';
import { refuseLink, spending, type LinkDeps } from './link-uses.ts';
import { openLink } from './open-link.ts';

export interface DecideInput {
  token: string;
  decision: 'approve' | 'decline';
}

const EVENTS = { approve: 'approved', decline: 'declined' } as const;

/**
 * Approves or declines the proposal that a link is bound to. The same again has no second effect, and is no error.
 *
 * @throws LinkProblem `link-used` when it was decided otherwise before; MeetingRefused, MeetingNotRunning, EngineUnavailable
 */
export async function decideByLink(deps: LinkDeps, input: DecideInput): Promise<void> {
  try {
    await decide(deps, input);
  } catch (error) {
    const refused = error instanceof LinkProblem ? error.code === 'link-used' : refusalOf(error) !== null;
    if (!refused || !decidedSo(await linkOf(deps, input.token), input.decision)) throw error;
  }
}

async function decide(deps: LinkDeps, { token, decision }: DecideInput): Promise<void> {
  const link = await openLink(deps, token, decision);
  const { proposal } = link;
  if (proposal?.status !== 'pending') throw await refuseLink(deps, 'link-used', link);
  if (link.expiresMs <= deps.clock.nowMs()) throw await refuseLink(deps, 'link-expired', link);
  await spending(deps, link, 'spent', () =>
    deps.meetings.update(link.uid, {
      type: EVENTS[decision],
      key: `${decision}/${proposal.id}/${link.attendeeId}`,
      door: 'link',
      attendeeId: link.attendeeId,
      proposalId: proposal.id,
      linkId: link.id,
    }),
  );
}

/** Whether what the link's holder asks for has happened by their word. */
function decidedSo(link: LinkView | null, decision: DecideInput['decision']): boolean {
  if (!link?.proposal) return false;
  const { status, decidedBy, asked, waitsFor } = link.proposal;
  if (decision === 'decline') return status === 'declined' && decidedBy === link.attendeeId;
  const agreed = asked.includes(link.attendeeId) && !waitsFor.includes(link.attendeeId);
  return agreed && (status === 'approved' || status === 'pending');
}
