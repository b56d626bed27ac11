import {
  holidayCalendarById,
  holidayCalendarsOf,
  holidaysIn,
  type HolidayCalendar,
  type NamedCalendar,
} from '../adapters/postgres/booking/holidays.ts';
import type { Holiday } from '../domain/feeds/holidays.ts';
import type { Actor } from '../policies/actor.ts';
import { known, permittedMember, type NamedMember } from './availability.ts';
import type { QueryDeps } from './deps.ts';

export type { HolidayCalendar, NamedCalendar } from '../adapters/postgres/booking/holidays.ts';

/** A calendar and its days. */
export interface HolidayCalendarRead {
  calendar: HolidayCalendar;
  days: readonly Holiday[];
}

/** Those of a member, in the order in which they were made. @throws NotPermitted */
export async function holidayCalendarsFor(
  { knex }: Pick<QueryDeps, 'knex'>,
  actor: Actor,
  named: NamedMember,
): Promise<HolidayCalendar[]> {
  await permittedMember(knex, actor, named, 'see');
  return holidayCalendarsOf(knex, named);
}

/** @throws NotPermitted also where there is none of this id */
export async function holidayCalendarFor(
  { knex }: Pick<QueryDeps, 'knex'>,
  actor: Actor,
  named: NamedCalendar,
): Promise<HolidayCalendarRead> {
  await permittedMember(knex, actor, { tenantId: named.tenantId, id: named.principalId }, 'see');
  const calendar = known(await holidayCalendarById(knex, named), 'The calendar');
  return { calendar, days: await holidaysIn(knex, named.id) };
}
