import type Router from '@koa/router';
import type { Context } from 'koa';
import { refusalOf } from '../../../activities/meeting/meetings.ts';
import { LinkProblem } from '../../../commands/links/link-problem.ts';
import { withdrawByLink } from '../../../commands/links/withdraw-by-link.ts';
import type { TimeRange } from '../../../domain/time/instant.ts';
import type { ApiDeps } from '../../deps.ts';
import { queryText, readForm } from '../form-body.ts';
import { chosenLanguage } from '../reader.ts';
import { pathTo, seeOther } from '../render.tsx';
import { takeSlotForm } from './move.tsx';
import { takeForm } from './propose.tsx';
import { showReschedule, type Asked } from './show.tsx';

/** GET and POST of /reschedule. */
export function rescheduleRoutes(router: Router, deps: ApiDeps): void {
  router.get('/reschedule', (ctx) =>
    showReschedule(ctx, deps, {
      token: queryText(ctx, 'r'),
      zone: queryText(ctx, 'zone'),
      edit: queryText(ctx, 'edit') === '1',
      suggested: readRange(queryText(ctx, 'start'), queryText(ctx, 'end')),
      slotsFrom: queryText(ctx, 'from'),
    }),
  );
  router.post('/reschedule', async (ctx) => {
    const form = await readForm(ctx);
    const asked = {
      token: form.get('r') ?? '',
      zone: form.get('zone') ?? '',
      edit: form.get('edit') === '1',
      suggested: readRange(form.get('start') ?? '', form.get('end') ?? ''),
      slotsFrom: form.get('from') ?? '',
    };
    if (form.get('action') === 'move') return takeSlotForm(ctx, deps, asked, form);
    return form.get('action') === 'withdraw' ? withdraw(ctx, deps, asked) : takeForm(ctx, deps, asked, form);
  });
}

/** The time that a link suggests; whoever has the link could type any other. */
function readRange(start: string, end: string): TimeRange | null {
  const [startMs, endMs] = [Date.parse(start), Date.parse(end)];
  return endMs > startMs ? { startMs, endMs } : null;
}

async function withdraw(ctx: Context, deps: ApiDeps, asked: Asked): Promise<void> {
  try {
    await withdrawByLink(deps, asked);
  } catch (error) {
    const code = refusalOf(error);
    if (code) return showReschedule(ctx, deps, asked, code);
    if (!(error instanceof LinkProblem)) throw error;
  }
  seeOther(ctx, pathTo('/reschedule', { r: asked.token, zone: asked.zone, lang: chosenLanguage(ctx) }));
}
