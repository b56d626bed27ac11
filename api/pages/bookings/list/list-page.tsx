import { clockRange, formatInstant } from '../../../../adapters/texts/times.ts';
import type { Booking } from '../../../../queries/bookings.ts';
import { zoneWords } from '../../components/zone-picker.tsx';
import { Button } from '../../forms/button.tsx';
import { Field } from '../../forms/field.tsx';
import { Form } from '../../forms/form.tsx';
import { useReader } from '../../reader.ts';
import { pathTo } from '../../render.tsx';
import { Done, HostPage, type HostFrame } from '../frame.tsx';
import { LIST } from '../paths.ts';
import { guestNames, hostNames, LOOKS, stateOf } from './words.ts';

export const WHICH = ['coming', 'past', 'cancelled'] as const;
export type Which = (typeof WHICH)[number];

interface BookingsPageProps extends HostFrame {
  bookings: readonly Booking[];
  which: Which;
  search: string;
  /** Where the next page begins; empty: there is none. */
  next: string;
  /** Those that say who takes them: there is somebody else who could. */
  namesHost: (booking: Booking) => boolean;
  timezone: string;
  nowMs: number;
  done: string;
}

/** What is booked with a host. */
export function BookingsPage({
  bookings,
  which,
  search,
  next,
  namesHost,
  timezone,
  nowMs,
  done,
  ...frame
}: BookingsPageProps) {
  const reader = useReader();
  const { t, chosen } = reader;
  const days = new Map<string, Booking[]>();
  for (const booking of bookings) {
    const day = formatInstant(booking.startMs, timezone, reader, 'day');
    days.set(day, [...(days.get(day) ?? []), booking]);
  }
  const to = (query: Record<string, string>) => pathTo(LIST, { ...query, name: search, lang: chosen });
  return (
    <HostPage
      {...frame}
      section="bookings"
      title={t('page.host.section.bookings')}
      said={<Done done={done} />}
    >
      <nav aria-label={t('page.host.section.bookings')}>
        <ul class="sections">
          {WHICH.map((one) => (
            <li>
              <a href={to({ state: one })} aria-current={one === which ? 'page' : undefined}>
                {t(`page.host.list.${one}`)}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <section class="sheet stack">
        <Form method="get" action={LIST} class="copying" carried={{ state: which }}>
          <Field
            name="name"
            type="search"
            label={t('page.host.list.search')}
            value={search}
            maxLength={200}
            autocomplete="off"
          />
          <Button look="quiet">{t('page.host.show')}</Button>
        </Form>
        <p class="hint">{t('page.host.why.zone', { zone: zoneWords(timezone) })}</p>
        {bookings.length === 0 ? (
          <p class="muted">{t(search === '' ? `page.host.list.none.${which}` : 'page.host.list.notFound')}</p>
        ) : (
          [...days].map(([day, ofDay]) => (
            <section class="stack">
              <h2 class="legend">{day}</h2>
              <ul class="entries">
                {ofDay.map((booking) => (
                  <Listed booking={booking} {...{ day, timezone, nowMs }} namesHost={namesHost(booking)} />
                ))}
              </ul>
            </section>
          ))
        )}
        {next !== '' && (
          <div class="actions">
            <a class="button quiet" href={to({ state: which, after: next })}>
              {t('page.host.list.more')}
            </a>
          </div>
        )}
      </section>
    </HostPage>
  );
}

interface ListedProps extends Pick<BookingsPageProps, 'timezone' | 'nowMs'> {
  booking: Booking;
  day: string;
  namesHost: boolean;
}

function Listed({ booking, day, timezone, nowMs, namesHost }: ListedProps) {
  const reader = useReader();
  const { t, chosen } = reader;
  const state = stateOf(booking, nowMs);
  const hosts = hostNames(booking);
  return (
    <li class="operated">
      <div class="operated-head">
        <strong>
          <a href={pathTo(`${LIST}/${booking.id}`, { lang: chosen })}>
            {clockRange(booking, timezone, reader)}
            <span class="visually-hidden">, {day}</span>
          </a>
        </strong>
        <span class={`badge ${LOOKS[state]}`}>{t(`page.host.list.state.${state}`)}</span>
      </div>
      <span class="small muted">{[booking.title, guestNames(booking)].filter(Boolean).join(' · ')}</span>
      {namesHost && hosts !== '' && (
        <span class="small muted">{t('page.host.list.with', { names: hosts })}</span>
      )}
    </li>
  );
}
