import { grantsOf } from '../../adapters/postgres/calendars/grants.ts';
import { grantOfAll, type Grant } from '../../policies/privileges.ts';
import { demand } from '../../policies/missing-privilege.ts';
import { privilegesFor, type Access } from '../../policies/sharing.ts';
import type { Member, SeenCollection } from '../../queries/calendars/collections.ts';
import type { CommandDeps } from '../deps.ts';
import { InvalidInput } from '../invalid-input.ts';
import { setGrants } from './share-calendar.ts';

export interface Share {
  principalId: string;
  /** Null: what they may do stays, whatever it is. */
  access: Access | null;
}

export interface Shares {
  shares: readonly Share[];
  /** Whoever is signed in. Null: what they may do stays. */
  everybody: 'free-busy' | 'nothing' | null;
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
  demand(calendar, 'write-acl');
  const own = shares.findIndex(({ principalId }) => principalId.toLowerCase() === calendar.principalId);
  if (own >= 0) throw new InvalidInput(`shares.${own}.principalId`, 'must not be its owner');
  const before = await grantsOf(deps.knex, calendar.id);
  const named = shares.map(({ principalId, access }) => grantFor(before, principalId.toLowerCase(), access));
  const [unknown] = await setGrants(deps, member, calendar, [ofEverybody(before, everybody), ...named]);
  if (unknown === undefined) return;
  const at = named.findIndex(({ principalId }) => principalId === unknown);
  throw new InvalidInput(`shares.${at}.principalId`, 'is no principal of the tenant');
}

function grantFor(before: readonly Grant[], principalId: string, access: Access | null): Grant {
  const held = before.find((grant) => grant.principalId === principalId)?.privileges ?? [];
  return { principalId, privileges: access === null ? held : privilegesFor(access) };
}

function ofEverybody(before: readonly Grant[], everybody: Shares['everybody']): Grant {
  const held = grantOfAll({ kind: 'calendar', grants: before });
  const privileges = everybody === null ? held : everybody === 'nothing' ? [] : privilegesFor(everybody);
  return { principalId: null, privileges };
}
