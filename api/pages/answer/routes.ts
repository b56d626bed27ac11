import { randomUUID } from 'node:crypto';
import type Router from '@koa/router';
import type { Context } from 'koa';
import { answerByLink, type AnswerInput } from '../../../commands/links/answer-by-link.ts';
import { isFor } from '../../../policies/link-holder.ts';
import { linkOf } from '../../../queries/links.ts';
import type { ApiDeps } from '../../deps.ts';
import { queryText, readForm } from '../form-body.ts';
import { refusedPress } from '../links/refused-press.ts';
import { chosenLanguage } from '../reader.ts';
import { pathTo, seeOther } from '../render.tsx';
import { answerNamed, nameOfAnswer } from '../../../domain/meeting/links.ts';
import type { Asked } from './asked.ts';
import { askToCancel, cancel } from './cancel.tsx';
import { showAnswer } from './show.tsx';

/** GET and POST of /answer, where an invitation is answered, and of /answer/cancel. */
export function answerRoutes(router: Router, deps: ApiDeps): void {
  router.get('/answer', (ctx) => look(ctx, deps, askedIn(ctx)));
  router.post('/answer', (ctx) => press(ctx, deps));
  router.get('/answer/cancel', (ctx) => askToCancel(ctx, deps, askedIn(ctx)));
  router.post('/answer/cancel', (ctx) => cancel(ctx, deps));
}

const askedIn = (ctx: Context): Asked => ({
  token: queryText(ctx, 't'),
  answer: answerNamed(queryText(ctx, 'as')),
  zone: queryText(ctx, 'zone'),
});

async function look(ctx: Context, deps: ApiDeps, asked: Asked): Promise<void> {
  const atOnce = await givenAtOnce(ctx, deps, asked);
  const refused = atOnce && (await refusedPress(answerByLink(deps, atOnce)));
  await showAnswer(ctx, deps, asked, refused ?? undefined);
}

/** Where one-click links are wanted, a GET answers; a HEAD, which is what a machine sends, never does. */
async function givenAtOnce(
  ctx: Context,
  deps: ApiDeps,
  { token, answer }: Asked,
): Promise<AnswerInput | null> {
  if (ctx.method !== 'GET' || answer === null) return null;
  const link = await linkOf(deps, token);
  if (!link?.oneClick || !isFor(link, 'answer') || link.answer === answer) return null;
  return { token, partstat: answer, sequence: link.meeting.sequence, requestKey: randomUUID() };
}

async function press(ctx: Context, deps: ApiDeps): Promise<void> {
  const form = await readForm(ctx);
  const [token, zone] = [form.get('t') ?? '', form.get('zone') ?? ''];
  const answer = answerNamed(form.get('as') ?? '');
  const asked = { token, zone, answer };
  const sequence = Number(form.get('sequence') ?? NaN);
  if (answer === null || !Number.isSafeInteger(sequence)) return showAnswer(ctx, deps, asked);
  const requestKey = form.get('key')?.slice(0, 100) || randomUUID();
  const refused = await refusedPress(answerByLink(deps, { token, partstat: answer, sequence, requestKey }));
  if (refused) return showAnswer(ctx, deps, asked, refused);
  const lang = chosenLanguage(ctx);
  seeOther(ctx, pathTo('/answer', { t: token, as: nameOfAnswer(answer), zone, lang }));
}
