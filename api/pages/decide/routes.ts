import type Router from '@koa/router';
import type { Context } from 'koa';
import { MeetingNotRunning, MeetingRefused } from '../../../activities/meeting/meetings.ts';
import { findLink, type LinkView } from '../../../adapters/postgres/links.ts';
import type { RefusalCode } from '../../../domain/meeting/decision.ts';
import type { ApiDeps } from '../../deps.ts';
import { isFor } from '../../links/open.ts';
import { decideByLink } from '../../links/decide.ts';
import { LinkProblem } from '../../links/problem.ts';
import { queryText, readForm } from '../form-body.ts';
import { canMove } from '../links/standing.ts';
import { chosenLanguage } from '../reader.ts';
import { pathTo, seeOther } from '../render.tsx';
import { showDecision } from './show.tsx';
import { decideStanding } from './standing.ts';

type Decision = 'approve' | 'decline';

/** GET and POST of /approve and /decline. */
export function decideRoutes(router: Router, deps: ApiDeps): void {
  for (const decision of ['approve', 'decline'] as const) {
    router.get(`/${decision}`, (ctx) => look(ctx, deps, decision));
    router.post(`/${decision}`, (ctx) => press(ctx, deps, decision));
  }
}

async function look(ctx: Context, deps: ApiDeps, decision: Decision): Promise<void> {
  const asked = { decision, token: queryText(ctx, 't'), zone: queryText(ctx, 'zone') };
  if (await actsAtOnce(ctx, deps, asked)) {
    const refused = await decide(deps, asked);
    if (refused) return showDecision(ctx, deps, asked, refused);
  }
  return showDecision(ctx, deps, asked);
}

/** Where one-click links are wanted, a GET acts; a HEAD, which is what a machine sends, never does. */
async function actsAtOnce(
  ctx: Context,
  deps: ApiDeps,
  asked: { token: string; decision: Decision },
): Promise<boolean> {
  if (ctx.method !== 'GET') return false;
  const link = await findLink(deps.knex, asked.token);
  if (!link?.proposal || !isFor(link, asked.decision)) return false;
  if (!link.oneClick) return false;
  const nowMs = deps.clock.nowMs();
  return canMove(link, nowMs) && decideStanding(asked.decision, link, link.proposal, nowMs) === 'open';
}

async function press(ctx: Context, deps: ApiDeps, decision: Decision): Promise<void> {
  const form = await readForm(ctx);
  const asked = { decision, token: form.get('t') ?? '', zone: form.get('zone') ?? '' };
  const refused = await decide(deps, asked);
  if (refused) return showDecision(ctx, deps, asked, refused);
  seeOther(ctx, pathTo(`/${decision}`, { t: asked.token, zone: asked.zone, lang: chosenLanguage(ctx) }));
}

/** @returns why nothing happened; null when it did, or when the page itself tells */
async function decide(
  deps: ApiDeps,
  asked: { token: string; decision: Decision },
): Promise<RefusalCode | null> {
  try {
    await decideByLink(deps, asked);
    return null;
  } catch (error) {
    const code = refusalOf(error);
    if (code === undefined) throw error;
    // The same press twice: what it asked for has happened.
    return code !== null && decidedSo(await findLink(deps.knex, asked.token), asked.decision) ? null : code;
  }
}

function refusalOf(error: unknown): RefusalCode | null | undefined {
  if (error instanceof MeetingRefused) return error.code;
  if (error instanceof MeetingNotRunning) return 'meeting-over';
  if (error instanceof LinkProblem) return error.code === 'link-used' ? 'link-used' : null;
  return undefined;
}

function decidedSo(link: LinkView | null, decision: Decision): boolean {
  if (!link?.proposal) return false;
  const { status, decidedBy, asked, waitsFor } = link.proposal;
  if (decision === 'decline') return status === 'declined' && decidedBy === link.attendeeId;
  const agreed = asked.includes(link.attendeeId) && !waitsFor.includes(link.attendeeId);
  return agreed && (status === 'approved' || status === 'pending');
}
