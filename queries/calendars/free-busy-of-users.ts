import { principalOfAddress } from '../../adapters/postgres/people/addresses.ts';
import { principalById } from '../../adapters/postgres/people/principals.ts';
import { mergeBusy, type BusyPeriod } from '../../domain/freebusy/busy-period.ts';
import type { TimeRange } from '../../domain/time/instant.ts';
import { isUuid } from '../../domain/uuid.ts';
import type { Actor } from '../../policies/actor.ts';
import { permit } from '../../policies/permit.ts';
import type { QueryDeps } from '../deps.ts';
import { nobodyIn } from './collections.ts';
import { freeBusyOf } from './free-busy.ts';

type Deps = Pick<QueryDeps, 'knex'>;

/** When somebody has no time, or why nobody says it. */
export type FreeBusyAnswer =
  | { user: string; status: 'known'; principalId: string; busy: BusyPeriod[] }
  /** They are nobody here. */
  | { user: string; status: 'unknown' }
  /** They do not let whoever asks see it. */
  | { user: string; status: 'forbidden' };

/**
 * When several principals have no time, in the order in which they are named: merged, by start, and within the range.
 *
 * @param users addresses or ids of principals
 * @throws NotPermitted
 */
export async function freeBusyOfUsers(
  deps: Deps,
  actor: Actor,
  { tenantId, users, range }: { tenantId: string; users: readonly string[]; range: TimeRange },
): Promise<FreeBusyAnswer[]> {
  permit(actor, 'freebusy.see', { tenantId }, 'The tenant');
  return Promise.all(users.map((user) => answerFor(deps, actor, { tenantId, user, range })));
}

async function answerFor(
  deps: Deps,
  actor: Actor,
  { tenantId, user, range }: { tenantId: string; user: string; range: TimeRange },
): Promise<FreeBusyAnswer> {
  const principal = isUuid(user)
    ? await principalById(deps.knex, tenantId, user.toLowerCase())
    : await principalOfAddress(deps.knex, tenantId, user);
  if (!principal) return { user, status: 'unknown' };
  // Whoever shows a key of the tenant knows what everybody who is signed in may know.
  const reader = actor.kind === 'member' ? actor : nobodyIn(tenantId);
  const periods = await freeBusyOf(deps, reader, principal.id, range);
  if (periods === null) return { user, status: 'forbidden' };
  return { user, status: 'known', principalId: principal.id, busy: mergeBusy(periods, range) };
}
