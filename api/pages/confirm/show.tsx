import type { Context } from 'koa';
import { noteLook } from '../../../commands/links/link-uses.ts';
import { lookToConfirm } from '../../../commands/links/look-at-link.ts';
import type { ApiDeps } from '../../deps.ts';
import { linkReader } from '../links/link-reader.ts';
import { lookOrTell } from '../links/send-problem.tsx';
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
  const { token, sent } = asked;
  const looked = await lookOrTell(ctx, deps, token, lookToConfirm(deps, token));
  if (!looked) return;
  const { link, held, isAsked } = looked;
  await noteLook(deps, link, held.settled === null ? 'shown' : 'used');
  const zone = readerZone(asked.zone, link.reader.timezone);
  sendPage(
    ctx,
    linkReader(ctx, deps.texts, link),
    isAsked ? (
      <ConfirmQuestion link={link} held={held} token={token} zone={zone} />
    ) : (
      <ConfirmOutcome link={link} held={held} token={token} sent={sent} />
    ),
  );
}
