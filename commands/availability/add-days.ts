import {
  isTravelling,
  type DaysOwner,
  type StoredTemporaryHours,
  type StoredTravel,
  type StoredVacation,
} from '../../adapters/postgres/booking/own-days.ts';
import {
  insertTemporaryHours,
  insertTravel,
  insertVacation,
} from '../../adapters/postgres/booking/new-days.ts';
import { overlapIn, overlapInDay } from '../../domain/availability/overlap.ts';
import type { TemporaryHours } from '../../domain/availability/schedule.ts';
import type { Actor } from '../../policies/actor.ts';
import { InvalidInput } from '../invalid-input.ts';
import { addDays, checkSpan, type DaysDeps } from './own-days.ts';

/** A member, or an event type, cannot be booked on these days. @throws NotPermitted, InvalidInput, TooManyEntries */
export async function addVacation(
  deps: DaysDeps,
  actor: Actor,
  owner: DaysOwner,
  vacation: StoredVacation,
): Promise<StoredVacation> {
  checkSpan(vacation, deps.clock.nowMs());
  return addDays(deps, actor, 'vacations', owner, vacation, (trx) => insertVacation(trx, owner, vacation));
}

/** A member can be booked besides their week for a time. @throws NotPermitted, InvalidInput, TooManyEntries */
export async function addTemporaryHours(
  deps: DaysDeps,
  actor: Actor,
  owner: DaysOwner,
  hours: StoredTemporaryHours,
): Promise<StoredTemporaryHours> {
  checkSpan(hours, deps.clock.nowMs());
  const overlap = overlapWithin(hours);
  if (overlap !== null) throw new InvalidInput(`blocks.${overlap}`, 'must not overlap another block');
  return addDays(deps, actor, 'temporary_hours', owner, hours, (trx) =>
    insertTemporaryHours(trx, owner, hours),
  );
}

/** Also what one day has beyond midnight with what the next one has. */
function overlapWithin({ firstDay, lastDay, weekdays, blocks }: TemporaryHours): number | null {
  if (firstDay === lastDay) return overlapInDay(blocks);
  const week = Array.from({ length: 7 }, (_, weekday) =>
    (weekdays?.includes(weekday) ?? true) ? blocks : [],
  );
  return overlapIn(week)?.index ?? null;
}

/** A member's hours are read on other clocks for some days. @throws NotPermitted, InvalidInput, TooManyEntries */
export async function addTravel(
  deps: DaysDeps,
  actor: Actor,
  owner: DaysOwner,
  travel: StoredTravel,
): Promise<StoredTravel> {
  checkSpan(travel, deps.clock.nowMs());
  return addDays(deps, actor, 'travels', owner, travel, async (trx) => {
    if (await isTravelling(trx, owner, travel))
      throw new InvalidInput(
        'firstDay',
        'must not be in another journey of theirs, nor any day up to lastDay',
      );
    await insertTravel(trx, owner, travel);
  });
}
