import {
  collectionAt,
  collectionById,
  collectionsIn,
  ownCollection,
  type Collection,
} from '../../adapters/postgres/calendars/collections.ts';
import { homeProperties } from '../../adapters/postgres/calendars/home.ts';
import { principalOfAddress, principalOfLocalPart } from '../../adapters/postgres/people/addresses.ts';
import { principalById, type Principal } from '../../adapters/postgres/people/principals.ts';
import { isUuid } from '../../domain/uuid.ts';
import type { Actor } from '../../policies/actor.ts';
import { privilegesOf, type Privilege } from '../../policies/privileges.ts';
import type { QueryDeps } from '../deps.ts';

export type { Collection } from '../../adapters/postgres/calendars/collections.ts';
export type { Principal } from '../../adapters/postgres/people/principals.ts';

type Deps = Pick<QueryDeps, 'knex'>;
export type Member = Extract<Actor, { kind: 'member' }>;

/** Somebody who is signed in, and owns nothing and was given nothing. */
export const nobodyIn = (tenantId: string): Member => ({
  kind: 'member',
  tenantId,
  principalId: '00000000-0000-0000-0000-000000000000',
});

/** A collection with what its reader may do with it. */
export interface SeenCollection extends Collection {
  privileges: ReadonlySet<Privilege>;
}

const seen =
  ({ principalId }: Member) =>
  (collection: Collection): SeenCollection => ({
    ...collection,
    privileges: privilegesOf({ principalId, groupIds: collection.groupIds }, collection),
  });

const readerOf = ({ tenantId, principalId }: Member) => ({ tenantId, readerId: principalId });

/** Null: there is none, or the reader may do nothing at all with it. */
const known = (member: Member, collection: Collection | null): SeenCollection | null => {
  const found = collection && seen(member)(collection);
  return found && found.privileges.size > 0 ? found : null;
};

/** The collection at an address, see `collectionAt`. */
export const collectionFor = async (
  { knex }: Deps,
  member: Member,
  at: { principalId: string; segment: string },
): Promise<SeenCollection | null> => known(member, await collectionAt(knex, readerOf(member), at));

export const collectionOfId = async (
  { knex }: Deps,
  member: Member,
  id: string,
): Promise<SeenCollection | null> => known(member, await collectionById(knex, readerOf(member), id));

/** What is in somebody's home, and what was shared with them, as far as the reader may see it. */
export async function collectionsFor(
  { knex }: Deps,
  member: Member,
  principalId: string,
): Promise<SeenCollection[]> {
  const all = await collectionsIn(knex, readerOf(member), principalId);
  return all.map(seen(member)).filter(({ privileges }) => privileges.size > 0);
}

/** Everybody who is signed in may know who there is in their tenant. */
export const principalOf = ({ knex }: Deps, { tenantId }: Member, id: string): Promise<Principal | null> =>
  principalById(knex, tenantId, id);

export const propertiesOfHome = ({ knex }: Deps, principalId: string): Promise<Record<string, string>> =>
  homeProperties(knex, principalId);

/** The segment of the calendar that invitations of an inbox go to. */
export async function defaultCalendarOf(
  { knex }: Deps,
  { tenantId, principalId }: Pick<Collection, 'tenantId' | 'principalId'>,
): Promise<string | null> {
  return (await ownCollection(knex, { tenantId, principalId }, 'default'))?.segment ?? null;
}

/** Who is called so: by an address of theirs, by what stands before its at-sign where that is one's only, or by their id. */
export async function principalNamed(
  { knex }: Deps,
  { tenantId }: Member,
  name: string,
): Promise<string | null> {
  if (isUuid(name)) return (await principalById(knex, tenantId, name))?.id ?? null;
  if (name.includes('@')) return (await principalOfAddress(knex, tenantId, name))?.id ?? null;
  return principalOfLocalPart(knex, tenantId, name);
}
