import { formatMoment } from '../../../../adapters/texts/times.ts';
import type { Translate } from '../../../../adapters/texts/texts.ts';
import type { HostReason } from '../../../../domain/booking/offer.ts';
import { hostIdsOf, type Booking } from '../../../../queries/bookings.ts';
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
import { guestNames } from '../list/words.ts';
import { EVENT_TYPES, LIST, WHY } from '../paths.ts';
import { decidingWords, reasonWords } from './reason.ts';
import type { Deciding } from './which.ts';

/** An event type and one of its lengths, as a form names them. */
const ofLength = (id: string, minutes: number | undefined): string => `${id}/${minutes ?? ''}`;

/** What `ofLength` has named, or an event type alone. */
export function readOf(text: string): Pick<Asked, 'of' | 'length'> {
  const [of = '', length = ''] = text.split('/');
  return { of, length };
}

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
      /** That are in the way, by their ids, as far as the reader may see them. */
      bookings: ReadonlyMap<string, Booking>;
      /** About the reader's own day; null: the week does, or it is not told. */
      deciding: Deciding | null;
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
              options={eventTypes.flatMap((eventType) => choicesOf(eventType, t))}
              value={chosenOf(eventTypes, asked)}
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
            <div class="actions">
              <Button>{t('page.host.why.ask')}</Button>
            </div>
          </Form>
        )}
      </section>
    </HostPage>
  );
}

/** Each length that an event type has, and no others. */
const choicesOf = ({ id, title, lengthsMinutes }: EventType, t: Translate) =>
  lengthsMinutes.map((minutes) => ({
    value: ofLength(id, minutes),
    label: lengthsMinutes.length > 1 ? `${title}, ${t('page.host.types.minutes', { minutes })}` : title,
  }));

const chosenOf = (eventTypes: readonly EventType[], { of, length }: Asked): string => {
  const first = eventTypes.find(({ id }) => id === of)?.lengthsMinutes[0];
  return ofLength(of, length === '' ? first : Number(length));
};

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
  const { names, ownId, hosts, eventType, bookings, deciding } = answered;
  const { words, path, of, meetingId } = reasonWords(host.reason, { eventType, timezone, reader });
  const name = names.get(host.principalId) ?? t('page.host.nameless', { id: host.principalId.slice(0, 8) });
  const isOwn = host.principalId === ownId;
  const booking = meetingId === undefined ? undefined : bookings.get(meetingId);
  return (
    <li>
      {hosts.length > 1 && <strong>{isOwn ? t('page.host.why.you') : name}: </strong>}
      {words} {isOwn && deciding && <strong>{decidingWords(deciding, reader)} </strong>}
      {booking && <InTheWay booking={booking} ownId={ownId} />}
      {path !== null && (isOwn || path.startsWith(EVENT_TYPES)) && (
        <a href={pathTo(path, { of, lang: chosen })}>{t('page.host.why.change')}</a>
      )}
    </li>
  );
}

/** Who comes to it is for its hosts alone. */
function InTheWay({ booking, ownId }: { booking: Booking; ownId: string }) {
  const { chosen } = useReader();
  const guests = hostIdsOf(booking).includes(ownId) ? guestNames(booking) : '';
  return (
    <>
      <a href={pathTo(`${LIST}/${booking.id}`, { lang: chosen })}>
        {[booking.title, guests].filter(Boolean).join(' · ')}
      </a>{' '}
    </>
  );
}
