import { listPrincipals, type PrincipalKind } from '../adapters/postgres/people/principals.ts';
import { tenantById } from '../adapters/postgres/tenants.ts';
import type { Actor } from '../policies/actor.ts';
import { NotPermitted } from '../policies/not-permitted.ts';
import { permit } from '../policies/permit.ts';
import type { QueryDeps } from './deps.ts';

/** Whom or what an event type can name, as members of the tenant know them: without any address. */
export interface Colleague {
  id: string;
  /** Null: a member who has told none. */
  name: string | null;
}

const MOST = 200;

/** The first 200 members, rooms or resources of a tenant, in the order in which they were made. @throws NotPermitted */
export async function colleaguesFor(
  { knex }: Pick<QueryDeps, 'knex'>,
  actor: Actor,
  tenantId: string,
  kind: Extract<PrincipalKind, 'individual' | 'room' | 'resource'>,
): Promise<Colleague[]> {
  permit(actor, 'colleagues.list', { tenantId }, 'The tenant');
  const found = await listPrincipals(knex, tenantId, { kind, limit: MOST });
  return found.map(({ id, name }) => ({ id, name }));
}

/** What the product is called towards the members of a tenant. @throws NotPermitted */
export async function productNameFor(
  { knex }: Pick<QueryDeps, 'knex'>,
  actor: Actor,
  tenantId: string,
): Promise<{ productName: string; language: string | null }> {
  permit(actor, 'colleagues.list', { tenantId }, 'The tenant');
  const tenant = await tenantById(knex, tenantId);
  if (!tenant) throw new NotPermitted('The tenant');
  return tenant;
}
