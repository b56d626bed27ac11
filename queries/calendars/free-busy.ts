import { busyCalendarsOf, readBusy, type BusyCalendar } from '../../adapters/postgres/calendars/busy.ts';
import type { BusyPeriod } from '../../domain/freebusy/busy-period.ts';
import type { TimeRange } from '../../domain/time/instant.ts';
import { demand } from '../../policies/missing-privilege.ts';
import { grantOfAll, privilegesOf } from '../../policies/privileges.ts';
import type { QueryDeps } from '../deps.ts';
import type { Member, SeenCollection } from './collections.ts';

type Deps = Pick<QueryDeps, 'knex'>;

/** A year, and whoever wants to plan further asks again: what is written of it has an end. */
export const LONGEST_WINDOW_MS = 5 * 366 * 86_400_000;

/**
 * When a principal has no time, as far as the reader may know: in all calendars of theirs with `read-free-busy` that count, and in
 * meetings. In no order; these may overlap, and reach out of the range.
 *
 * @returns null: they may know of nothing
 */
export async function freeBusyOf(
  { knex }: Deps,
  member: Member,
  principalId: string,
  range: TimeRange,
): Promise<BusyPeriod[] | null> {
  const reader = { tenantId: member.tenantId, readerId: member.principalId };
  const calendars = await busyCalendarsOf(knex, reader, [principalId]);
  const readable = calendars.filter((calendar) => maySeeTimes(member, calendar));
  if (readable.length === 0 && calendars.length > 0) return null;
  const meets =
    calendars.length === 0 || readable.some(({ isDefault, source }) => isDefault || source !== 'local');
  return readBusy(knex, { calendars: readable, meetingsOf: meets ? principalId : null }, range);
}

const maySeeTimes = ({ principalId }: Member, calendar: BusyCalendar): boolean =>
  privilegesOf({ principalId, groupIds: calendar.groupIds }, calendar).has('read-free-busy');

/** The same of one calendar. @throws MissingPrivilege */
export async function freeBusyIn(
  { knex }: Deps,
  calendar: SeenCollection,
  range: TimeRange,
): Promise<BusyPeriod[]> {
  demand(calendar, 'read-free-busy');
  if (calendar.transparent) return [];
  return readBusy(knex, { calendars: [calendar], meetingsOf: null }, range);
}

/** Whoever shows a key of the tenant knows what everybody who is signed in may know. */
export async function freeBusyForKey(
  { knex }: Deps,
  tenantId: string,
  principalId: string,
  range: TimeRange,
): Promise<BusyPeriod[] | null> {
  const calendars = await busyCalendarsOf(knex, { tenantId, readerId: principalId }, [principalId]);
  const readable = calendars.filter((calendar) => grantOfAll(calendar).includes('read-free-busy'));
  if (readable.length === 0 && calendars.length > 0) return null;
  return readBusy(knex, { calendars: readable, meetingsOf: principalId }, range);
}
