import { randomUUID } from 'node:crypto';
import type { Context } from 'koa';
import { refusalOf } from '../../../activities/meeting/meetings.ts';
import { LinkProblem } from '../../../commands/links/link-problem.ts';
import { moveByLink } from '../../../commands/links/move-by-link.ts';
import type { ApiDeps } from '../../deps.ts';
import { limitsOf } from '../../limits/request.ts';
import { MessagePage } from '../components/message-page.tsx';
import { OneTime } from '../components/time-card.tsx';
import { pathTo, seeOther, sendPage } from '../render.tsx';
import { zonesBeside } from '../words.ts';
import type { ReschedulePage } from './context.ts';
import { pageOf, showReschedule, type Asked } from './show.tsx';

/** Takes another slot for the meeting, and says so. */
export async function takeSlotForm(
  ctx: Context,
  deps: ApiDeps,
  asked: Asked,
  form: URLSearchParams,
): Promise<void> {
  const startMs = Date.parse(form.get('slot') ?? '');
  if (!Number.isFinite(startMs)) return showReschedule(ctx, deps, asked, 'slot-taken');
  const page = await pageOf(ctx, deps, asked);
  if (!page) return;
  try {
    await limitsOf(ctx).count('proposals');
    const requestKey = form.get('key')?.slice(0, 100) || randomUUID();
    const done = await moveByLink(deps, {
      token: asked.token,
      startMs,
      requestKey: `${requestKey}/${startMs}`,
    });
    if (done === 'moved') return sendPage(ctx, page.reader, <Moved page={page} startMs={startMs} />);
  } catch (error) {
    if (error instanceof LinkProblem) return showReschedule(ctx, deps, asked, 'link-used');
    const code = refusalOf(error);
    if (!code) throw error;
    return showReschedule(ctx, deps, asked, code);
  }
  seeOther(ctx, pathTo('/reschedule', { r: asked.token, zone: page.zone.name, lang: page.reader.chosen }));
}

function Moved({ page: { link, zone, reader }, startMs }: { page: ReschedulePage; startMs: number }) {
  const { t } = reader;
  const time = { startMs, endMs: startMs + (link.meeting.endMs - link.meeting.startMs) };
  return (
    <MessagePage
      title={t('page.reschedule.slots.movedTitle')}
      about={link.meeting.title}
      badge={{ kind: 'good', text: t('page.reschedule.slots.movedBadge') }}
      lead={t('page.reschedule.slots.movedLead')}
      productName={link.tenantProductName}
    >
      <OneTime
        label={t('mail.label.newTime')}
        time={time}
        zone={zone.name}
        look="new"
        elsewhere={zonesBeside(link)}
      />
    </MessagePage>
  );
}
