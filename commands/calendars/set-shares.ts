import { privilegesFor, type Access } from '../../policies/sharing.ts';
import type { Member, SeenCollection } from '../../queries/calendars/collections.ts';
import type { CommandDeps } from '../deps.ts';
import { InvalidInput } from '../invalid-input.ts';
import { setGrants } from './share-calendar.ts';

export interface Shares {
  shares: readonly { principalId: string; access: Access }[];
  everybody: 'free-busy' | 'nothing';
}

/**
 * Shares a calendar with those who are named, in place of all whom it was shared with.
 *
 * @throws MissingPrivilege; InvalidInput: somebody who is named is nobody of the tenant, or its owner
 */
export async function setShares(
  deps: Pick<CommandDeps, 'knex'>,
  member: Member,
  calendar: SeenCollection,
  { shares, everybody }: Shares,
): Promise<void> {
  const own = shares.findIndex(({ principalId }) => principalId.toLowerCase() === calendar.principalId);
  if (own >= 0) throw new InvalidInput(`shares.${own}.principalId`, 'must not be its owner');
  const grants = shares.map(({ principalId, access }) => ({
    principalId: principalId.toLowerCase(),
    privileges: privilegesFor(access),
  }));
  const all = { principalId: null, privileges: everybody === 'nothing' ? [] : privilegesFor(everybody) };
  const [unknown] = await setGrants(deps, member, calendar, [all, ...grants]);
  if (unknown === undefined) return;
  const at = grants.findIndex(({ principalId }) => principalId === unknown);
  throw new InvalidInput(`shares.${at}.principalId`, 'is no principal of the tenant');
}
