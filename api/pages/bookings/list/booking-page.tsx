import type { ComponentChildren } from 'preact';
import type { Booking } from '../../../../queries/bookings.ts';
import type { Colleague } from '../../../../queries/colleagues.ts';
import { formatMoment } from '../../../../adapters/texts/times.ts';
import { Notice } from '../../components/notice.tsx';
import { Button } from '../../forms/button.tsx';
import { Form } from '../../forms/form.tsx';
import { useReader } from '../../reader.ts';
import { pathTo } from '../../render.tsx';
import { Done, HostPage, type HostFrame } from '../frame.tsx';
import { LIST } from '../paths.ts';
import { isOpen, isRequest, LOOKS, stateOf, whenWords } from './words.ts';

export interface BookingPageProps extends HostFrame {
  booking: Booking;
  /** Who could take it instead. */
  others: readonly Colleague[];
  timezone: string;
  nowMs: number;
  done: string;
  /** Why what was asked did not happen; empty: it was not refused. */
  refusal: string;
}

/** One booking: when, who, what they answered, and what can be done about it. */
export function BookingPage({ booking, others, timezone, nowMs, done, refusal, ...frame }: BookingPageProps) {
  const reader = useReader();
  const { t, chosen } = reader;
  const { id, title, location, people, cancelReason } = booking;
  const to = (what: string) => pathTo(`${LIST}/${id}/${what}`, { lang: chosen });
  const state = stateOf(booking, nowMs);
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
        {isRequest(booking, nowMs) && (
          <>
            <Form action={`${LIST}/${id}/approve`} class="actions" carried={{ form: frame.form }}>
              <Button>{t('page.decide.booking.approve.button')}</Button>
              <a class="button quiet" href={to('decline')}>
                {t('page.decide.booking.decline.button')}
              </a>
            </Form>
            <p class="hint">
              {t('page.decide.booking.approve.hint', {
                until: formatMoment(booking.holdExpiresAt?.getTime() ?? booking.startMs, timezone, reader),
              })}
            </p>
          </>
        )}
        {isOpen(booking, nowMs) && (
          <div class="actions">
            {booking.status === 'scheduled' && (
              <a class="button" href={to('move')}>
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
