import { busyCalendarsOf, readBusy } from '../adapters/postgres/calendars/busy.ts';
import { principalById } from '../adapters/postgres/people/principals.ts';
import { mergeBusy, type BusyPeriod } from '../domain/freebusy/busy-period.ts';
import type { TimeRange } from '../domain/time/instant.ts';
import type { Actor } from '../policies/actor.ts';
import { permit } from '../policies/permit.ts';
import type { QueryDeps } from './deps.ts';

/** When a principal has no time: by start, no two at once. @throws NotPermitted also where there is none of this id */
export async function busyFor(
  { knex }: Pick<QueryDeps, 'knex'>,
  actor: Actor,
  { tenantId, id }: { tenantId: string; id: string },
  range: TimeRange,
): Promise<BusyPeriod[]> {
  permit(actor, 'principal.see-busy', await principalById(knex, tenantId, id), 'The principal');
  const calendars = await busyCalendarsOf(knex, { tenantId, readerId: id }, [id]);
  return mergeBusy(await readBusy(knex, { calendars, meetingsOf: id }, range), range);
}
