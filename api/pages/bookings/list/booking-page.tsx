import type { ComponentChildren } from 'preact';
import type { Booking } from '../../../../queries/bookings.ts';
import type { Colleague } from '../../../../queries/colleagues.ts';
import { Notice } from '../../components/notice.tsx';
import { useReader } from '../../reader.ts';
import { pathTo } from '../../render.tsx';
import { Done, HostPage, type HostFrame } from '../frame.tsx';
import { LIST } from '../paths.ts';
import { Asked } from './asked.tsx';
import { askedIn, isOpen, LOOKS, stateOf, whenWords } from './words.ts';

export interface BookingPageProps extends HostFrame {
  booking: Booking;
  /** Who could take it instead. */
  others: readonly Colleague[];
  /** Who reads it; a host decides for themselves. */
  principalId: string;
  timezone: string;
  nowMs: number;
  done: string;
  /** Why what was asked did not happen; empty: it was not refused. */
  refusal: string;
}

/** One booking: when, who, what they answered, and what can be done about it. */
export function BookingPage(props: BookingPageProps) {
  const { booking, others, principalId, timezone, nowMs, done, refusal, ...frame } = props;
  const reader = useReader();
  const { t, chosen } = reader;
  const { id, title, location, people, cancelReason } = booking;
  const to = (what: string) => pathTo(`${LIST}/${id}/${what}`, { lang: chosen });
  const state = stateOf(booking, nowMs);
  const asked = askedIn(booking, nowMs);
  return (
    <HostPage
      {...frame}
      section="bookings"
      title={title}
      said={refusal === '' ? <Done done={done} /> : <Notice kind="warn" title={refusal} />}
    >
      <section class="sheet stack">
        <p>
          <span class={`badge ${LOOKS[state]}`}>{t(`page.host.list.state.${state}`)}</span>
        </p>
        <dl class="terms">
          <Term name={t('page.host.list.when')}>{whenWords(booking, timezone, reader)}</Term>
          {asked?.kind === 'move' && (
            <Term name={t('page.card.asked')}>
              <strong>{whenWords(asked, timezone, reader)}</strong>
            </Term>
          )}
          {location !== '' && <Term name={t('page.host.field.location')}>{location}</Term>}
          {cancelReason !== null && cancelReason !== '' && (
            <Term name={t('page.host.list.reason')}>{cancelReason}</Term>
          )}
          {people.map(({ role, name, partstat, answers }) => (
            <Term name={t(`page.host.list.${role}`)}>
              <span>
                {name ?? t('page.host.list.unnamed')} · {t('page.room.answer', { partstat })}
              </span>
              {answers.map(({ label, value }) => (
                <span class="small muted">
                  {label} {value}
                </span>
              ))}
            </Term>
          ))}
        </dl>
        {asked && <Asked {...{ booking, asked, principalId, timezone }} form={frame.form} />}
        {isOpen(booking, nowMs) && (
          <div class="actions">
            {booking.status === 'scheduled' && (
              <a class={asked ? 'button quiet' : 'button'} href={to('move')}>
                {t('page.host.list.move')}
              </a>
            )}
            {booking.status === 'scheduled' && others.length > 0 && (
              <a class="button quiet" href={to('reassign')}>
                {t('page.host.list.reassign')}
              </a>
            )}
            <a class="button quiet" href={to('cancel')}>
              {t('page.host.list.cancel')}
            </a>
          </div>
        )}
      </section>
    </HostPage>
  );
}

const Term = ({ name, children }: { name: string; children: ComponentChildren }) => (
  <div>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
);
