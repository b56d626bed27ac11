import type { TimeRange } from '../../../domain/meeting/state.ts';
import { Notice } from '../components/notice.tsx';
import { TimeCard } from '../components/time-card.tsx';
import { ZoneSelect } from '../components/zone-picker.tsx';
import { Layout } from '../layout.tsx';
import { formatMoment, isoOf } from '../time/format.ts';
import { localOf, resolveLocal } from '../time/local.ts';
import { placeOf } from '../time/zone.ts';
import { counterpartName, type RefusalWords } from '../words.ts';
import type { ReschedulePage } from './context.ts';
import { ErrorSummary, Field, fieldProps } from './field.tsx';
import { fieldsOf, NOTE_LIMIT, type FieldError, type ProposalFields } from './fields.ts';
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
}

/** The form that asks for a new time, or for yet another one. */
export function ProposalForm({
  page,
  fields,
  requestKey,
  errors = [],
  refusal,
  posted = false,
}: ProposalFormProps) {
  const { link, token, zone, nowMs } = page;
  const other = counterpartName(link);
  const replacing = link.proposal?.status === 'pending';
  const title = replacing ? 'Change your request' : 'Request a new time';
  const ownMinutes = Math.round((link.meeting.endMs - link.meeting.startMs) / 60_000);
  const elsewhere = [link.counterpart.timezone, 'UTC'];
  return (
    <Layout title={title} productName={link.tenantProductName}>
      <div class="sheet stack-l">
        <div class="heading">
          <p class="eyebrow">{link.meeting.title}</p>
          <h1>{title}</h1>
          <p class="lead">
            Choose a time that suits you. We ask {other}, and nothing changes until they approve.
          </p>
        </div>
        {refusal && (
          <Notice kind="bad" title={refusal.title}>
            <p>{refusal.text}</p>
          </Notice>
        )}
        <ErrorSummary errors={errors} />
        <div class="times two">
          <TimeCard label="Now" time={link.meeting} zone={zone.name} look="plain" elsewhere={elsewhere} />
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
        >
          <input type="hidden" name="r" value={token} />
          <input type="hidden" name="key" value={requestKey} />
          <input type="hidden" name="shown" value={zone.name} />
          {/* Enter in a field sends the request, and does not change the zone. */}
          <button
            class="visually-hidden"
            type="submit"
            name="action"
            value="propose"
            tabIndex={-1}
            aria-hidden="true"
          >
            Send request
          </button>
          <div class="fields three">
            <Field name="date" label="Date" errors={errors}>
              <input
                type="date"
                required
                min={localOf(nowMs, zone.name).date}
                value={fields.date}
                {...fieldProps('date', errors)}
              />
            </Field>
            <Field name="time" label="Start" errors={errors}>
              <input type="time" required step={60} value={fields.time} {...fieldProps('time', errors)} />
            </Field>
            <Field name="minutes" label="Length" errors={errors}>
              <select {...fieldProps('minutes', errors)}>
                {lengthChoices(ownMinutes, fields.minutes).map(({ minutes, label }) => (
                  <option value={minutes} selected={String(minutes) === fields.minutes}>
                    {label}
                  </option>
                ))}
              </select>
            </Field>
          </div>
          <div class="zonebar">
            <ZoneSelect zone={zone} byAddress={!posted} label="Time zone" />
            <button
              class="button quiet compact"
              type="submit"
              name="action"
              value="zone"
              formNoValidate
              data-zone-apply=""
            >
              Show in this zone
            </button>
          </div>
          <Field
            name="note"
            label={`A note for ${other} (optional)`}
            errors={errors}
            hint="E-mail addresses in it are hidden."
          >
            <textarea rows={3} maxLength={NOTE_LIMIT} {...fieldProps('note', errors, true)}>
              {fields.note}
            </textarea>
          </Field>
          <div class="actions">
            <button class="button" type="submit" name="action" value="propose">
              {replacing ? 'Send changed request' : 'Send request'}
            </button>
          </div>
        </form>
        <p class="small muted">
          This link works until{' '}
          <time dateTime={isoOf(link.expiresMs)}>{formatMoment(link.expiresMs, zone.name)}</time>.
        </p>
      </div>
    </Layout>
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
