import { lockCalendar } from '../../adapters/postgres/calendars/write-object.ts';
import { deleteCalendarRow, updateCalendar } from '../../adapters/postgres/calendars/write-calendar.ts';
import { demand } from '../../policies/missing-privilege.ts';
import { NotPermitted } from '../../policies/not-permitted.ts';
import type { SeenCollection } from '../../queries/calendars/collections.ts';
import type { CommandDeps } from '../deps.ts';
import { CalendarRefusal } from './refusals.ts';
import { timeTakenAgain } from './time-taken.ts';

/** What is left out stays. */
export interface CalendarChanges {
  name?: string | null | undefined;
  /** IANA name; null: its owner's. */
  timezone?: string | null | undefined;
  transparent?: boolean | undefined;
  /** Properties that clients keep, by their names in Clark notation, as XML; null: no more. */
  properties?: Readonly<Record<string, string | null>>;
}

/** Clients keep colours and orders there, not files. */
const MOST_PROPERTIES = 100;
const MOST_PROPERTY_BYTES = 64 * 1024;

/** Changes how a calendar is called, shown and counted. @throws MissingPrivilege, NotPermitted, CalendarRefusal */
export async function changeCalendar(
  { knex }: Pick<CommandDeps, 'knex'>,
  calendar: SeenCollection,
  changes: CalendarChanges,
): Promise<void> {
  demand(calendar, 'write-properties');
  const properties = propertiesAfter(calendar.properties, changes.properties ?? {});
  await knex.transaction(async (trx) => {
    if (!(await lockCalendar(trx, calendar.id))) throw new NotPermitted('The calendar');
    const timezone = await updateCalendar(trx, calendar.id, { ...changes, properties });
    if (timezone !== calendar.timezone) await timeTakenAgain(trx, { ...calendar, timezone });
  });
}

/** @throws CalendarRefusal: they are more than anybody needs */
export function propertiesAfter(
  before: Readonly<Record<string, string>>,
  changes: Readonly<Record<string, string | null>>,
): Record<string, string> {
  const after = Object.entries({ ...before, ...changes }).filter(
    (entry): entry is [string, string] => entry[1] !== null,
  );
  const bytes = after.reduce((sum, [name, value]) => sum + name.length + Buffer.byteLength(value), 0);
  if (after.length > MOST_PROPERTIES || bytes > MOST_PROPERTY_BYTES)
    throw new CalendarRefusal('quota-not-exceeded', { status: 507 });
  return Object.fromEntries(after);
}

/** Removes a calendar with all that is in it. The one that invitations go to stays. @throws MissingPrivilege, NotPermitted, CalendarRefusal */
export async function deleteCalendar(
  { knex }: Pick<CommandDeps, 'knex'>,
  calendar: SeenCollection,
): Promise<void> {
  demand(calendar, 'all');
  if (calendar.kind !== 'calendar' || calendar.isDefault)
    throw new CalendarRefusal('default-calendar-needed');
  await knex.transaction(async (trx) => {
    if (!(await lockCalendar(trx, calendar.id))) throw new NotPermitted('The calendar');
    await deleteCalendarRow(trx, calendar.id);
  });
}
