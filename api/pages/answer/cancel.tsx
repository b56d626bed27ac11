import type { Context } from 'koa';
import { z } from 'zod';
import { cancelByLink } from '../../../commands/links/cancel-by-link.ts';
import { LONGEST_REASON } from '../../../commands/meetings/cancel-meeting.ts';
import { isTooLate, mayCancel } from '../../../domain/meeting/changing.ts';
import type { ApiDeps } from '../../deps.ts';
import { MessagePage } from '../components/message-page.tsx';
import { OneTime } from '../components/time-card.tsx';
import { ZoneForm } from '../components/zone-picker.tsx';
import { readForm } from '../form-body.ts';
import { Button } from '../forms/button.tsx';
import { defineForm } from '../forms/define-form.ts';
import { TextArea } from '../forms/field.tsx';
import { Form } from '../forms/form.tsx';
import { submitted, type Again } from '../forms/submitted.ts';
import { FixedPage } from '../links/fixed-page.tsx';
import { refusedPress } from '../links/refused-press.ts';
import { pathTo, seeOther, sendPage } from '../render.tsx';
import type { AnswerPage, Asked } from './asked.ts';
import { openPage, showAnswer } from './show.tsx';

const CANCEL_FORM = defineForm(z.object({ reason: z.string().max(LONGEST_REASON).default('') }));

/** Asks whether the meeting is to be cancelled for everybody; whoever may not do so gets the page of their answer. */
export async function askToCancel(ctx: Context, deps: ApiDeps, asked: Asked): Promise<void> {
  const page = await openPage(ctx, deps, asked);
  if (!page) return;
  if (!mayCancel(page.link.part, page.link.meeting)) return showAnswer(ctx, deps, asked);
  const { part, meeting } = page.link;
  const tooLate = isTooLate(part, meeting, deps.clock.nowMs()) && meeting.requestedBy === null;
  sendPage(ctx, page.reader, tooLate ? <NotToCancel page={page} /> : <CancelPage page={page} />);
}

/** It cannot be cancelled, and that is said before anybody is asked. */
function NotToCancel({ page: { link, token, zone, reader } }: { page: AnswerPage }) {
  const { t, chosen } = reader;
  const fixed = link.meeting.changeUntilMs === null ? 'never' : 'late';
  return (
    <FixedPage page={{ link, zone, reader }} fixed={fixed} action="/answer/cancel" fields={{ t: token }}>
      <p class="actions">
        <a
          class="button quiet"
          href={pathTo('/answer', { t: token, as: 'declined', zone: zone.name, lang: chosen })}
        >
          {t('page.answer.button', { answer: 'DECLINED' })}
        </a>
      </p>
    </FixedPage>
  );
}

/** Cancels it, and shows what became of it. */
export async function cancel(ctx: Context, deps: ApiDeps): Promise<void> {
  const form = await readForm(ctx);
  const asked = { token: form.get('t') ?? '', zone: form.get('zone') ?? '', answer: null };
  const page = await openPage(ctx, deps, asked);
  if (!page) return;
  const { t, chosen } = page.reader;
  const length = (form.get('reason') ?? '').trim().length;
  const { values, again } = submitted(CANCEL_FORM, form, () =>
    t('page.answer.cancel.tooLong', { limit: LONGEST_REASON, length }),
  );
  if (!values) return sendPage(ctx, page.reader, <CancelPage page={page} again={again} />, { status: 422 });
  const refused = await refusedPress(cancelByLink(deps, { token: asked.token, reason: values.reason }));
  if (refused === 'too-late-to-change') return askToCancel(ctx, deps, asked);
  if (refused) return showAnswer(ctx, deps, asked, refused);
  seeOther(ctx, pathTo('/answer', { t: asked.token, zone: asked.zone, lang: chosen }));
}

function CancelPage({ page, again }: { page: AnswerPage; again?: Again }) {
  const { link, token, zone, reader } = page;
  const { t, chosen } = reader;
  const isRequest = link.meeting.requestedBy !== null;
  return (
    <MessagePage
      title={t(isRequest ? 'page.answer.withdraw.title' : 'page.answer.cancel.title')}
      about={link.meeting.title}
      lead={t(isRequest ? 'page.answer.withdraw.lead' : 'page.answer.cancel.lead')}
      productName={link.tenantProductName}
    >
      <OneTime label={t('page.card.meeting')} time={link.meeting} zone={zone.name} look="plain" />
      <ZoneForm action="/answer/cancel" zone={zone} fields={{ t: token }} />
      <Form
        action="/answer/cancel"
        class="stack-l"
        of={CANCEL_FORM}
        again={again}
        carried={{ t: token, zone: zone.name }}
      >
        {!isRequest && (
          <TextArea
            name="reason"
            label={t('page.answer.cancel.reason')}
            hint={t('page.answer.cancel.reasonHint')}
            rows={3}
          />
        )}
        <div class="actions">
          <Button look="danger">
            {t(isRequest ? 'page.answer.withdraw.yes' : 'page.answer.cancel.yes')}
          </Button>
          {!isRequest && (
            <a class="button quiet" href={pathTo('/answer', { t: token, zone: zone.name, lang: chosen })}>
              {t('page.answer.cancel.no')}
            </a>
          )}
        </div>
      </Form>
    </MessagePage>
  );
}
