import { setDefaultCalendar } from '../../adapters/postgres/calendars/write-calendar.ts';
import { lockCalendar } from '../../adapters/postgres/calendars/write-object.ts';
import { demand } from '../../policies/missing-privilege.ts';
import { NotPermitted } from '../../policies/not-permitted.ts';
import type { SeenCollection } from '../../queries/calendars/collections.ts';
import type { CommandDeps } from '../deps.ts';
import { CalendarRefusal } from './refusals.ts';

/** Lets invitations of its owner go to this calendar (RFC 6638 §9.2). @throws MissingPrivilege, NotPermitted, CalendarRefusal */
export async function chooseDefault(
  { knex }: Pick<CommandDeps, 'knex'>,
  calendar: SeenCollection,
): Promise<void> {
  demand(calendar, 'all');
  if (!calendar.components.includes('VEVENT')) throw new CalendarRefusal('supported-calendar-component');
  await knex.transaction(async (trx) => {
    // Of two that are chosen at once, one is it in the end.
    await trx('principals').where({ id: calendar.principalId }).forNoKeyUpdate().first('id');
    if (!(await lockCalendar(trx, calendar.id))) throw new NotPermitted('The calendar');
    await setDefaultCalendar(trx, calendar);
  });
}
