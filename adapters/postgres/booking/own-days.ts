import type { Knex } from 'knex';
import type { DayBlock } from '../../../domain/availability/schedule.ts';
import type { DayNumber } from '../../../domain/time/calendar-days.ts';
import { dayOf } from './event-types.ts';

/** Whose days they are: a member's, or those of an event type alone. */
export interface DaysOwner {
  kind: 'principal' | 'event-type';
  tenantId: string;
  id: string;
}

export interface StoredOverride {
  id: string;
  day: DayNumber;
  /** None: nothing can be booked then. */
  blocks: readonly DayBlock[];
  label: string;
}

interface Span {
  id: string;
  firstDay: DayNumber;
  /** Included. */
  lastDay: DayNumber;
}

export interface StoredVacation extends Span {
  /** For the member and the backend alone. */
  reason: string;
}

export interface StoredTemporaryHours extends Span {
  name: string;
  /** Sunday is 0; null: each. */
  weekdays: readonly number[] | null;
  blocks: readonly DayBlock[];
}

export interface StoredTravel extends Span {
  /** IANA name. */
  timezone: string;
}

/** What each of the tables has of an owner. */
export interface DayRows {
  date_overrides: StoredOverride;
  vacations: StoredVacation;
  temporary_hours: StoredTemporaryHours;
  travels: StoredTravel;
}
export type DayTable = keyof DayRows;

const SPAN = `id, ${dayOf('first_day')} AS "firstDay", ${dayOf('last_day')} AS "lastDay"`;

const COLUMNS: Record<DayTable, string> = {
  date_overrides: `id, ${dayOf('day')} AS day, blocks, label`,
  vacations: `${SPAN}, reason`,
  temporary_hours: `${SPAN}, name, weekdays, blocks`,
  travels: `${SPAN}, timezone`,
};

/** A number as the day that it is. */
export const dateOf = (value: string): string => `(DATE '1970-01-01' + CAST(${value} AS integer))`;

const firstDay = (table: DayTable): string => (table === 'date_overrides' ? 'day' : 'first_day');
const lastDay = (table: DayTable): string => (table === 'date_overrides' ? 'day' : 'last_day');

const ownedBy = ({ kind }: DaysOwner): string =>
  `tenant_id = :tenantId AND ${kind === 'principal' ? 'principal_id' : 'event_type_id'} = :ownerId`;
const owning = ({ tenantId, id }: DaysOwner) => ({ tenantId, ownerId: id });

export interface DaysFilter {
  /** Those that are not over before this day. */
  from: DayNumber;
  /** Those after the one of this id. */
  after?: string | undefined;
  limit: number;
}

/** In the order of the days that they begin with. */
export async function daysIn<T extends DayTable>(
  knex: Knex,
  table: T,
  owner: DaysOwner,
  { from, after, limit }: DaysFilter,
): Promise<DayRows[T][]> {
  const first = firstDay(table);
  const { rows } = await knex.raw<{ rows: DayRows[T][] }>(
    `SELECT ${COLUMNS[table]} FROM ${table}
      WHERE ${ownedBy(owner)} AND ${lastDay(table)} >= ${dateOf(':from')}
        AND (CAST(:after AS uuid) IS NULL
             OR (${first}, id) > (SELECT ${first}, id FROM ${table} WHERE ${ownedBy(owner)} AND id = :after))
      ORDER BY ${first}, id
      LIMIT :limit`,
    { ...owning(owner), from, after: after ?? null, limit },
  );
  return rows;
}

/** @returns null also when it is somebody else's */
export async function dayEntry<T extends DayTable>(
  knex: Knex,
  table: T,
  owner: DaysOwner,
  id: string,
): Promise<DayRows[T] | null> {
  const { rows } = await knex.raw<{ rows: DayRows[T][] }>(
    `SELECT ${COLUMNS[table]} FROM ${table} WHERE ${ownedBy(owner)} AND id = :id`,
    { ...owning(owner), id },
  );
  return rows[0] ?? null;
}

/** How many there are that are not over before that day. */
export async function countFrom(
  knex: Knex,
  table: DayTable,
  owner: DaysOwner,
  from: DayNumber,
): Promise<number> {
  const { rows } = await knex.raw<{ rows: { count: number }[] }>(
    `SELECT count(*)::int AS count FROM ${table} WHERE ${ownedBy(owner)} AND ${lastDay(table)} >= ${dateOf(':from')}`,
    { ...owning(owner), from },
  );
  return rows[0]?.count ?? 0;
}

/** @returns what was deleted; null: there was none, or it is somebody else's */
export async function deleteDays<T extends DayTable>(
  knex: Knex,
  table: T,
  owner: DaysOwner,
  id: string,
): Promise<DayRows[T] | null> {
  const { rows } = await knex.raw<{ rows: DayRows[T][] }>(
    `DELETE FROM ${table} WHERE ${ownedBy(owner)} AND id = :id RETURNING ${COLUMNS[table]}`,
    { ...owning(owner), id },
  );
  return rows[0] ?? null;
}

/** Those of which one of these days is a part. */
export async function daysWithin<T extends DayTable>(
  knex: Knex,
  table: T,
  owner: DaysOwner,
  { firstDay: first, lastDay: last }: { firstDay: DayNumber; lastDay: DayNumber },
): Promise<DayRows[T][]> {
  const { rows } = await knex.raw<{ rows: DayRows[T][] }>(
    `SELECT ${COLUMNS[table]} FROM ${table} WHERE ${ownedBy(owner)}
        AND ${firstDay(table)} <= ${dateOf(':last')} AND ${lastDay(table)} >= ${dateOf(':first')}`,
    { ...owning(owner), first, last },
  );
  return rows;
}
