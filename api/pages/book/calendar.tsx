import { formatInstant } from '../../../adapters/texts/times.ts';
import { DAY_MS, type DayNumber, type MonthNumber } from '../../../domain/time/calendar-days.ts';
import { firstDayOf, monthOf } from '../../../domain/time/calendar-days.ts';
import { useReader } from '../reader.ts';
import { hrefOf } from './address.ts';
import type { BookingPage } from './context.ts';
import { dayText, firstWeekdayOf, monthText, weeksOf } from './month.ts';
import type { OfferedMonth } from './offer.ts';

interface CalendarProps {
  page: BookingPage;
  offered: OfferedMonth;
}

/** 1970-01-04 was a Sunday. */
const FIRST_SUNDAY = 3;

/** A month whose days that have slots are links. */
export function Calendar({ page, offered }: CalendarProps) {
  const reader = useReader();
  const firstWeekday = firstWeekdayOf(reader.locale);
  const weekdays = Array.from({ length: 7 }, (_, nth) => FIRST_SUNDAY + ((firstWeekday + nth) % 7));
  return (
    <div class="month">
      <MonthBar page={page} offered={offered} />
      <table>
        <caption class="visually-hidden">{monthName(offered.month, reader)}</caption>
        <thead>
          <tr>
            {weekdays.map((day) => (
              <th scope="col" abbr={formatInstant(day * DAY_MS, 'UTC', reader, 'longWeekday')}>
                {formatInstant(day * DAY_MS, 'UTC', reader, 'weekday')}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeksOf(offered.month, firstWeekday).map((week) => (
            <tr>
              {week.map((day) => (
                <td>{day !== null && <Day day={day} page={page} offered={offered} />}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function MonthBar({ page, offered: { month, today, isLast } }: CalendarProps) {
  const reader = useReader();
  const previous = month > monthOf(today) ? month - 1 : null;
  return (
    <div class="month-bar">
      <Turn rel="prev" to={previous} page={page} />
      <h2>{monthName(month, reader)}</h2>
      <Turn rel="next" to={isLast ? null : month + 1} page={page} />
    </div>
  );
}

/** Leads to the month before or after; where there is none, its place stays. */
function Turn({ rel, to, page }: { rel: 'prev' | 'next'; to: MonthNumber | null; page: BookingPage }) {
  const reader = useReader();
  if (to === null) return <span class="turn" />;
  const href = hrefOf(page.asked, reader, { month: monthText(to), day: '', start: '' });
  return (
    <a class="turn" rel={rel} href={href} aria-label={monthName(to, reader)}>
      {rel === 'prev' ? '‹' : '›'}
    </a>
  );
}

function Day({ day, page, offered }: CalendarProps & { day: DayNumber }) {
  const reader = useReader();
  const number = new Date(day * DAY_MS).getUTCDate();
  const count = offered.days.get(day)?.length ?? 0;
  const isToday = day === offered.today;
  if (count === 0)
    return (
      <span class={isToday ? 'day today' : 'day'} aria-current={isToday ? 'date' : undefined}>
        {number}
      </span>
    );
  const isShown = day === offered.day;
  const name = formatInstant(day * DAY_MS, 'UTC', reader, 'day');
  return (
    <a
      class={isToday ? 'day free today' : 'day free'}
      href={`${hrefOf(page.asked, reader, { month: monthText(monthOf(day)), day: dayText(day), start: '' })}#times`}
      aria-label={reader.t('page.book.dayWithTimes', { day: name, count })}
      aria-current={isShown ? 'true' : undefined}
    >
      {number}
    </a>
  );
}

export const monthName = (month: MonthNumber, reader: ReturnType<typeof useReader>): string =>
  formatInstant(firstDayOf(month) * DAY_MS, 'UTC', reader, 'month');
