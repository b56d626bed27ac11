import type { DayNumber, MonthNumber } from '../../../../domain/time/calendar-days.ts';
import { dayText } from '../../../routes/fields.ts';
import { useReader } from '../../reader.ts';
import { pathTo } from '../../render.tsx';
import { WEEK_ORDER } from '../hours/week.ts';
import { weekdayNames } from '../hours/weekday-names.ts';
import { Legend, looksOf } from './legend.tsx';
import type { DayMarks } from './marks.ts';
import { monthText, monthWords, neighbours, weeksOf } from './month.ts';
import { dayWords } from './parts.tsx';
import { pathOf } from './tabs.tsx';

interface MonthProps {
  month: MonthNumber;
  /** What is before it is over. */
  today: DayNumber;
  chosenDay: DayNumber | null;
  marks: ReadonlyMap<DayNumber, DayMarks>;
  of: string;
}

/** A month to choose a day from; links, so that it needs no script. */
export function Month({ month, today, chosenDay, marks, of }: MonthProps) {
  const reader = useReader();
  const { chosen } = reader;
  const [long, short] = [weekdayNames(reader), weekdayNames(reader, 'short')];
  const { before, after } = neighbours(month, today);
  const leaf = (to: MonthNumber, words: string) => (
    <a
      class="button quiet compact"
      href={pathTo(pathOf('dates'), { of, month: monthText(to), lang: chosen })}
    >
      {words}
    </a>
  );
  return (
    <div class="stack">
      <table class="daypick">
        <caption>{monthWords(month, reader)}</caption>
        <thead>
          <tr>
            {WEEK_ORDER.map((weekday) => (
              <th scope="col">
                <abbr title={long[weekday]}>{short[weekday]}</abbr>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeksOf(month).map((week) => (
            <tr>
              {week.map((day) => (
                <td>
                  {day !== null && <Day day={day} marks={marks.get(day)} {...{ today, chosenDay, of }} />}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <Legend marks={[...marks].flatMap(([day, mark]) => (day >= today ? [mark] : []))} />
      <div class="actions">
        {before !== null && leaf(before, monthWords(before, reader))}
        {after !== null && leaf(after, monthWords(after, reader))}
      </div>
    </div>
  );
}

interface DayProps extends Pick<MonthProps, 'today' | 'chosenDay' | 'of'> {
  day: DayNumber;
  marks: DayMarks | undefined;
}

function Day({ day, marks, today, chosenDay, of }: DayProps) {
  const reader = useReader();
  const { chosen } = reader;
  const date = dayText(day);
  const shown = Number(date.slice(8));
  if (day < today) return <span class="gone">{shown}</span>;
  const looks = marks ? looksOf(marks, reader) : [];
  return (
    <a
      class={looks.map(({ look }) => look).join(' ') || undefined}
      href={`${pathTo(pathOf('dates'), { of, month: date.slice(0, 7), day: date, lang: chosen })}#day`}
      aria-current={day === chosenDay ? 'date' : undefined}
    >
      <span class="visually-hidden">
        {dayWords(day, reader)}
        {looks.length > 0 && ': '}
      </span>
      <span aria-hidden="true">{shown}</span>
      {looks.map(({ words }, at) => (
        <small>
          {at > 0 && <span class="visually-hidden">, </span>}
          {words}
        </small>
      ))}
    </a>
  );
}
