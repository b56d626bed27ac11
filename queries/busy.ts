import { busyPeriods } from '../adapters/postgres/calendars/busy-periods.ts';
import { principalById } from '../adapters/postgres/people/principals.ts';
import { mergeBusy, type BusyPeriod } from '../domain/freebusy/busy-period.ts';
import type { TimeRange } from '../domain/time/instant.ts';
import type { Actor } from '../policies/actor.ts';
import { may } from '../policies/may.ts';
import { NotPermitted } from '../policies/not-permitted.ts';
import type { QueryDeps } from './deps.ts';

/** When a principal has no time: by start, no two at once. @throws NotPermitted also where there is none of this id */
export async function busyFor(
  { knex }: Pick<QueryDeps, 'knex'>,
  actor: Actor,
  { tenantId, id }: { tenantId: string; id: string },
  range: TimeRange,
): Promise<BusyPeriod[]> {
  const principal = await principalById(knex, tenantId, id);
  if (!principal || !may(actor, 'principal.see-busy', principal)) throw new NotPermitted('The principal');
  return mergeBusy(await busyPeriods(knex, id, range), range);
}
