import type { Knex } from 'knex';
import {
  countFrom,
  dayEntry,
  deleteDays,
  type DayRows,
  type DaysOwner,
  type DayTable,
} from '../../adapters/postgres/booking/own-days.ts';
import { lockDaysOwner } from '../../adapters/postgres/booking/new-days.ts';
import {
  LONGEST_SPAN_DAYS,
  MOST_TO_COME,
  spanProblem,
  todayAnywhere,
  type SpanProblem,
} from '../../domain/availability/own-days.ts';
import type { DaySpan } from '../../domain/availability/schedule.ts';
import type { Actor } from '../../policies/actor.ts';
import { known, permitDays } from '../../queries/availability.ts';
import type { CommandDeps } from '../deps.ts';
import { InvalidInput } from '../invalid-input.ts';
import { TooManyEntries } from './refusals.ts';

export type DaysDeps = Pick<CommandDeps, 'knex' | 'clock'>;

/**
 * Changes what a member or an event type has of one kind, alone among those who do; nothing is stored where there is too much to
 * come afterwards.
 *
 * @throws NotPermitted, TooManyEntries, and what the change throws
 */
export async function changeDays<T>(
  { knex, clock }: DaysDeps,
  actor: Actor,
  table: DayTable,
  owner: DaysOwner,
  change: (trx: Knex.Transaction) => Promise<T>,
): Promise<T> {
  return knex.transaction(async (trx) => {
    await permitDays(trx, actor, owner, 'change');
    await lockDaysOwner(trx, owner);
    const changed = await change(trx);
    const most = MOST_TO_COME[table];
    if ((await countFrom(trx, table, owner, todayAnywhere(clock.nowMs()))) > most)
      throw new TooManyEntries(most);
    return changed;
  });
}

/** Whose days of which kind they are; `what`: as it is said that there are none. */
interface NamedDays<T> {
  table: T;
  owner: DaysOwner;
  what: string;
}

/** Adds one; the same id again finds what was added before. @throws as changeDays does */
export const addDays = <T extends DayTable>(
  deps: DaysDeps,
  actor: Actor,
  { table, owner }: NamedDays<T>,
  { id }: DayRows[T],
  insert: (trx: Knex.Transaction) => Promise<void>,
): Promise<DayRows[T]> =>
  changeDays(deps, actor, table, owner, async (trx) => {
    const before = await dayEntry(trx, table, owner, id);
    if (before) return before;
    await insert(trx);
    return known(await dayEntry(trx, table, owner, id), 'What was added');
  });

/** Puts one in the place of the one of its id. @throws as changeDays does; NotPermitted also where there is none of this id */
export const replaceDays = <T extends DayTable>(
  deps: DaysDeps,
  actor: Actor,
  { table, owner, what }: NamedDays<T>,
  { id }: DayRows[T],
  insert: (trx: Knex.Transaction) => Promise<void>,
): Promise<DayRows[T]> =>
  changeDays(deps, actor, table, owner, async (trx) => {
    known(await deleteDays(trx, table, owner, id), what);
    await insert(trx);
    return known(await dayEntry(trx, table, owner, id), what);
  });

/** @returns what it was. @throws NotPermitted also where there is none of this id */
export async function removeDays<T extends DayTable>(
  { knex }: Pick<CommandDeps, 'knex'>,
  actor: Actor,
  table: T,
  { owner, id, what }: { owner: DaysOwner; id: string; what: string },
): Promise<DayRows[T]> {
  await permitDays(knex, actor, owner, 'change');
  return known(await deleteDays(knex, table, owner, id), what);
}

/** @throws InvalidInput days that end before they begin, are too many, or over for everybody */
export function checkSpan(span: DaySpan, nowMs: number): void {
  const problem = spanProblem(span, nowMs);
  if (problem) throw new InvalidInput('lastDay', SPAN_WORDS[problem]);
}

const SPAN_WORDS: Record<SpanProblem, string> = {
  'ends-before': 'must not be before firstDay',
  'too-long': `must be within ${LONGEST_SPAN_DAYS} days, of which firstDay is the first`,
  past: 'must not be past',
};
