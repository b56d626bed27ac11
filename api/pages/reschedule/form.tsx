import { LONGEST_NOTE } from '../../../commands/links/propose-by-link.ts';
import type { TimeRange } from '../../../domain/time/instant.ts';
import { formatMoment } from '../../../adapters/texts/times.ts';
import { LanguageField } from '../components/language-chooser.tsx';
import { MessagePage } from '../components/message-page.tsx';
import { RefusalNotice } from '../components/notice.tsx';
import { TimeCard } from '../components/time-card.tsx';
import { ZoneSelect } from '../components/zone-picker.tsx';
import { localOf, resolveLocal } from '../time/local.ts';
import { placeOf } from '../time/zone.ts';
import { askedValues, zonesBeside, type RefusalWords } from '../words.ts';
import type { ReschedulePage } from './context.ts';
import { ErrorSummary, Field, fieldProps } from './field.tsx';
import { fieldsOf, type FieldError, type ProposalFields } from './fields.ts';
import { lengthChoices } from './lengths.ts';
import { Preview } from './preview.tsx';

export interface ProposalFormProps {
  page: ReschedulePage;
  fields: ProposalFields;
  /** Names this form, so that sending it twice is one request. */
  requestKey: string;
  errors?: readonly FieldError[];
  refusal?: RefusalWords | undefined;
  /** The page is the answer to a POST and cannot be opened again by its address. */
  posted?: boolean;
  /** The time that the link suggested. */
  suggested: TimeRange | null;
}

/** The form that asks for a new time, or for yet another one. */
export function ProposalForm({
  page,
  fields,
  requestKey,
  errors = [],
  refusal,
  posted = false,
  suggested,
}: ProposalFormProps) {
  const { link, token, zone, reader, nowMs } = page;
  const { t } = reader;
  const asked = askedValues(link, reader);
  const replacing = link.proposal?.status === 'pending';
  const title = t(replacing ? 'page.reschedule.change' : 'page.reschedule.title');
  const ownMinutes = Math.round((link.meeting.endMs - link.meeting.startMs) / 60_000);
  const elsewhere = zonesBeside(link);
  return (
    <MessagePage
      title={title}
      about={link.meeting.title}
      lead={t('page.reschedule.lead', asked)}
      productName={link.tenantProductName}
    >
      <RefusalNotice refusal={refusal} />
      <ErrorSummary errors={errors} />
      <div class="times two">
        <TimeCard
          label={t('page.card.now')}
          time={link.meeting}
          zone={zone.name}
          look="plain"
          elsewhere={elsewhere}
        />
        <Preview time={chosenTime(page, fields)} zone={zone.name} />
      </div>
      <form
        method="post"
        action="/reschedule"
        class="stack-l"
        novalidate={posted}
        data-propose=""
        data-place={placeOf(zone.name)}
        data-in-zone={zone.name}
        data-current={currentFields(page)}
        data-locale={reader.locale}
        data-range={t('time.range', { start: '{start}', end: '{end}' })}
        data-clock-and-day={t('time.clockAndDay', { clock: '{clock}', day: '{day}' })}
      >
        <input type="hidden" name="r" value={token} />
        <input type="hidden" name="key" value={requestKey} />
        <input type="hidden" name="shown" value={zone.name} />
        {suggested && (
          <>
            <input type="hidden" name="start" value={new Date(suggested.startMs).toISOString()} />
            <input type="hidden" name="end" value={new Date(suggested.endMs).toISOString()} />
          </>
        )}
        <LanguageField />
        {/* Enter in a field sends the request, and does not change the zone. */}
        <button
          class="visually-hidden"
          type="submit"
          name="action"
          value="propose"
          tabIndex={-1}
          aria-hidden="true"
        >
          {t('page.reschedule.send')}
        </button>
        <div class="fields three">
          <Field name="date" label={t('page.reschedule.date')} errors={errors}>
            <input
              type="date"
              required
              min={localOf(nowMs, zone.name).date}
              value={fields.date}
              {...fieldProps('date', errors)}
            />
          </Field>
          <Field name="time" label={t('page.reschedule.start')} errors={errors}>
            <input type="time" required step={60} value={fields.time} {...fieldProps('time', errors)} />
          </Field>
          <Field name="minutes" label={t('page.reschedule.length')} errors={errors}>
            <select {...fieldProps('minutes', errors)}>
              {lengthChoices(ownMinutes, fields.minutes, reader).map(({ minutes, label }) => (
                <option value={minutes} selected={String(minutes) === fields.minutes}>
                  {label}
                </option>
              ))}
            </select>
          </Field>
        </div>
        <div class="zonebar">
          <ZoneSelect zone={zone} byAddress={!posted} label={t('page.zone.field')} />
          <button
            class="button quiet compact"
            type="submit"
            name="action"
            value="zone"
            formNoValidate
            data-zone-apply=""
          >
            {t('page.zone.apply')}
          </button>
        </div>
        <Field
          name="note"
          label={t('page.reschedule.note', asked)}
          errors={errors}
          hint={t('page.reschedule.noteHint')}
        >
          <textarea rows={3} maxLength={LONGEST_NOTE} {...fieldProps('note', errors, true)}>
            {fields.note}
          </textarea>
        </Field>
        <div class="actions">
          <button class="button" type="submit" name="action" value="propose">
            {t(replacing ? 'page.reschedule.sendChanged' : 'page.reschedule.send')}
          </button>
        </div>
      </form>
      <p class="small muted">
        {t('page.reschedule.linkUntil', { until: formatMoment(link.expiresMs, zone.name, reader) })}
      </p>
    </MessagePage>
  );
}

/** The time in the fields, once it is another one than the meeting's. */
function chosenTime({ link, zone }: ReschedulePage, fields: ProposalFields): TimeRange | null {
  const start = resolveLocal(fields, zone.name);
  const lengthMs = Number(fields.minutes) * 60_000;
  if (start.kind !== 'instant' || !(lengthMs > 0)) return null;
  const time = { startMs: start.ms, endMs: start.ms + lengthMs };
  return time.startMs === link.meeting.startMs && time.endMs === link.meeting.endMs ? null : time;
}

/** What the fields hold for the meeting's own time; the script tells by it whether anything was chosen. */
function currentFields({ link, zone }: ReschedulePage): string {
  const { date, time, minutes } = fieldsOf(link.meeting, zone.name);
  return `${date}T${time}/${minutes}`;
}
