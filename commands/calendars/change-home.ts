import { homeProperties, setHomeProperties } from '../../adapters/postgres/calendars/home.ts';
import { principalById } from '../../adapters/postgres/people/principals.ts';
import type { Actor } from '../../policies/actor.ts';
import { permit } from '../../policies/permit.ts';
import type { CommandDeps } from '../deps.ts';
import { propertiesAfter } from './change-calendar.ts';

/**
 * Changes what clients keep with all calendars of somebody.
 *
 * @param changes by their names in Clark notation, as XML; null: no more
 * @throws NotPermitted, CalendarRefusal
 */
export async function changeHome(
  { knex }: Pick<CommandDeps, 'knex'>,
  actor: Extract<Actor, { kind: 'member' }>,
  principalId: string,
  changes: Readonly<Record<string, string | null>>,
): Promise<void> {
  const { tenantId } = actor;
  permit(actor, 'calendars.change', await principalById(knex, tenantId, principalId), 'The principal');
  await knex.transaction(async (trx) => {
    await trx('calendar_homes').where({ principal_id: principalId }).forNoKeyUpdate().first('principal_id');
    await setHomeProperties(
      trx,
      principalId,
      propertiesAfter(await homeProperties(trx, principalId), changes),
    );
  });
}
