import type { Knex } from 'knex';
import type { Holiday, HolidaysRead } from '../../../domain/feeds/holidays.ts';
import type { Instant } from '../../../domain/time/instant.ts';
import { dateOf } from './own-days.ts';
import { dayOf } from './event-types.ts';

/** A calendar whose days are days off for a member. */
export interface HolidayCalendar {
  id: string;
  name: string;
  /** Of its address, the host; null: a file that was handed in. */
  maskedUrl: string | null;
  readAt: Date;
  /** Null: not by itself. */
  nextReadAt: Date | null;
  /** The first failure since the last good reading, and why the last one failed; null: it was good. */
  failingSince: Date | null;
  problem: string | null;
  problems: number;
  complete: boolean;
  createdAt: Date;
}

/** Whose calendar it is, and its id. */
export interface NamedCalendar {
  tenantId: string;
  principalId: string;
  id: string;
}

const COLUMNS = {
  id: 'id',
  name: 'name',
  maskedUrl: 'url_masked',
  readAt: 'read_at',
  nextReadAt: 'next_read_at',
  failingSince: 'failing_since',
  problem: 'problem',
  problems: 'problems',
  complete: 'complete',
  createdAt: 'created_at',
} as const;

const at = ({ tenantId, principalId, id }: NamedCalendar) => ({
  tenant_id: tenantId,
  principal_id: principalId,
  id,
});

/** All of a member, in the order in which they were made. */
export const holidayCalendarsOf = (
  knex: Knex,
  { tenantId, id }: { tenantId: string; id: string },
): Promise<HolidayCalendar[]> =>
  knex('holiday_calendars')
    .where({ tenant_id: tenantId, principal_id: id })
    .orderBy(['created_at', 'id'])
    .select<HolidayCalendar[]>(COLUMNS);

/** @returns null also when it is another member's */
export const holidayCalendarById = async (
  knex: Knex,
  named: NamedCalendar,
): Promise<HolidayCalendar | null> =>
  (await knex('holiday_calendars').where(at(named)).first<HolidayCalendar | undefined>(COLUMNS)) ?? null;

/** The days of a calendar, in their order; there is a most. */
export async function holidaysIn(knex: Knex, calendarId: string): Promise<Holiday[]> {
  const { rows } = await knex.raw<{ rows: Holiday[] }>(
    `SELECT ${dayOf('day')} AS day, name FROM holidays WHERE calendar_id = :calendarId ORDER BY 1`,
    { calendarId },
  );
  return rows;
}

/** What a calendar is to be; `address` is null where it is a file. */
export interface NewHolidayCalendar {
  name: string;
  read: HolidaysRead;
  nowMs: Instant;
  address: { sealed: Buffer; keyId: string; masked: string; nextMs: Instant } | null;
}

/** Makes a calendar, or puts what was read now in the place of what it had. */
export async function putHolidayCalendar(
  trx: Knex.Transaction,
  named: NamedCalendar,
  { name, read, nowMs, address }: NewHolidayCalendar,
): Promise<void> {
  const row = {
    name,
    url_sealed: address?.sealed ?? null,
    url_key_id: address?.keyId ?? null,
    url_masked: address?.masked ?? null,
    next_read_at: address && new Date(address.nextMs),
    ...readingOf(read, nowMs),
  };
  await trx('holiday_calendars')
    .insert({ ...at(named), ...row })
    .onConflict('id')
    .merge(row);
  await putDays(trx, named, read.days);
}

/** How a calendar stands that could be read. */
export const readingOf = ({ complete, problems }: HolidaysRead, nowMs: Instant) => ({
  ...{ complete, problems },
  read_at: new Date(nowMs),
  failing_since: null,
  problem: null,
});

/** In the place of the days that it had. */
export async function putDays(
  trx: Knex.Transaction,
  named: NamedCalendar,
  days: readonly Holiday[],
): Promise<void> {
  await trx('holidays').where({ calendar_id: named.id }).delete();
  await trx.raw(
    `INSERT INTO holidays (calendar_id, tenant_id, principal_id, day, name)
     SELECT CAST(:id AS uuid), CAST(:tenantId AS uuid), CAST(:principalId AS uuid),
            ${dateOf("holiday->>'day'")}, holiday->>'name'
       FROM jsonb_array_elements(CAST(:days AS jsonb)) holiday`,
    { ...named, days: JSON.stringify(days) },
  );
}

/** With its days. */
export const deleteHolidayCalendar = async (knex: Knex, named: NamedCalendar): Promise<void> =>
  void (await knex('holiday_calendars').where(at(named)).delete());
