import type { ApiDeps } from '../deps.ts';
import { openLink, refuseLink, spending } from './open.ts';

const EVENTS = { approve: 'approved', decline: 'declined' } as const;

/**
 * Approves or declines the proposal that a link is bound to. The same again has no second effect.
 *
 * @throws LinkProblem `link-used` when it was decided before; MeetingRefused, MeetingNotRunning, EngineUnavailable
 */
export async function decideByLink(
  deps: ApiDeps,
  input: { token: string; decision: 'approve' | 'decline' },
): Promise<void> {
  const link = await openLink(deps, input.token, input.decision);
  const { proposal } = link;
  if (proposal?.status !== 'pending') throw await refuseLink(deps, 'link-used', link);
  if (link.expiresMs <= deps.clock.nowMs()) throw await refuseLink(deps, 'link-expired', link);
  await spending(deps, link, 'spent', () =>
    deps.meetings.update(link.uid, {
      type: EVENTS[input.decision],
      key: `${input.decision}/${proposal.id}/${link.attendeeId}`,
      door: 'link',
      attendeeId: link.attendeeId,
      proposalId: proposal.id,
      linkId: link.id,
    }),
  );
}
