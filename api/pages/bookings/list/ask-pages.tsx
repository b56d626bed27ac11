import { randomUUID } from 'node:crypto';
import { formatInstant, formatMoment } from '../../../../adapters/texts/times.ts';
import type { OfferedSlot } from '../../../../domain/booking/offer.ts';
import type { Booking } from '../../../../queries/bookings.ts';
import type { Colleague } from '../../../../queries/colleagues.ts';
import { LONGEST_REASON } from '../../../../commands/meetings/cancel-meeting.ts';
import { MessagePage } from '../../components/message-page.tsx';
import { Button } from '../../forms/button.tsx';
import { Choice } from '../../forms/choice.tsx';
import { TextArea } from '../../forms/field.tsx';
import { Form } from '../../forms/form.tsx';
import { Select } from '../../forms/select.tsx';
import { useReader } from '../../reader.ts';
import { pathTo } from '../../render.tsx';
import { isoOf } from '../../time/format.ts';
import type { HostFrame } from '../frame.tsx';
import { LIST } from '../paths.ts';
import { guestNames, whenWords } from './words.ts';

interface AskProps extends HostFrame {
  booking: Booking;
  timezone: string;
}

/** Asks before a booking is cancelled, and for a reason. */
export function CancelPage({ booking, timezone, form, productName }: AskProps) {
  const reader = useReader();
  const { t } = reader;
  return (
    <MessagePage
      title={t('page.host.list.cancelTitle')}
      about={[booking.title, guestNames(booking)].filter(Boolean).join(' · ')}
      lead={whenWords(booking, timezone, reader)}
      productName={productName}
    >
      <Form action={`${LIST}/${booking.id}/cancel`} class="stack" carried={{ form }}>
        <TextArea
          name="reason"
          label={t('page.host.list.reason')}
          hint={t('page.host.list.reasonHint')}
          maxLength={LONGEST_REASON}
        />
        <div class="actions">
          <Button look="danger">{t('page.host.list.cancel')}</Button>
          <Back booking={booking} />
        </div>
      </Form>
    </MessagePage>
  );
}

/** Asks before a booking that waits for approval is declined. */
export function DeclinePage({ booking, timezone, form, productName }: AskProps) {
  const reader = useReader();
  const { t } = reader;
  const until = formatMoment(booking.holdExpiresAt?.getTime() ?? booking.startMs, timezone, reader);
  return (
    <MessagePage
      title={t('page.decide.booking.decline.title')}
      about={[booking.title, guestNames(booking)].filter(Boolean).join(' · ')}
      lead={whenWords(booking, timezone, reader)}
      productName={productName}
    >
      <Form action={`${LIST}/${booking.id}/decline`} class="stack" carried={{ form }}>
        <p class="hint">{t('page.decide.booking.decline.hint', { until })}</p>
        <div class="actions">
          <Button look="danger">{t('page.decide.booking.decline.button')}</Button>
          <Back booking={booking} />
        </div>
      </Form>
    </MessagePage>
  );
}

interface MovePageProps extends AskProps {
  slots: readonly OfferedSlot[];
  /** YYYY-MM-DD: from where on earlier and later ones are shown; null: there are none earlier. */
  before: string | null;
  after: string;
}

/** The times at which a booking could be instead. */
export function MovePage({ booking, timezone, slots, before, after, form, productName }: MovePageProps) {
  const reader = useReader();
  const { t, chosen } = reader;
  const days = new Map<string, OfferedSlot[]>();
  for (const slot of slots) {
    const day = formatInstant(slot.startMs, timezone, reader, 'day');
    days.set(day, [...(days.get(day) ?? []), slot]);
  }
  const to = (start: string) => pathTo(`${LIST}/${booking.id}/move`, { start, lang: chosen });
  return (
    <MessagePage
      title={t('page.host.list.moveTitle')}
      about={[booking.title, guestNames(booking)].filter(Boolean).join(' · ')}
      lead={whenWords(booking, timezone, reader)}
      productName={productName}
    >
      <Form action={`${LIST}/${booking.id}/move`} class="stack" carried={{ form, key: randomUUID() }}>
        {slots.length === 0 && <p>{t('page.host.list.noSlots')}</p>}
        {[...days].map(([day, ofDay]) => (
          <fieldset>
            <legend class="legend">{day}</legend>
            <div class="choices">
              {ofDay.map(({ startMs }) => (
                <Choice
                  type="radio"
                  name="start"
                  value={isoOf(startMs)}
                  label={formatInstant(startMs, timezone, reader, 'clock')}
                  checked={false}
                  required
                />
              ))}
            </div>
          </fieldset>
        ))}
        <div class="actions">
          {before !== null && (
            <a class="button quiet compact" href={to(before)}>
              {t('page.host.list.earlier')}
            </a>
          )}
          <a class="button quiet compact" href={to(after)}>
            {t('page.host.list.later')}
          </a>
        </div>
        <p class="hint">{t('page.host.list.moveHint')}</p>
        <div class="actions">
          {slots.length > 0 && <Button>{t('page.host.list.move')}</Button>}
          <Back booking={booking} />
        </div>
      </Form>
    </MessagePage>
  );
}

/** Whom a booking is given to. */
export function ReassignPage({
  booking,
  timezone,
  others,
  form,
  productName,
}: AskProps & { others: readonly Colleague[] }) {
  const reader = useReader();
  const { t } = reader;
  const hosts = booking.people.filter(({ role }) => role === 'host');
  return (
    <MessagePage
      title={t('page.host.list.reassignTitle')}
      about={[booking.title, guestNames(booking)].filter(Boolean).join(' · ')}
      lead={whenWords(booking, timezone, reader)}
      productName={productName}
    >
      <Form action={`${LIST}/${booking.id}/reassign`} class="stack" carried={{ form, key: randomUUID() }}>
        {hosts.length > 1 && (
          <Select
            name="from"
            label={t('page.host.list.instead')}
            options={hosts.map(({ id, name }) => ({
              value: id,
              label: name ?? t('page.host.list.unnamed'),
            }))}
            value={hosts[0]?.id ?? ''}
          />
        )}
        <Select
          name="to"
          label={t('page.host.list.to')}
          options={[
            { value: '', label: t('page.host.list.whoseTurn') },
            ...others.map(({ id, name }) => ({
              value: id,
              label: name ?? t('page.host.nameless', { id: id.slice(0, 8) }),
            })),
          ]}
          value=""
        />
        <p class="hint">{t('page.host.list.reassignHint')}</p>
        <div class="actions">
          <Button>{t('page.host.list.reassign')}</Button>
          <Back booking={booking} />
        </div>
      </Form>
    </MessagePage>
  );
}

function Back({ booking: { id } }: { booking: Booking }) {
  const { t, chosen } = useReader();
  return (
    <a class="button quiet" href={pathTo(`${LIST}/${id}`, { lang: chosen })}>
      {t('page.host.list.back')}
    </a>
  );
}
