import type { Context } from 'koa';
import { findLink } from '../../../adapters/postgres/links.ts';
import { heldAnswer } from '../../../adapters/postgres/inbound/held.ts';
import { recordTokenUse } from '../../../adapters/postgres/token-audit.ts';
import { heldProblem } from '../../../domain/meeting/held.ts';
import type { ApiDeps } from '../../deps.ts';
import { isFor } from '../../links/open.ts';
import { refuseLink } from '../../links/open.ts';
import type { LinkProblemCode } from '../../links/problem.ts';
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
  const link = await findLink(deps.knex, asked.token);
  const held = link && isFor(link, 'confirm') ? await heldAnswer(deps.knex, link.id) : null;
  const refuse = async (code: LinkProblemCode) => {
    await refuseLink(deps, code, link);
    sendLinkProblem(ctx, deps, { code, link, token: asked.token });
  };
  if (!link) return refuse('link-unknown');
  if (!held) return refuse('link-foreign');
  if (held.settled !== null) {
    await recordTokenUse(deps.knex, { link, what: 'used' });
    return sendPage(
      ctx,
      linkReader(ctx, deps.texts, link),
      <ConfirmOutcome link={link} held={held} token={asked.token} sent={asked.sent} />,
    );
  }
  // Nobody is asked for what could not count any more.
  if (heldProblem(held, link.meeting, deps.clock.nowMs()) !== null) {
    await recordTokenUse(deps.knex, { link, what: 'shown' });
    const page = <ConfirmOutcome link={link} held={held} token={asked.token} sent={asked.sent} />;
    return sendPage(ctx, linkReader(ctx, deps.texts, link), page);
  }
  if (link.expiresMs <= deps.clock.nowMs()) return refuse('link-expired');
  await recordTokenUse(deps.knex, { link, what: 'shown' });
  const zone = readerZone(asked.zone, link.reader.timezone);
  const question = <ConfirmQuestion link={link} held={held} token={asked.token} zone={zone} />;
  sendPage(ctx, linkReader(ctx, deps.texts, link), question);
}
