import { heldProblem } from '../../domain/meeting/held.ts';
import { canMove } from '../../domain/meeting/moving.ts';
import { heldAnswerOf, type HeldView, type LinkProposal, type LinkView } from '../../queries/links.ts';
import { refuseLink, type LinkDeps } from './link-uses.ts';
import { openLink } from './open-link.ts';

type Deps = Pick<LinkDeps, 'knex' | 'clock' | 'metrics'>;

/** What the link's holder asks for, or may ask for. @throws LinkProblem once it leads to nothing any more */
export async function lookToPropose(deps: Deps, token: string): Promise<LinkView> {
  const link = await openLink(deps, token, 'propose');
  if (!link.attends) throw await refuseLink(deps, 'not-attending', link);
  if (link.proposal !== null) return link;
  if (link.usedMs !== null) throw await refuseLink(deps, 'link-used', link);
  const nowMs = deps.clock.nowMs();
  const over = link.expiresMs <= nowMs || !canMove(link.meeting, nowMs);
  if (over) throw await refuseLink(deps, 'link-expired', link);
  return link;
}

/** The invitation of the link's holder, and whether it can still be answered. @throws LinkProblem */
export async function lookToAnswer(deps: Deps, token: string): Promise<{ link: LinkView; isOpen: boolean }> {
  const link = await openLink(deps, token, 'answer');
  if (!link.attends) throw await refuseLink(deps, 'not-attending', link);
  const { meeting } = link;
  // Who waits for the hosts of a booking may take it back.
  if (meeting.requestedBy === link.attendeeId) return { link, isOpen: true };
  // The meeting may have moved since the link was made, and so has the time until which it works.
  return { link, isOpen: canMove(meeting, deps.clock.nowMs()) };
}

/** The link that an invitation can be answered with now. @throws LinkProblem also `link-expired` */
export async function openToAnswer(deps: Deps, token: string): Promise<LinkView> {
  const { link, isOpen } = await lookToAnswer(deps, token);
  if (!isOpen) throw await refuseLink(deps, 'link-expired', link);
  return link;
}

/** What the link's holder is asked for, or was. @throws LinkProblem */
export async function lookToDecide(
  deps: Deps,
  { token, decision }: { token: string; decision: 'approve' | 'decline' },
): Promise<{ link: LinkView; proposal: LinkProposal }> {
  const link = await openLink(deps, token, decision);
  if (!link.attends) throw await refuseLink(deps, 'not-attending', link);
  const { proposal } = link;
  if (!proposal) throw await refuseLink(deps, 'link-foreign', link);
  return { link, proposal };
}

/**
 * The answer in the name of the link's holder, and whether they are still asked: not for what could not count any more.
 *
 * @throws LinkProblem
 */
export async function lookToConfirm(
  deps: Deps,
  token: string,
): Promise<{ link: LinkView; held: HeldView; isAsked: boolean }> {
  const link = await openLink(deps, token, 'confirm');
  const held = await heldAnswerOf(deps, link);
  if (!held) throw await refuseLink(deps, 'link-foreign', link);
  // What they said of an earlier answer they may still look at, and take back.
  if (held.settled === null && !link.attends) throw await refuseLink(deps, 'not-attending', link);
  const nowMs = deps.clock.nowMs();
  const isAsked = held.settled === null && heldProblem(held, link.meeting, nowMs) === null;
  if (isAsked && link.expiresMs <= nowMs) throw await refuseLink(deps, 'link-expired', link);
  return { link, held, isAsked };
}
