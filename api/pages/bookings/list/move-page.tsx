import { randomUUID } from 'node:crypto';
import { formatInstant } from '../../../../adapters/texts/times.ts';
import type { OfferedSlot } from '../../../../domain/booking/offer.ts';
import { zoneWords } from '../../components/zone-picker.tsx';
import { Button } from '../../forms/button.tsx';
import { Choice } from '../../forms/choice.tsx';
import { Field } from '../../forms/field.tsx';
import { Form } from '../../forms/form.tsx';
import type { Again } from '../../forms/submitted.ts';
import { useReader } from '../../reader.ts';
import { pathTo } from '../../render.tsx';
import { isoOf } from '../../time/format.ts';
import { HostPage } from '../frame.tsx';
import { LIST } from '../paths.ts';
import { Back, type AskProps } from './ask-pages.tsx';
import { guestNames, whenWords } from './words.ts';

interface MovePageProps extends AskProps {
  slots: readonly OfferedSlot[];
  /** YYYY-MM-DD: from where on earlier and later ones are shown; null: there are none earlier. */
  before: string | null;
  after: string;
  today: string;
  /** Another time that is none. */
  again?: Again | undefined;
}

/** The times at which a booking could be instead, and any other one. */
export function MovePage(props: MovePageProps) {
  const { booking, timezone, form, productName } = props;
  const reader = useReader();
  const { t } = reader;
  return (
    <HostPage {...{ form, productName }} section="bookings" title={t('page.host.list.moveTitle')}>
      <section class="sheet stack">
        <p>
          <strong>{whenWords(booking, timezone, reader)}</strong>
        </p>
        <p class="muted">{[booking.title, guestNames(booking)].filter(Boolean).join(' · ')}</p>
        <p class="hint">
          {t('page.host.why.zone', { zone: zoneWords(timezone) })}. {t('page.host.list.moveHint')}
        </p>
        <Slots {...props} />
      </section>
      <OtherTime {...props} />
    </HostPage>
  );
}

function Slots({ booking, timezone, slots, before, after, form }: MovePageProps) {
  const reader = useReader();
  const { t, chosen } = reader;
  const days = new Map<string, OfferedSlot[]>();
  for (const slot of slots) {
    const day = formatInstant(slot.startMs, timezone, reader, 'day');
    days.set(day, [...(days.get(day) ?? []), slot]);
  }
  const to = (start: string) => pathTo(`${LIST}/${booking.id}/move`, { start, lang: chosen });
  return (
    <>
      {slots.length === 0 && <p>{t('page.host.list.noSlots')}</p>}
      <Form action={`${LIST}/${booking.id}/move`} class="stack" carried={{ form, key: randomUUID() }}>
        {[...days].map(([day, ofDay]) => (
          <fieldset>
            <legend class="legend">{day}</legend>
            <div class="clock-choices">
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
        {slots.length > 0 && (
          <div class="actions stays">
            <Button>{t('page.host.list.move')}</Button>
          </div>
        )}
      </Form>
      <div class="actions">
        {before !== null && (
          <a class="button quiet compact" href={to(before)}>
            {t('page.host.list.earlier')}
          </a>
        )}
        <a class="button quiet compact" href={to(after)}>
          {t('page.host.list.later')}
        </a>
        <Back booking={booking} />
      </div>
    </>
  );
}

function OtherTime({ booking, timezone, today, again, form }: MovePageProps) {
  const { t } = useReader();
  return (
    <section class="sheet stack">
      <h2>{t('page.host.list.otherTime')}</h2>
      <p class="muted">{t('page.host.list.otherHint')}</p>
      <Form
        action={`${LIST}/${booking.id}/move`}
        class="stack"
        again={again}
        carried={{ form, key: randomUUID() }}
        novalidate
      >
        <div class="half">
          <Field name="day" type="date" label={t('page.host.why.day')} min={today} required />
          <Field
            name="at"
            type="time"
            label={t('page.host.why.at')}
            hint={t('page.host.why.zone', { zone: zoneWords(timezone) })}
            required
          />
        </div>
        <div class="actions">
          <Button look="quiet">{t('page.host.list.toOther')}</Button>
        </div>
      </Form>
    </section>
  );
}
