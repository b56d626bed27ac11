import { changeableUntil } from '../../../domain/meeting/changing.ts';
import type { Instant, TimeRange } from '../../../domain/time/instant.ts';
import { formatMoment } from '../../../adapters/texts/times.ts';
import { MessagePage } from '../components/message-page.tsx';
import { RefusalNotice } from '../components/notice.tsx';
import { TimeCard } from '../components/time-card.tsx';
import { ZoneSelect } from '../components/zone-picker.tsx';
import { Button } from '../forms/button.tsx';
import { ErrorSummary } from '../forms/error-summary.tsx';
import { Field, TextArea } from '../forms/field.tsx';
import { Form } from '../forms/form.tsx';
import { Select } from '../forms/select.tsx';
import type { Again } from '../forms/submitted.ts';
import { isoOf } from '../time/format.ts';
import { localOf, resolveLocal } from '../time/local.ts';
import { placeOf } from '../../../domain/time/zone-names.ts';
import { askedValues, isNobodyAsked, zonesBeside, type RefusalWords } from '../words.ts';
import type { ReschedulePage } from './context.ts';
import { fieldsOf, PROPOSAL_FORM, type ProposalFields } from './fields.ts';
import { lengthChoices } from './lengths.ts';
import { SlotChoice, type FreeSlots } from './slots.tsx';
import { Preview } from './preview.tsx';

export interface ProposalFormProps {
  page: ReschedulePage;
  /** Its fields, and what is wrong with them. */
  filled: Again<ProposalFields>;
  /** Names this form, so that sending it twice is one request. */
  requestKey: string;
  refusal?: RefusalWords | undefined;
  /** The page is the answer to a POST and cannot be opened again by its address. */
  posted?: boolean;
  /** What the event type offers; absent or null: nothing does. */
  free?: FreeSlots | null;
  /** The time that the link suggested. */
  suggested: TimeRange | null;
}

const fieldId = (name: string): string => `field-${name}`;

/** The form that asks for a new time, or for yet another one. */
export function ProposalForm({
  page,
  filled,
  requestKey,
  refusal,
  posted = false,
  suggested,
  free,
}: ProposalFormProps) {
  const { link, token, zone, reader, nowMs } = page;
  const { t } = reader;
  const asked = askedValues(link, reader);
  const replacing = link.proposal?.status === 'pending';
  const atOnce = isNobodyAsked(link);
  const send = t(sendKey(atOnce, replacing));
  const lead = t(atOnce ? 'page.reschedule.leadAtOnce' : 'page.reschedule.lead', asked);
  const title = t(replacing ? 'page.reschedule.change' : 'page.reschedule.title');
  const ownMinutes = Math.round((link.meeting.endMs - link.meeting.startMs) / 60_000);
  const elsewhere = zonesBeside(link);
  return (
    <MessagePage
      title={title}
      about={link.meeting.title}
      lead={free ? undefined : lead}
      productName={link.tenantProductName}
    >
      <RefusalNotice refusal={refusal} />
      <ErrorSummary errors={filled.errors} idOf={fieldId} />
      <div class="times two">
        <TimeCard
          label={t('page.card.now')}
          time={link.meeting}
          zone={zone.name}
          look="plain"
          elsewhere={elsewhere}
        />
        <Preview
          time={chosenTime(page, filled.typed)}
          zone={zone.name}
          gap={gapIn(page, filled.typed)}
          elsewhere={elsewhere}
        />
      </div>
      {free && <SlotChoice page={page} free={free} requestKey={requestKey} />}
      {free && (
        <div>
          <h2>{t('page.reschedule.slots.own')}</h2>
          <p class="muted">{lead}</p>
        </div>
      )}
      <Form
        action="/reschedule"
        class="stack-l"
        of={PROPOSAL_FORM}
        again={filled}
        summarized
        carried={{
          r: token,
          key: requestKey,
          shown: zone.name,
          start: suggested ? isoOf(suggested.startMs) : undefined,
          end: suggested ? isoOf(suggested.endMs) : undefined,
        }}
        novalidate={posted}
        data-propose=""
        data-place={placeOf(zone.name)}
        data-in-zone={zone.name}
        data-current={currentFields(page)}
        data-locale={reader.locale}
        data-range={t('time.range', { start: '{start}', end: '{end}' })}
        data-day-and-clock={t('time.dayAndClock', { day: '{day}', clock: '{clock}' })}
        data-clock-and-day={t('time.clockAndDay', { clock: '{clock}', day: '{day}' })}
      >
        {/* Enter in a field sends the request, and does not change the zone. */}
        <button
          class="visually-hidden"
          type="submit"
          name="action"
          value="propose"
          tabIndex={-1}
          aria-hidden="true"
        >
          {send}
        </button>
        <div class="fields three">
          <Field
            name="date"
            id={fieldId('date')}
            type="date"
            label={t('page.reschedule.date')}
            min={localOf(nowMs, zone.name).date}
          />
          <Field name="time" id={fieldId('time')} type="time" label={t('page.reschedule.start')} step={60} />
          <Select
            name="minutes"
            id={fieldId('minutes')}
            label={t('page.reschedule.length')}
            options={lengthChoices(ownMinutes, filled.typed.minutes, reader)}
            value={filled.typed.minutes}
          />
        </div>
        <div class="zonebar">
          <ZoneSelect zone={zone} byAddress={!posted} label={t('page.zone.field')} />
          <Button look="quiet compact" name="action" value="zone" formNoValidate data-zone-apply="">
            {t('page.zone.apply')}
          </Button>
        </div>
        <TextArea
          name="note"
          id={fieldId('note')}
          label={t('page.reschedule.note', asked)}
          hint={t('page.reschedule.noteHint')}
          rows={3}
        />
        <div class="actions">
          <Button name="action" value="propose">
            {send}
          </Button>
        </div>
      </Form>
      <p class="small muted">
        {t('page.reschedule.linkUntil', { until: formatMoment(worksUntil(link), zone.name, reader) })}
      </p>
    </MessagePage>
  );
}

/** The link may still open its page when it is too late to change anything. */
const worksUntil = ({ expiresMs, part, meeting }: ReschedulePage['link']): Instant =>
  Math.min(expiresMs, changeableUntil(part, meeting) ?? expiresMs);

function sendKey(atOnce: boolean, replacing: boolean) {
  if (atOnce) return 'page.reschedule.sendAtOnce';
  return replacing ? 'page.reschedule.sendChanged' : 'page.reschedule.send';
}

/** The time in the fields, once it is another one than the meeting's. */
function chosenTime({ link, zone }: ReschedulePage, fields: ProposalFields): TimeRange | null {
  const start = resolveLocal(fields, zone.name);
  const lengthMs = Number(fields.minutes) * 60_000;
  if (start.kind !== 'instant' || !(lengthMs > 0)) return null;
  const time = { startMs: start.ms, endMs: start.ms + lengthMs };
  return time.startMs === link.meeting.startMs && time.endMs === link.meeting.endMs ? null : time;
}

/** The time in the fields where the clocks skip it. */
function gapIn({ zone }: ReschedulePage, { date, time }: ProposalFields) {
  const start = resolveLocal({ date, time }, zone.name);
  return start.kind === 'gap' ? { time, nearest: start.suggestion.time } : null;
}

/** What the fields hold for the meeting's own time; the script tells by it whether anything was chosen. */
function currentFields({ link, zone }: ReschedulePage): string {
  const { date, time, minutes } = fieldsOf(link.meeting, zone.name);
  return `${date}T${time}/${minutes}`;
}
