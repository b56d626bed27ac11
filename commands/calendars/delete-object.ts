import { objectNamed } from '../../adapters/postgres/calendars/stored-objects.ts';
import { lockCalendar, removeObject } from '../../adapters/postgres/calendars/write-object.ts';
import { demand } from '../../policies/missing-privilege.ts';
import { NotPermitted } from '../../policies/not-permitted.ts';
import type { SeenCollection } from '../../queries/calendars/collections.ts';
import type { CommandDeps } from '../deps.ts';
import { expect, type Expectation } from './expectation.ts';

/**
 * Removes an object from a calendar; it can be brought back for a while.
 *
 * @throws MissingPrivilege; NotPermitted where there is none; ConditionFailed
 */
export async function deleteObject(
  { knex }: Pick<CommandDeps, 'knex'>,
  { calendar, name, expected }: { calendar: SeenCollection; name: string; expected: Expectation },
): Promise<void> {
  demand(calendar, 'unbind');
  await knex.transaction(async (trx) => {
    if (!(await lockCalendar(trx, calendar.id))) throw new NotPermitted('The calendar');
    const existing = await objectNamed(trx, calendar.id, name);
    if (!existing) throw new NotPermitted('The object');
    expect(expected, existing);
    await removeObject(trx, calendar, name);
  });
}
