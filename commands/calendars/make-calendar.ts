import { randomUUID } from 'node:crypto';
import { countCalendars, insertCalendar } from '../../adapters/postgres/calendars/write-calendar.ts';
import { principalById } from '../../adapters/postgres/people/principals.ts';
import type { Actor } from '../../policies/actor.ts';
import { permit } from '../../policies/permit.ts';
import type { CommandDeps } from '../deps.ts';
import type { CalendarChanges } from './change-calendar.ts';
import { MOST_CALENDARS } from './limits.ts';
import { CalendarRefusal } from './refusals.ts';

export interface NewCalendar extends CalendarChanges {
  tenantId: string;
  /** Whose home it is in. */
  principalId: string;
  /** The last part of its address; an id of its own when absent. */
  segment?: string;
  /** What may be in it; events, tasks and journals when absent. */
  components?: readonly string[];
}

/** Makes a calendar. @returns its segment. @throws NotPermitted, CalendarRefusal */
export async function makeCalendar(
  { knex }: Pick<CommandDeps, 'knex'>,
  actor: Actor,
  calendar: NewCalendar,
): Promise<{ segment: string }> {
  const { tenantId, principalId, segment = randomUUID().toUpperCase() } = calendar;
  permit(actor, 'calendars.change', await principalById(knex, tenantId, principalId), 'The principal');
  await knex.transaction(async (trx) => {
    await trx('principals').where({ id: principalId }).forNoKeyUpdate().first('id');
    if ((await countCalendars(trx, principalId)) >= MOST_CALENDARS)
      throw new CalendarRefusal('quota-not-exceeded', { status: 507 });
    if (!(await insertCalendar(trx, { ...calendar, segment })))
      throw new CalendarRefusal('resource-must-be-null', { status: 405 });
  });
  return { segment };
}
