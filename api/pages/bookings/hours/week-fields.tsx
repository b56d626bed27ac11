import type { WeeklyHours } from '../../../../domain/availability/schedule.ts';
import { useReader } from '../../reader.ts';
import { clockWords } from './clock-words.ts';
import { Blocks } from './blocks.tsx';
import { WEEK_ORDER, type TypedWeek, type WrongInWeek } from './week.ts';
import { weekdayNames } from './weekday-names.ts';

interface WeekFieldsProps {
  week: TypedWeek;
  wrong?: WrongInWeek | undefined;
}

/** The hours of a week: a grid to paint on, which needs a script and writes into the fields, and the fields, which need none. */
export function WeekFields({ week, wrong }: WeekFieldsProps) {
  const reader = useReader();
  const { t, locale } = reader;
  const names = weekdayNames(reader);
  return (
    <div class="week" data-week="">
      <div
        data-week-grid=""
        data-order={WEEK_ORDER.join(',')}
        data-names={names.join(',')}
        data-short={weekdayNames(reader, 'short').join(',')}
        data-locale={locale}
        data-label={t('page.host.hours.grid')}
        data-hint={t('page.host.hours.gridHint')}
      />
      <div class="weekdays">
        {WEEK_ORDER.map((weekday) => (
          <fieldset>
            <legend class="legend">{names[weekday]}</legend>
            <Blocks
              prefix={String(weekday)}
              of={names[weekday] ?? ''}
              blocks={week[weekday] ?? []}
              wrong={wrong?.get(weekday)}
              none={t('page.host.hours.closed')}
            />
          </fieldset>
        ))}
      </div>
    </div>
  );
}

/** The same hours, to be read alone. */
export function WeekShown({ week }: { week: WeeklyHours }) {
  const reader = useReader();
  const { t } = reader;
  const names = weekdayNames(reader);
  return (
    <dl class="terms">
      {WEEK_ORDER.map((weekday) => (
        <div>
          <dt>{names[weekday]}</dt>
          <dd>
            {(week[weekday] ?? []).length === 0
              ? t('page.host.hours.closed')
              : (week[weekday] ?? []).map((block) => <span>{clockWords(block, reader)}</span>)}
          </dd>
        </div>
      ))}
    </dl>
  );
}
