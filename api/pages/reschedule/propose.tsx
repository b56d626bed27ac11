import { createHash, randomUUID } from 'node:crypto';
import type { Context } from 'koa';
import { refusalOf } from '../../../activities/meeting/meetings.ts';
import { LinkProblem } from '../../../commands/links/link-problem.ts';
import { proposeByLink } from '../../../commands/links/propose-by-link.ts';
import type { TimeRange } from '../../../domain/time/instant.ts';
import type { ApiDeps } from '../../deps.ts';
import { limitsOf } from '../../limits/request.ts';
import { pathTo, seeOther, sendPage } from '../render.tsx';
import { isZone } from '../time/zone.ts';
import { refusalWords } from '../words.ts';
import type { ReschedulePage } from './context.ts';
import { fieldsFrom, inZone, readFields, type FieldError, type ProposalFields } from './fields.ts';
import { ProposalForm } from './form.tsx';
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
  const fields = fieldsFrom(form);
  const { suggested } = asked;
  const requestKey = keyOf(form);
  const zone = page.zone.name;
  if (form.get('action') === 'zone') return showInZone(ctx, { page, fields, suggested }, form);

  const { time, errors } = readFields(fields, zone, page.nowMs, page.reader);
  if (!time) return showAgain(ctx, { page, fields, suggested, requestKey, errors });
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
    return showAgain(ctx, {
      page,
      fields,
      suggested,
      requestKey,
      errors: [
        {
          field: 'time',
          text: page.reader.t('page.refusal.together', { title: refusal.title, text: refusal.text }),
        },
      ],
    });
  }
  seeOther(ctx, pathTo('/reschedule', { r: asked.token, zone, lang: page.reader.chosen }));
}

/** What the form is shown again with. */
interface Again {
  page: ReschedulePage;
  fields: ProposalFields;
  suggested: TimeRange | null;
}

function showInZone(ctx: Context, again: Again, form: URLSearchParams): void {
  const { page, fields, suggested } = again;
  const shown = form.get('shown');
  const untouched = untouchedTime(page, suggested);
  const moved = isZone(shown) ? inZone(fields, shown, page.zone.name, untouched) : fields;
  const shownAgain = <ProposalForm {...again} fields={moved} requestKey={keyOf(form)} posted />;
  sendPage(ctx, page.reader, shownAgain);
}

function showAgain(ctx: Context, again: Again & { requestKey: string; errors: FieldError[] }): void {
  sendPage(ctx, again.page.reader, <ProposalForm {...again} posted />, { status: 422 });
}

const keyOf = (form: URLSearchParams): string => form.get('key')?.slice(0, 100) || randomUUID();

const digest = (text: string): string => createHash('sha256').update(text).digest('base64url');
