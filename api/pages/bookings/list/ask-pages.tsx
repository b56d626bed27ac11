import { randomUUID } from 'node:crypto';
import { formatMoment } from '../../../../adapters/texts/times.ts';
import type { Booking } from '../../../../queries/bookings.ts';
import type { Colleague } from '../../../../queries/colleagues.ts';
import { LONGEST_REASON } from '../../../../commands/meetings/cancel-meeting.ts';
import { MessagePage } from '../../components/message-page.tsx';
import { Button } from '../../forms/button.tsx';
import { TextArea } from '../../forms/field.tsx';
import { Form } from '../../forms/form.tsx';
import { Select } from '../../forms/select.tsx';
import { useReader } from '../../reader.ts';
import { pathTo } from '../../render.tsx';
import type { HostFrame } from '../frame.tsx';
import { LIST } from '../paths.ts';
import { ASKED_WORDS, guestNames, whenWords, type AskedNow, type AskedWords } from './words.ts';

export interface AskProps extends HostFrame {
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

type DeclineProps = AskProps & { asked: AskedNow };

/** Asks before what a guest asks for is declined. */
export function DeclinePage({ booking, asked, timezone, form, productName }: DeclineProps) {
  const reader = useReader();
  const { t } = reader;
  const words: AskedWords = ASKED_WORDS[asked.kind];
  const until = formatMoment(asked.untilMs, timezone, reader);
  return (
    <MessagePage
      title={t(words.declineTitle)}
      about={[booking.title, guestNames(booking)].filter(Boolean).join(' · ')}
      lead={whenWords(asked, timezone, reader)}
      productName={productName}
    >
      <Form action={`${LIST}/${booking.id}/decline`} class="stack" carried={{ form, proposal: asked.id }}>
        <p class="hint">{t(words.declineHint, { until })}</p>
        <div class="actions">
          <Button look="danger">{t(words.decline)}</Button>
          <Back booking={booking} />
        </div>
      </Form>
    </MessagePage>
  );
}

/** Whom a booking is given to, of those who have time then. */
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
      {others.length === 0 ? (
        <>
          <p>{t('page.host.list.nobodyElse')}</p>
          <div class="actions">
            <Back booking={booking} />
          </div>
        </>
      ) : (
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
      )}
    </MessagePage>
  );
}

/** Leads back to the booking. */
export function Back({ booking: { id } }: { booking: Booking }) {
  const { t, chosen } = useReader();
  return (
    <a class="button quiet" href={pathTo(`${LIST}/${id}`, { lang: chosen })}>
      {t('page.host.list.back')}
    </a>
  );
}
