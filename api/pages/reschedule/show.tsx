import { randomUUID } from 'node:crypto';
import type { Context } from 'koa';
import { findLink } from '../../../adapters/postgres/links.ts';
import { recordTokenUse } from '../../../adapters/postgres/token-audit.ts';
import type { RefusalCode } from '../../../domain/meeting/decision.ts';
import type { TimeRange } from '../../../domain/time/instant.ts';
import type { ApiDeps } from '../../deps.ts';
import { isFor } from '../../links/open.ts';
import { refuseLink } from '../../links/open.ts';
import type { LinkProblemCode } from '../../links/problem.ts';
import { linkReader } from '../links/link-reader.ts';
import { sendLinkProblem } from '../links/send-problem.tsx';
import { canMove, standingOf } from '../links/standing.ts';
import { sendPage } from '../render.tsx';
import { readerZone } from '../time/zone.ts';
import { refusalStatus } from '../refusal-status.ts';
import { refusalWords } from '../words.ts';
import type { ReschedulePage } from './context.ts';
import { fieldsOf } from './fields.ts';
import { ProposalForm } from './form.tsx';
import { Settled } from './settled.tsx';
import { Waiting } from './waiting.tsx';

export interface Asked {
  token: string;
  zone: string;
  /** The reader wants to change an open request. */
  edit: boolean;
  /** What the form begins with, where the link says so. */
  suggested: TimeRange | null;
}

/** The page that a "Request new time" link stands for, or null when it works no more and the reader has been told. */
export async function pageOf(ctx: Context, deps: ApiDeps, asked: Asked): Promise<ReschedulePage | null> {
  const link = await findLink(deps.knex, asked.token);
  const nowMs = deps.clock.nowMs();
  const refuse = async (code: LinkProblemCode) => {
    await refuseLink(deps, code, link);
    sendLinkProblem(ctx, deps, { code, link, token: asked.token });
    return null;
  };
  if (!link) return refuse('link-unknown');
  if (!isFor(link, 'propose')) return refuse('link-foreign');
  if (link.proposal === null && link.usedMs !== null) return refuse('link-used');
  const over = link.expiresMs <= nowMs || !canMove(link, nowMs);
  if (link.proposal === null && over) return refuse('link-expired');
  const zone = readerZone(asked.zone, link.reader.timezone);
  const query = { r: asked.token, zone: asked.zone, ...(asked.edit && { edit: '1' }) };
  return { link, token: asked.token, zone, reader: linkReader(ctx, deps.texts, link, query), nowMs };
}

/** The time that stands in the form before anybody has typed. */
export const untouchedTime = ({ link }: ReschedulePage, suggested: TimeRange | null): TimeRange =>
  link.proposal ?? suggested ?? link.meeting;

/** Shows the form, the open request, or what became of it. With `refused`: why a press of a button changed nothing. */
export async function showReschedule(
  ctx: Context,
  deps: ApiDeps,
  asked: Asked,
  refused?: RefusalCode,
): Promise<void> {
  const page = await pageOf(ctx, deps, asked);
  if (!page) return;
  const { link, zone, reader, nowMs } = page;
  const refusal = refused && refusalWords(refused, link.attendeeId, reader.t);
  if (!refused) await recordTokenUse(deps.knex, { link, what: link.usedMs === null ? 'shown' : 'used' });
  const { proposal } = link;
  const status = refused ? refusalStatus(ctx, refused, nowMs) : 200;
  const standing =
    proposal &&
    (canMove(link, nowMs) || proposal.status !== 'pending' ? standingOf(proposal, nowMs) : 'expired');
  if (proposal && standing && standing !== 'open') {
    const settled = <Settled page={page} proposal={proposal} standing={standing} refusal={refusal} />;
    return sendPage(ctx, reader, settled, { status });
  }
  if (proposal && !asked.edit) {
    return sendPage(ctx, reader, <Waiting page={page} proposal={proposal} refusal={refusal} />, { status });
  }
  const { suggested } = asked;
  const typed = fieldsOf(untouchedTime(page, suggested), zone.name, proposal?.note);
  const shown = { page, filled: { typed, errors: [] }, suggested, requestKey: randomUUID(), refusal };
  sendPage(ctx, reader, <ProposalForm {...shown} />, { status });
}
