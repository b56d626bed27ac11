import {
  countCalendars,
  ownerOfDeleted,
  restoreCalendarRow,
} from '../../adapters/postgres/calendars/write-calendar.ts';
import type { Actor } from '../../policies/actor.ts';
import { NotPermitted } from '../../policies/not-permitted.ts';
import { actingFor } from '../../queries/calendars/acting-for.ts';
import { bringBackSince, type KeptFor } from '../../queries/calendars/bring-back.ts';
import type { CommandDeps } from '../deps.ts';
import { MOST_CALENDARS } from './limits.ts';
import { CalendarRefusal } from './refusals.ts';

/** Brings a deleted calendar back with all that was in it. @throws NotPermitted also when it is too late; CalendarRefusal */
export async function restoreCalendar(
  { knex, ...kept }: Pick<CommandDeps, 'knex'> & KeptFor,
  actor: Actor,
  calendar: { tenantId: string; id: string },
): Promise<void> {
  await knex.transaction(async (trx) => {
    const principalId = await ownerOfDeleted(trx, calendar, bringBackSince(kept));
    if (principalId === null) throw new NotPermitted('The calendar');
    await actingFor({ knex: trx }, actor, { tenantId: calendar.tenantId, id: principalId });
    await trx('principals').where({ id: principalId }).forNoKeyUpdate().first('id');
    if ((await countCalendars(trx, principalId)) >= MOST_CALENDARS)
      throw new CalendarRefusal('quota-not-exceeded', { status: 507 });
    await restoreCalendarRow(trx, calendar.id);
  });
}
