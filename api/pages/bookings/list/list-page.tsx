import type { Booking } from '../../../../queries/bookings.ts';
import { Button } from '../../forms/button.tsx';
import { Field } from '../../forms/field.tsx';
import { Form } from '../../forms/form.tsx';
import { useReader } from '../../reader.ts';
import { pathTo } from '../../render.tsx';
import { Done, HostPage, type HostFrame } from '../frame.tsx';
import { LIST } from '../paths.ts';
import { guestNames, LOOKS, stateOf, whenWords } from './words.ts';

export const WHICH = ['coming', 'past', 'cancelled'] as const;
export type Which = (typeof WHICH)[number];

interface BookingsPageProps extends HostFrame {
  bookings: readonly Booking[];
  which: Which;
  search: string;
  /** Where the next page begins; empty: there is none. */
  next: string;
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
  timezone,
  nowMs,
  done,
  ...frame
}: BookingsPageProps) {
  const reader = useReader();
  const { t, chosen } = reader;
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
        {bookings.length === 0 ? (
          <p class="muted">{t(search === '' ? `page.host.list.none.${which}` : 'page.host.list.notFound')}</p>
        ) : (
          <ul class="entries">
            {bookings.map((booking) => (
              <li class="operated">
                <div class="operated-head">
                  <strong>
                    <a href={pathTo(`${LIST}/${booking.id}`, { lang: chosen })}>
                      {whenWords(booking, timezone, reader)}
                    </a>
                  </strong>
                  <span class={`badge ${LOOKS[stateOf(booking, nowMs)]}`}>
                    {t(`page.host.list.state.${stateOf(booking, nowMs)}`)}
                  </span>
                </div>
                <span class="small muted">
                  {[booking.title, guestNames(booking)].filter(Boolean).join(' · ')}
                </span>
              </li>
            ))}
          </ul>
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
