import type { WeeklyHours } from '../../../../domain/availability/schedule.ts';
import type { Translate } from '../../../../adapters/texts/texts.ts';
import { readWeekly, WEEKDAYS, weeklyHours, type Weekday } from '../../../routes/availability/hours.ts';
import { typedBlocks, typedOf, withWish, type RowWish, type TypedBlock } from './typed.ts';

/** From Monday on, as `weekdayOf` counts. */
export const WEEK_ORDER = [1, 2, 3, 4, 5, 6, 0] as const;

/** The blocks of each weekday as they are typed; Sunday is the first. */
export type TypedWeek = readonly (readonly TypedBlock[])[];

/** What is wrong, by the weekday and the place of the block. */
export type WrongInWeek = ReadonlyMap<number, ReadonlyMap<number, string>>;

export const typedWeekOf = (weekly: WeeklyHours): TypedWeek => weekly.map((blocks) => blocks.map(typedOf));

/** What stands in the fields of a week, with one row more or less where that is the wish. */
export const typedWeek = (form: URLSearchParams, wish: RowWish | null = null): TypedWeek =>
  WEEKDAYS.map((_, weekday) => withWish(typedBlocks(form, String(weekday)), String(weekday), wish));

const WEEK = weeklyHours();

/** The hours of a typed week, or what is wrong with it. */
export function readTypedWeek(week: TypedWeek, t: Translate): WeeklyHours | { wrong: WrongInWeek } {
  const read = WEEK.safeParse(Object.fromEntries(WEEKDAYS.map((name, weekday) => [name, week[weekday]])));
  if (read.success) return readWeekly(read.data);
  const wrong = new Map<number, Map<number, string>>();
  for (const { path, code } of read.error.issues) {
    const weekday = WEEKDAYS.indexOf(path[0] as Weekday);
    const words = t(
      code === 'custom'
        ? 'page.host.wrong.overlap'
        : code === 'too_big'
          ? 'page.host.done.tooMany'
          : 'page.host.wrong.clock',
    );
    const ofDay = wrong.get(weekday) ?? wrong.set(weekday, new Map<number, string>()).get(weekday)!;
    ofDay.set(typeof path[1] === 'number' ? path[1] : 0, words);
  }
  return { wrong };
}
