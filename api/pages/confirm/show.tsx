import type { Context } from 'koa';
import type { LinkProblemCode } from '../../../commands/links/link-problem.ts';
import { noteLook, refuseLink } from '../../../commands/links/link-uses.ts';
import { heldProblem } from '../../../domain/meeting/held.ts';
import { heldAnswerOf, linkOf } from '../../../queries/links.ts';
import type { ApiDeps } from '../../deps.ts';
import { linkReader } from '../links/link-reader.ts';
import { sendLinkProblem } from '../links/send-problem.tsx';
import { sendPage } from '../render.tsx';
import { readerZone } from '../time/zone.ts';
import { ConfirmOutcome } from './outcome.tsx';
import { ConfirmQuestion } from './question.tsx';

/** Shows the answer and asks, or tells what its party said of it. */
export async function showConfirmation(
  ctx: Context,
  deps: ApiDeps,
  asked: { token: string; zone: string; sent: boolean },
): Promise<void> {
  const link = await linkOf(deps, asked.token);
  const held = link && (await heldAnswerOf(deps, link));
  const nowMs = deps.clock.nowMs();
  const refuse = async (code: LinkProblemCode) =>
    sendLinkProblem(ctx, deps, await refuseLink(deps, code, link), asked.token);
  if (!link) return refuse('link-unknown');
  if (!held) return refuse('link-foreign');
  const reader = linkReader(ctx, deps.texts, link);
  // Nobody is asked for what could not count any more.
  if (held.settled !== null || heldProblem(held, link.meeting, nowMs) !== null) {
    await noteLook(deps, link, held.settled === null ? 'shown' : 'used');
    const { token, sent } = asked;
    return sendPage(ctx, reader, <ConfirmOutcome link={link} held={held} token={token} sent={sent} />);
  }
  if (link.expiresMs <= nowMs) return refuse('link-expired');
  await noteLook(deps, link, 'shown');
  const zone = readerZone(asked.zone, link.reader.timezone);
  sendPage(ctx, reader, <ConfirmQuestion link={link} held={held} token={asked.token} zone={zone} />);
}
