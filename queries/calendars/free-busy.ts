import { busyCalendarsOf, readBusy } from '../../adapters/postgres/calendars/busy.ts';
import type { BusyPeriod } from '../../domain/freebusy/busy-period.ts';
import type { TimeRange } from '../../domain/time/instant.ts';
import { demand } from '../../policies/missing-privilege.ts';
import { privilegesOf } from '../../policies/privileges.ts';
import type { QueryDeps } from '../deps.ts';
import type { Member, SeenCollection } from './collections.ts';

type Deps = Pick<QueryDeps, 'knex'>;

/** Five years; whoever wants to plan further asks again: what is written of it has an end. */
export const LONGEST_WINDOW_MS = 5 * 366 * 86_400_000;

/**
 * When a principal has no time, as far as the reader may know: in all calendars of theirs with `read-free-busy` that count, and in
 * meetings. In no order; these may overlap, and reach out of the range.
 *
 * @returns null: they may know of nothing
 */
export async function freeBusyOf(
  { knex }: Deps,
  { tenantId, principalId: readerId }: Member,
  principalId: string,
  range: TimeRange,
): Promise<BusyPeriod[] | null> {
  const calendars = await busyCalendarsOf(knex, { tenantId, readerId }, [principalId]);
  const readable = calendars.filter((calendar) =>
    privilegesOf({ principalId: readerId, groupIds: calendar.groupIds }, calendar).has('read-free-busy'),
  );
  if (readable.length === 0 && calendars.length > 0) return null;
  const meets =
    calendars.length === 0 || readable.some(({ isDefault, source }) => isDefault || source !== 'local');
  return readBusy(knex, { calendars: readable, meetingsOf: meets ? principalId : null }, range);
}

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
