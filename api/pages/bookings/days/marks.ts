import { daysFor, type StoredOverride } from '../../../../queries/availability.ts';
import { holidayCalendarFor, holidayCalendarsFor } from '../../../../queries/holidays.ts';
import type { DaySpan } from '../../../../domain/availability/schedule.ts';
import { firstDayOf, type DayNumber, type MonthNumber } from '../../../../domain/time/calendar-days.ts';
import type { ApiDeps } from '../../../deps.ts';
import type { Member } from '../../../rooms/session-cookie.ts';
import { self } from '../doors.ts';
import type { Whose } from './owner.ts';

/** What a day of the month is marked with; the first that there is counts. */
export type Mark =
  | { kind: 'override'; override: StoredOverride }
  | { kind: 'temporary' | 'vacation' | 'holiday'; name: string };

const MOST_OVERRIDES = 1_000;
const MOST = 200;

/** What is set for the days of a month. */
export async function marksOf(
  deps: ApiDeps,
  actor: Member,
  { owner, title }: Whose,
  month: MonthNumber,
): Promise<Map<DayNumber, Mark>> {
  const range = { firstDay: firstDayOf(month), lastDay: firstDayOf(month + 1) - 1 };
  const isMember = title === null;
  const from = range.firstDay;
  const [overrides, vacations, temporary, holidays] = await Promise.all([
    daysFor(deps, actor, 'date_overrides', owner, { from, limit: MOST_OVERRIDES }),
    daysFor(deps, actor, 'vacations', owner, { from, limit: MOST }),
    isMember ? daysFor(deps, actor, 'temporary_hours', owner, { from, limit: MOST }) : [],
    isMember ? holidaysOf(deps, actor) : [],
  ]);
  const marks = new Map<DayNumber, Mark>();
  const put = (span: DaySpan, mark: Mark) => {
    const last = Math.min(span.lastDay, range.lastDay);
    for (let day = Math.max(span.firstDay, range.firstDay); day <= last; day += 1) marks.set(day, mark);
  };
  for (const { day, name } of holidays) put({ firstDay: day, lastDay: day }, { kind: 'holiday', name });
  for (const { reason, ...span } of vacations) put(span, { kind: 'vacation', name: reason });
  for (const { name, ...span } of temporary) put(span, { kind: 'temporary', name });
  for (const override of overrides)
    put({ firstDay: override.day, lastDay: override.day }, { kind: 'override', override });
  return marks;
}

async function holidaysOf(deps: ApiDeps, actor: Member) {
  const { tenantId, id: principalId } = self(actor);
  const calendars = await holidayCalendarsFor(deps, actor, self(actor));
  const read = await Promise.all(
    calendars.map(({ id }) => holidayCalendarFor(deps, actor, { tenantId, principalId, id })),
  );
  return read.flatMap(({ days }) => days);
}
