import { holderOfKey } from '../adapters/postgres/api-keys.ts';
import { isLink } from '../adapters/postgres/links.ts';
import { firstTenant, tenantBySlug, type Tenant } from '../adapters/postgres/tenants.ts';
import type { Actor } from '../policies/actor.ts';
import type { QueryDeps } from './deps.ts';

export type { Tenant } from '../adapters/postgres/tenants.ts';

type Deps = Pick<QueryDeps, 'knex'>;

/** Who shows an API key, and of which tenant. */
export interface KeyHolder {
  tenant: Tenant;
  actor: Actor;
}

/** Null: the key is unknown, or revoked. */
export async function keyHolder({ knex }: Deps, key: string): Promise<KeyHolder | null> {
  const found = await holderOfKey(knex, key);
  if (!found) return null;
  const { tenant, scopes } = found;
  return { tenant, actor: { kind: 'backend', tenantId: tenant.id, scopes } };
}

/** Who is to have signed; the first tenant where none is named. @param slug as the sender names the tenant */
export const signingTenant = ({ knex }: Deps, slug: string | null): Promise<Tenant | null> =>
  slug === null ? firstTenant(knex) : tenantBySlug(knex, slug);

/** Whether a token opens, or ever opened, a link. */
export const opensLink = ({ knex }: Deps, token: string): Promise<boolean> => isLink(knex, token);
