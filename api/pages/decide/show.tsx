import type { Context } from 'koa';
import { findLink, type LinkView } from '../../../adapters/postgres/links.ts';
import { recordTokenUse } from '../../../adapters/postgres/token-audit.ts';
import type { RefusalCode } from '../../../domain/meeting/decision.ts';
import type { ApiDeps } from '../../deps.ts';
import { isFor } from '../../links/open.ts';
import { refuseLink } from '../../links/open.ts';
import { linkReader } from '../links/link-reader.ts';
import { sendLinkProblem } from '../links/send-problem.tsx';
import { canMove } from '../links/standing.ts';
import { refusalStatus } from '../refusal-status.ts';
import { sendPage } from '../render.tsx';
import { readerZone } from '../time/zone.ts';
import { refusalWords } from '../words.ts';
import type { DecidePage } from './context.ts';
import { DecideOutcome } from './outcome.tsx';
import { decideStanding } from './standing.ts';
import { DecideQuestion } from './question.tsx';

interface Asked {
  decision: 'approve' | 'decline';
  token: string;
  zone: string;
}

/** The link as it stands, when it is one that this page is for; otherwise the reader has been told. */
export async function linkToShow(ctx: Context, deps: ApiDeps, asked: Asked): Promise<LinkView | null> {
  const link = await findLink(deps.knex, asked.token);
  if (link?.proposal && isFor(link, asked.decision)) return link;
  const problem = await refuseLink(deps, link ? 'link-foreign' : 'link-unknown', link);
  sendLinkProblem(ctx, deps, { code: problem.code, link, token: asked.token });
  return null;
}

/** Shows the question, or what was decided. With `refused`: why a press of the button changed nothing. */
export async function showDecision(
  ctx: Context,
  deps: ApiDeps,
  asked: Asked,
  refused?: RefusalCode,
): Promise<void> {
  const link = await linkToShow(ctx, deps, asked);
  if (!link?.proposal) return;
  const nowMs = deps.clock.nowMs();
  const zone = readerZone(asked.zone, link.reader.timezone);
  const page: DecidePage = {
    decision: asked.decision,
    link,
    proposal: link.proposal,
    token: asked.token,
    zone,
    reader: linkReader(ctx, deps.texts, link, { t: asked.token, zone: asked.zone }),
    nowMs,
  };
  const refusal = refused && refusalWords(refused, link.attendeeId, page.reader.t);
  const open = link.proposal.status !== 'pending' || canMove(link, nowMs);
  const standing = open ? decideStanding(asked.decision, link, link.proposal, nowMs) : 'expired';
  if (standing === 'expired' && !refused) await refuseLink(deps, 'link-expired', link);
  else if (!refused) await recordTokenUse(deps.knex, { link, what: link.usedMs === null ? 'shown' : 'used' });
  const status = refused ? refusalStatus(ctx, refused, nowMs) : standing === 'expired' ? 410 : 200;
  sendPage(
    ctx,
    page.reader,
    standing === 'open' ? (
      <DecideQuestion page={page} refusal={refusal} />
    ) : (
      <DecideOutcome page={page} standing={standing} refusal={refusal} />
    ),
    { status },
  );
}
