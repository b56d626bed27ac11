import type { TimeRange } from '../../../domain/time/instant.ts';
import type { OfferedSlot } from '../../../domain/booking/offer.ts';
import type { Question } from '../../../domain/booking/event-type.ts';
import { Notice } from '../components/notice.tsx';
import { OneTime } from '../components/time-card.tsx';
import { Button } from '../forms/button.tsx';
import { ErrorSummary } from '../forms/error-summary.tsx';
import { Field, TextArea } from '../forms/field.tsx';
import { Form, useForm } from '../forms/form.tsx';
import { Select } from '../forms/select.tsx';
import type { Again } from '../forms/submitted.ts';
import { useReader } from '../reader.ts';
import { formatLine, isoOf } from '../time/format.ts';
import { hrefOf, pathOf } from './address.ts';
import type { BookingPage } from './context.ts';
import { bookingForm, fieldOf } from './fields.ts';
import { BookingFrame } from './frame.tsx';
import { People } from './people.tsx';
import { WORK_BITS } from './work.ts';
import { ZoneInForm } from './zone.tsx';
import { monthText } from './month.ts';
import { monthOf } from '../../../domain/time/calendar-days.ts';
import { dayAt } from '../../../domain/time/wall.ts';

export interface FormPageProps {
  page: BookingPage;
  time: TimeRange;
  /** Signed: see stamp.ts. */
  stamp: string;
  /** It was sent, and this is what is wrong with it. */
  again?: Again | undefined;
  /** Why it was not taken, where no field is to blame. */
  notice?: { title: string; text: string } | undefined;
  /** The time was taken: these are free. */
  nearest?: readonly OfferedSlot[] | undefined;
}

/** The fields that people do not see, and programs fill in. */
export const HONEYPOT = 'homepage';

const ID = 'field-';

/** Who comes, and what the host wants to know of them. */
export function FormPage({ page, time, stamp, again, notice, nearest }: FormPageProps) {
  const { asked, eventType, zone } = page;
  const { t } = useReader();
  const taken = nearest !== undefined;
  const start = isoOf(time.startMs);
  return (
    <BookingFrame
      page={page}
      title={t('page.book.form.title', { title: eventType.title })}
      works={page.asksWork}
    >
      <div class="sheet stack-l">
        <div class="heading">
          <People page={page} />
          <h1>{eventType.title}</h1>
          {eventType.location !== '' && <p class="lead">{eventType.location}</p>}
        </div>
        {taken && <Chosen page={page} time={time} taken />}
        {notice && (
          <Notice kind="warn" title={notice.title}>
            <p>{notice.text}</p>
          </Notice>
        )}
        <ErrorSummary errors={again?.errors ?? []} idOf={(field) => ID + field} />
        {!taken && <Chosen page={page} time={time} />}
        <Form
          action={pathOf(asked)}
          class="stack-l"
          of={bookingForm(eventType)}
          again={again ?? { typed: asked.prefill, errors: [] }}
          summarized
          novalidate={again !== undefined}
          data-work={page.asksWork ? String(WORK_BITS) : undefined}
          carried={{
            ...{ k: asked.k, site: asked.site, stamp, length: String(page.lengthMinutes) },
            // Nobody has chosen it, unless they choose another one.
            guessed: zone.source === 'unknown' ? zone.name : undefined,
            start: taken ? undefined : start,
            wanted: taken ? start : undefined,
            work: page.asksWork ? '' : undefined,
          }}
        >
          {nearest && <Nearest page={page} nearest={nearest} />}
          <OtherTimes page={page} time={time} />
          <div class="fields">
            <Field
              name="name"
              id={`${ID}name`}
              type="text"
              label={t('page.book.form.name')}
              autocomplete="name"
            />
            <Field
              name="email"
              id={`${ID}email`}
              type="email"
              label={t('page.book.form.email')}
              hint={t('page.book.form.emailHint')}
              autocomplete="email"
            />
            {eventType.questions.map((question) => (
              <Asked question={question} typed={(again?.typed ?? asked.prefill)[fieldOf(question.key)]} />
            ))}
          </div>
          <div class="visually-hidden" aria-hidden="true">
            <label>
              {t('page.book.form.honeypot')}
              <input name={HONEYPOT} type="text" tabIndex={-1} autocomplete="off" aria-hidden="true" />
            </label>
          </div>
          {page.asksWork && (
            <noscript>
              <p class="notice warn">{t('page.book.form.needsScript')}</p>
            </noscript>
          )}
          {nearest?.length !== 0 && (
            <div class="actions">
              <Button>{t(eventType.requiresApproval ? 'page.book.form.ask' : 'page.book.form.book')}</Button>
            </div>
          )}
          <ZoneInForm page={page} posted={again !== undefined} />
        </Form>
      </div>
    </BookingFrame>
  );
}

function Chosen({ page, time, taken = false }: { page: BookingPage; time: TimeRange; taken?: boolean }) {
  const { t } = useReader();
  return (
    <OneTime
      label={t(taken ? 'page.book.form.taken' : 'page.book.form.when')}
      time={time}
      zone={page.zone.name}
      look={taken ? 'gone' : 'new'}
      {...(page.eventType.lockedTimezone === null && { elsewhere: [page.member.timezone] })}
    />
  );
}

/** The way back to the month, with the day that was looked at. */
function OtherTimes({ page, time }: { page: BookingPage; time: TimeRange }) {
  const reader = useReader();
  const month = page.asked.month || monthText(monthOf(dayAt(page.clock, time.startMs)));
  return (
    <p>
      <a href={hrefOf(page.asked, reader, { start: '', month })}>{reader.t('page.book.form.other')}</a>
    </p>
  );
}

/** The times to choose from instead: none is chosen for the guest, who wanted another one. */
function Nearest({ page, nearest }: { page: BookingPage; nearest: readonly OfferedSlot[] }) {
  const reader = useReader();
  const id = `${ID}start`;
  const error = useForm().again?.errors.find(({ field }) => field === 'start');
  if (nearest.length === 0) return null;
  return (
    <fieldset class="nearest" aria-describedby={error && `${id}-error`}>
      <legend class="visually-hidden">{reader.t('page.book.form.nearest')}</legend>
      {error && (
        <p class="error" id={`${id}-error`}>
          {error.text}
        </p>
      )}
      {nearest.map((slot, nth) => (
        <label class="choice">
          <input
            type="radio"
            name="start"
            id={nth === 0 ? id : undefined}
            value={isoOf(slot.startMs)}
            required
          />
          <span>{formatLine(slot, page.zone.name, reader)}</span>
        </label>
      ))}
    </fieldset>
  );
}

/** A question of the event type's. */
function Asked({ question, typed }: { question: Question; typed: string | undefined }) {
  const { t } = useReader();
  const { key, kind, required, options = [] } = question;
  const label = required ? question.label : t('page.book.form.optional', { label: question.label });
  const field = { name: fieldOf(key), id: ID + fieldOf(key), label };
  switch (kind) {
    case 'long-text':
      return <TextArea {...field} rows={3} />;
    case 'choice':
      return (
        <Select
          {...field}
          value={typed ?? ''}
          options={[
            { value: '', label: t('page.book.form.choose') },
            ...options.map((option) => ({ value: option, label: option })),
          ]}
        />
      );
    case 'phone':
      return <Field {...field} type="tel" autocomplete="tel" />;
    case 'text':
      return <Field {...field} type="text" />;
  }
}
