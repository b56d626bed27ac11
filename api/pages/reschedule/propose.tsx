import { createHash, randomUUID } from 'node:crypto';
import type { Context } from 'koa';
import { refusalOf } from '../../../activities/meeting/meetings.ts';
import { LinkProblem } from '../../../commands/links/link-problem.ts';
import { proposeByLink } from '../../../commands/links/propose-by-link.ts';
import type { TimeRange } from '../../../domain/time/instant.ts';
import type { ApiDeps } from '../../deps.ts';
import { limitsOf } from '../../limits/request.ts';
import { filledIn, refusedIn } from '../forms/submitted.ts';
import { pathTo, seeOther, sendPage } from '../render.tsx';
import { isZone } from '../time/zone.ts';
import { refusalWords } from '../words.ts';
import type { ReschedulePage } from './context.ts';
import { inZone, PROPOSAL_FORM, readFields, type ProposalFields } from './fields.ts';
import { ProposalForm, type ProposalFormProps } from './form.tsx';
import { pageOf, showReschedule, untouchedTime, type Asked } from './show.tsx';

/** Takes the form: shows it again in another zone or with what is wrong, or sends the request. */
export async function takeForm(
  ctx: Context,
  deps: ApiDeps,
  asked: Asked,
  form: URLSearchParams,
): Promise<void> {
  const page = await pageOf(ctx, deps, asked);
  if (!page) return;
  const fields = filledIn(PROPOSAL_FORM, form);
  const { suggested } = asked;
  const requestKey = keyOf(form);
  const zone = page.zone.name;
  if (form.get('action') === 'zone') return showInZone(ctx, page, fields, suggested, form);

  const { values: time, again } = readFields(fields, zone, page.nowMs, page.reader);
  if (!time) return showAgain(ctx, { page, suggested, requestKey, filled: again });
  try {
    await limitsOf(ctx).count('proposals');
    await proposeByLink(deps, {
      token: asked.token,
      ...time,
      note: fields.note,
      // A form that was changed and sent again is another request.
      requestKey: `${requestKey}/${digest(JSON.stringify([time, fields.note]))}`,
    });
  } catch (error) {
    if (error instanceof LinkProblem) return showReschedule(ctx, deps, asked, 'link-used');
    const code = refusalOf(error);
    if (!code) throw error;
    const refusal = refusalWords(code, page.link, page.reader.t);
    if (!refusal.again) return showReschedule(ctx, deps, asked, code);
    const text = page.reader.t('page.refusal.together', { title: refusal.title, text: refusal.text });
    return showAgain(ctx, { page, suggested, requestKey, filled: refusedIn(again, 'time', text) });
  }
  seeOther(ctx, pathTo('/reschedule', { r: asked.token, zone, lang: page.reader.chosen }));
}

function showInZone(
  ctx: Context,
  page: ReschedulePage,
  fields: ProposalFields,
  suggested: TimeRange | null,
  form: URLSearchParams,
): void {
  const shown = form.get('shown');
  const untouched = untouchedTime(page, suggested);
  const typed = isZone(shown) ? inZone(fields, shown, page.zone.name, untouched) : fields;
  const filled = { typed, errors: [] };
  sendPage(
    ctx,
    page.reader,
    <ProposalForm {...{ page, suggested, filled }} requestKey={keyOf(form)} posted />,
  );
}

function showAgain(ctx: Context, again: ProposalFormProps): void {
  sendPage(ctx, again.page.reader, <ProposalForm {...again} posted />, { status: 422 });
}

const keyOf = (form: URLSearchParams): string => form.get('key')?.slice(0, 100) || randomUUID();

const digest = (text: string): string => createHash('sha256').update(text).digest('base64url');
