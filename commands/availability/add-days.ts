import type { Knex } from 'knex';
import {
  daysWithin,
  type DayRows,
  type DaysOwner,
  type DayTable,
} from '../../adapters/postgres/booking/own-days.ts';
import {
  insertTemporaryHours,
  insertTravel,
  insertVacation,
} from '../../adapters/postgres/booking/new-days.ts';
import { meet, occurs, overlapIn, overlapInDay } from '../../domain/availability/overlap.ts';
import type { TemporaryHours } from '../../domain/availability/schedule.ts';
import type { Actor } from '../../policies/actor.ts';
import { InvalidInput } from '../invalid-input.ts';
import { addDays, checkSpan, replaceDays, type DaysDeps } from './own-days.ts';

type Spans = Exclude<DayTable, 'date_overrides'>;

/** What is asked of one kind of days, and how it is written. */
interface Kind<T extends Spans> {
  table: T;
  /** As it is said that there is none. */
  what: string;
  /** @throws InvalidInput what can never be right */
  check: (entry: DayRows[T]) => void;
  /** @param others those that share a day with it, or touch it @throws InvalidInput */
  checkBeside?: (entry: DayRows[T], others: readonly DayRows[T][]) => void;
  insert: (trx: Knex.Transaction, owner: DaysOwner, entry: DayRows[T]) => Promise<void>;
}

const VACATIONS: Kind<'vacations'> = {
  table: 'vacations',
  what: 'The vacation',
  check: () => {},
  insert: insertVacation,
};

const TEMPORARY_HOURS: Kind<'temporary_hours'> = {
  table: 'temporary_hours',
  what: 'What was added to the hours',
  check(hours) {
    const overlap = overlapWithin(hours);
    if (overlap !== null) throw new InvalidInput(`blocks.${overlap}`, 'must not overlap another block');
    if (!occurs(hours))
      throw new InvalidInput('weekdays', 'must have one that is between firstDay and lastDay');
  },
  checkBeside(hours, others) {
    if (others.some((other) => meet(hours, other)))
      throw new InvalidInput('blocks', 'must not overlap other temporary hours of theirs');
  },
  insert: insertTemporaryHours,
};

const TRAVELS: Kind<'travels'> = {
  table: 'travels',
  what: 'The journey',
  check: () => {},
  checkBeside({ firstDay, lastDay }, others) {
    if (others.some((other) => other.firstDay <= lastDay && other.lastDay >= firstDay))
      throw new InvalidInput(
        'firstDay',
        'must not be in another journey of theirs, nor any day up to lastDay',
      );
  },
  insert: insertTravel,
};

/** Adds one, or puts it in the place of the one of its id. */
const storing =
  <T extends Spans>(kind: Kind<T>, store: typeof addDays) =>
  async (deps: DaysDeps, actor: Actor, owner: DaysOwner, entry: DayRows[T]): Promise<DayRows[T]> => {
    checkSpan(entry, deps.clock.nowMs());
    kind.check(entry);
    return store(deps, actor, { ...kind, owner }, entry, async (trx) => {
      const { firstDay, lastDay, id } = entry;
      const near = await daysWithin(trx, kind.table, owner, { firstDay: firstDay - 1, lastDay: lastDay + 1 });
      kind.checkBeside?.(
        entry,
        near.filter((other) => other.id !== id),
      );
      await kind.insert(trx, owner, entry);
    });
  };

/** A member, or an event type, cannot be booked on these days. @throws NotPermitted, InvalidInput, TooManyEntries */
export const addVacation = storing(VACATIONS, addDays);

/** The same in the place of one that there is. @throws as addVacation does */
export const replaceVacation = storing(VACATIONS, replaceDays);

/** A member can be booked besides their week for a time. @throws NotPermitted, InvalidInput, TooManyEntries */
export const addTemporaryHours = storing(TEMPORARY_HOURS, addDays);

/** The same in the place of those that there are. @throws as addTemporaryHours does */
export const replaceTemporaryHours = storing(TEMPORARY_HOURS, replaceDays);

/** A member's hours are read on other clocks for some days. @throws NotPermitted, InvalidInput, TooManyEntries */
export const addTravel = storing(TRAVELS, addDays);

/** The same in the place of one that there is. @throws as addTravel does */
export const replaceTravel = storing(TRAVELS, replaceDays);

/** Also what one day has beyond midnight with what the next one has. */
function overlapWithin({ firstDay, lastDay, weekdays, blocks }: TemporaryHours): number | null {
  if (firstDay === lastDay) return overlapInDay(blocks);
  const week = Array.from({ length: 7 }, (_, weekday) =>
    (weekdays?.includes(weekday) ?? true) ? blocks : [],
  );
  return overlapIn(week)?.index ?? null;
}
