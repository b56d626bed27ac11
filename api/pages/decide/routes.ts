import type Router from '@koa/router';
import type { Context } from 'koa';
import { decideByLink } from '../../../commands/links/decide-by-link.ts';
import { standingForAsked } from '../../../domain/meeting/standing.ts';
import { isFor } from '../../../policies/link-holder.ts';
import { linkOf } from '../../../queries/links.ts';
import type { ApiDeps } from '../../deps.ts';
import { queryText, readForm } from '../form-body.ts';
import { refusedPress } from '../links/refused-press.ts';
import { chosenLanguage } from '../reader.ts';
import { pathTo, seeOther } from '../render.tsx';
import { showDecision } from './show.tsx';

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
    const refused = await refusedPress(decideByLink(deps, asked));
    if (refused) return showDecision(ctx, deps, asked, refused);
  }
  return showDecision(ctx, deps, asked);
}

/** Where one-click links are wanted, a GET acts; a HEAD, which is what a machine sends, never does. */
async function actsAtOnce(
  ctx: Context,
  deps: ApiDeps,
  { token, decision }: { token: string; decision: Decision },
): Promise<boolean> {
  if (ctx.method !== 'GET') return false;
  const link = await linkOf(deps, token);
  if (!link?.proposal || !link.oneClick || !isFor(link, decision)) return false;
  const who = { attendeeId: link.attendeeId, decision };
  return standingForAsked(who, link.proposal, link.meeting, deps.clock.nowMs()) === 'open';
}

async function press(ctx: Context, deps: ApiDeps, decision: Decision): Promise<void> {
  const form = await readForm(ctx);
  const asked = { decision, token: form.get('t') ?? '', zone: form.get('zone') ?? '' };
  const refused = await refusedPress(decideByLink(deps, asked));
  if (refused) return showDecision(ctx, deps, asked, refused);
  seeOther(ctx, pathTo(`/${decision}`, { t: asked.token, zone: asked.zone, lang: chosenLanguage(ctx) }));
}
