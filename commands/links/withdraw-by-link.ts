import { refuseLink, spending, type LinkDeps } from './link-uses.ts';
import { openLink } from './open-link.ts';

/**
 * Takes back the proposal that a "Request new time" link leads to.
 *
 * @throws LinkProblem `link-used` when there is none to take back; MeetingRefused, MeetingNotRunning, EngineUnavailable
 */
export async function withdrawByLink(deps: LinkDeps, input: { token: string }): Promise<void> {
  const link = await openLink(deps, input.token, 'propose');
  const { proposal } = link;
  if (proposal?.status === 'withdrawn') return;
  if (proposal?.status !== 'pending') throw await refuseLink(deps, 'link-used', link);
  await spending(deps, link, 'withdrawn', () =>
    deps.meetings.update(link.uid, {
      type: 'withdrawn',
      key: `withdraw/${proposal.id}`,
      door: 'link',
      attendeeId: link.attendeeId,
      proposalId: proposal.id,
      linkId: null,
    }),
  );
}
