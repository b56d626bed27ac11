import { formatMoment } from '../../../../adapters/texts/times.ts';
import type { HostReason } from '../../../../domain/booking/offer.ts';
import type { EventType } from '../../../../queries/event-types.ts';
import type { Explanation } from '../../../../queries/slots.ts';
import { zoneWords } from '../../components/zone-picker.tsx';
import { Notice } from '../../components/notice.tsx';
import { Button } from '../../forms/button.tsx';
import { Field } from '../../forms/field.tsx';
import { Form } from '../../forms/form.tsx';
import { Select } from '../../forms/select.tsx';
import { useReader } from '../../reader.ts';
import { pathTo } from '../../render.tsx';
import { HostPage, type HostFrame } from '../frame.tsx';
import { EVENT_TYPES, WHY } from '../paths.ts';
import { reasonWords } from './reason.ts';

/** As it stands in the address. */
export interface Asked {
  of: string;
  /** YYYY-MM-DD and HH:MM on the clocks of the host. */
  day: string;
  at: string;
  /** In minutes; empty: the first of the event type's. */
  length: string;
}

export type Answered =
  /** The clocks do not show that time on that day, or it is none. */
  | { kind: 'no-time' }
  | { kind: 'no-length'; eventType: EventType; minutes: number }
  | (Explanation & {
      kind: 'told';
      eventType: EventType;
      lengthMinutes: number;
      atMs: number;
      /** Of members, by their ids. */
      names: ReadonlyMap<string, string | null>;
      ownId: string;
    });

interface WhyPageProps extends HostFrame {
  eventTypes: readonly EventType[];
  asked: Asked;
  answered: Answered | null;
  timezone: string;
}

/** Why a time is not offered: what is asked, and the answer with what is in the way. */
export function WhyPage({ eventTypes, asked, answered, timezone, ...frame }: WhyPageProps) {
  const { t, chosen } = useReader();
  const lengths = [...new Set(eventTypes.flatMap(({ lengthsMinutes }) => lengthsMinutes))].sort(
    (a, b) => a - b,
  );
  return (
    <HostPage {...frame} section="why" title={t('page.host.why.title')}>
      {answered && <Answer answered={answered} timezone={timezone} />}
      <section class="sheet stack">
        {eventTypes.length === 0 ? (
          <>
            <p>{t('page.host.types.empty')}</p>
            <div class="actions">
              <a class="button" href={pathTo(`${EVENT_TYPES}/new`, { lang: chosen })}>
                {t('page.host.types.new')}
              </a>
            </div>
          </>
        ) : (
          <Form class="stack" method="get" action={WHY}>
            <Select
              name="of"
              label={t('page.host.why.type')}
              options={eventTypes.map(({ id, title }) => ({ value: id, label: title }))}
              value={asked.of}
            />
            <div class="half">
              <Field name="day" type="date" label={t('page.host.why.day')} value={asked.day} required />
              <Field
                name="at"
                type="time"
                label={t('page.host.why.at')}
                hint={t('page.host.why.zone', { zone: zoneWords(timezone) })}
                value={asked.at}
                required
              />
            </div>
            {lengths.length > 1 && (
              <Select
                name="length"
                label={t('page.host.why.length')}
                options={lengths.map((minutes) => ({
                  value: String(minutes),
                  label: t('page.host.types.minutes', { minutes }),
                }))}
                value={asked.length}
              />
            )}
            <div class="actions">
              <Button>{t('page.host.why.ask')}</Button>
            </div>
          </Form>
        )}
      </section>
    </HostPage>
  );
}

function Answer({ answered, timezone }: { answered: Answered; timezone: string }) {
  const reader = useReader();
  const { t, chosen } = reader;
  if (answered.kind === 'no-time') return <Notice kind="warn" title={t('page.host.why.noTime')} />;
  if (answered.kind === 'no-length') {
    const { title, lengthsMinutes } = answered.eventType;
    const lengths = lengthsMinutes.map((minutes) => t('page.host.types.minutes', { minutes })).join(', ');
    return (
      <Notice
        kind="warn"
        title={t('page.host.why.noLength', { title, minutes: answered.minutes, lengths })}
      />
    );
  }
  const { isOffered, eventType, atMs, hosts, lengthMinutes } = answered;
  const about = [
    eventType.title,
    formatMoment(atMs, timezone, reader),
    t('page.host.types.minutes', { minutes: lengthMinutes }),
  ].join(', ');
  if (isOffered)
    return (
      <Notice kind="good" title={t('page.host.why.offered')}>
        <p>{about}</p>
      </Notice>
    );
  return (
    <Notice kind="warn" title={t('page.host.why.not')}>
      <p>{about}</p>
      {!eventType.active && (
        <p>
          {t('page.host.why.off')}{' '}
          <a href={pathTo(`${EVENT_TYPES}/${eventType.id}`, { lang: chosen })}>{t('page.host.why.change')}</a>
        </p>
      )}
      <ul>
        {hosts.map((host) => (
          <Reason host={host} answered={answered} timezone={timezone} />
        ))}
      </ul>
    </Notice>
  );
}

interface ReasonProps {
  host: HostReason;
  answered: Extract<Answered, { kind: 'told' }>;
  timezone: string;
}

function Reason({ host, answered, timezone }: ReasonProps) {
  const reader = useReader();
  const { t, chosen } = reader;
  const { names, ownId, hosts, eventType } = answered;
  const { words, path, of } = reasonWords(host.reason, { eventType, timezone, reader });
  const name = names.get(host.principalId) ?? t('page.host.nameless', { id: host.principalId.slice(0, 8) });
  const isOwn = host.principalId === ownId;
  return (
    <li>
      {hosts.length > 1 && <strong>{isOwn ? t('page.host.why.you') : name}: </strong>}
      {words}{' '}
      {path !== null && (isOwn || path.startsWith(EVENT_TYPES)) && (
        <a href={pathTo(path, { of, lang: chosen })}>{t('page.host.why.change')}</a>
      )}
    </li>
  );
}
