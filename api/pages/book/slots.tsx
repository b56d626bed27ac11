import { formatInstant } from '../../../adapters/texts/times.ts';
import type { OfferedSlot } from '../../../domain/booking/offer.ts';
import { DAY_MS, monthOf } from '../../../domain/time/calendar-days.ts';
import { offsetWords, zoneWords } from '../../../domain/time/zone-names.ts';
import { useReader } from '../reader.ts';
import { happensTwice } from '../time/local.ts';
import { isoOf } from '../time/format.ts';
import { hrefOf } from './address.ts';
import { monthName } from './calendar.tsx';
import type { BookingPage } from './context.ts';
import { dayText, monthText } from './month.ts';
import type { OfferedMonth } from './offer.ts';

interface SlotsProps {
  page: BookingPage;
  offered: OfferedMonth;
}

/** The slots of the day that is shown, or in words that there are none. */
export function Slots({ page, offered }: SlotsProps) {
  const reader = useReader();
  const { day, days } = offered;
  const slots = (day === null ? undefined : days.get(day)) ?? [];
  if (day === null) return <NoneThisMonth page={page} offered={offered} />;
  const zone = page.zone.name;
  const [first] = slots;
  const last = slots.at(-1);
  return (
    <section class="slots" id="times" aria-labelledby="shown-day">
      <div>
        <h2 id="shown-day">{formatInstant(day * DAY_MS, 'UTC', reader, 'day')}</h2>
        {first && last && (
          <p class="small muted">{zoneWords({ startMs: first.startMs, endMs: last.startMs }, zone)}</p>
        )}
      </div>
      {slots.length === 0 && <NoneThatDay page={page} offered={offered} />}
      <ul>
        {slots.map((slot) => (
          <li>
            <a class="button quiet" href={hrefOf(page.asked, reader, { start: isoOf(slot.startMs) })}>
              <time dateTime={isoOf(slot.startMs)}>{clockWords(slot, zone, reader)}</time>
              {slot.seatsLeft !== undefined && (
                <span class="seats">{reader.t('page.book.seats', { count: slot.seatsLeft })}</span>
              )}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Where the clocks show a time twice, its offset says which of them it is. */
const clockWords = ({ startMs }: OfferedSlot, zone: string, reader: ReturnType<typeof useReader>): string => {
  const clock = formatInstant(startMs, zone, reader, 'clock');
  return happensTwice(startMs, zone) ? `${clock} (${offsetWords(startMs, zone)})` : clock;
};

function NoneThatDay({ page, offered: { nextDay } }: SlotsProps) {
  const reader = useReader();
  const { t } = reader;
  return (
    <>
      <p>{t('page.book.noneThatDay')}</p>
      {nextDay !== null && (
        <p>
          <a
            href={`${hrefOf(page.asked, reader, { month: monthText(monthOf(nextDay)), day: dayText(nextDay), start: '' })}#times`}
          >
            {t('page.book.nextDay', { day: formatInstant(nextDay * DAY_MS, 'UTC', reader, 'day') })}
          </a>
        </p>
      )}
    </>
  );
}

function NoneThisMonth({ page, offered: { month, next, nearest, untilMs } }: SlotsProps) {
  const reader = useReader();
  const { t } = reader;
  return (
    <section class="notice stack" id="times">
      <h2>{t('page.book.none.title', { month: monthName(month, reader) })}</h2>
      {next === null ? (
        <>
          <p>{t('page.book.none.lead')}</p>
          <p>
            {t('page.book.none.until', {
              day: formatInstant(untilMs - 1, page.zone.name, reader, 'day'),
            })}
          </p>
          {nearest !== null && (
            <p>
              <a href={hrefOf(page.asked, reader, { month: monthText(nearest), day: '', start: '' })}>
                {t('page.book.none.nearest', { month: monthName(nearest, reader) })}
              </a>
            </p>
          )}
        </>
      ) : (
        <p>
          <a href={hrefOf(page.asked, reader, { month: monthText(next), day: '', start: '' })}>
            {t('page.book.none.next', { month: monthName(next, reader) })}
          </a>
        </p>
      )}
    </section>
  );
}
