import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import { SCOPES, type Scope } from '../../policies/actor.ts';
import { hashToken, newToken } from '../secrets/token.ts';
import { TENANT_COLUMNS, type Tenant } from './tenant.ts';

export interface ApiKeyInfo {
  id: string;
  tenantSlug: string;
  name: string;
  prefix: string;
  scopes: Scope[];
  createdAt: Date;
  revokedAt: Date | null;
}

const SHOWN = 11;

/** Makes a key of 256 random bits. It is shown this once; only its hash is stored. */
export async function createApiKey(
  knex: Knex,
  input: { tenantId: string; name: string; scopes: readonly Scope[] },
): Promise<{ id: string; key: string }> {
  const key = `pk_${newToken()}`;
  const id = randomUUID();
  await knex('api_keys').insert(row(id, input, key));
  return { id, key };
}

/** A key that the configuration fixes, with every scope; nothing happens when it is there already, also revoked. */
export async function insertFixedApiKey(knex: Knex, tenantId: string, key: string): Promise<void> {
  await knex('api_keys')
    .insert(row(randomUUID(), { tenantId, name: 'PARLEY_API_KEY', scopes: SCOPES }, key))
    .onConflict('key_hash')
    .ignore();
}

/** Whose key it is and what it may do; null when it is unknown or revoked. */
export async function holderOfKey(
  knex: Knex,
  key: string,
): Promise<{ tenant: Tenant; scopes: Scope[] } | null> {
  const found = await knex('api_keys')
    .join('tenants', 'tenants.id', 'api_keys.tenant_id')
    .where({ key_hash: hashToken(key) })
    .whereNull('revoked_at')
    .first<(Tenant & { scopes: Scope[] }) | undefined>({ ...TENANT_COLUMNS, scopes: 'api_keys.scopes' });
  if (!found) return null;
  const { scopes, ...tenant } = found;
  return { tenant, scopes };
}

/** The keys of one tenant, or of all. */
export const listApiKeys = (knex: Knex, tenantId?: string): Promise<ApiKeyInfo[]> =>
  knex('api_keys')
    .join('tenants', 'tenants.id', 'api_keys.tenant_id')
    .modify((query) => {
      if (tenantId) void query.where('tenant_id', tenantId);
    })
    .orderBy('api_keys.created_at')
    .select<ApiKeyInfo[]>({
      id: 'api_keys.id',
      tenantSlug: 'tenants.slug',
      name: 'api_keys.name',
      prefix: 'api_keys.prefix',
      scopes: 'api_keys.scopes',
      createdAt: 'api_keys.created_at',
      revokedAt: 'api_keys.revoked_at',
    });

/** Ends a key at once. @returns false when there is no such key */
export async function revokeApiKey(knex: Knex, id: string): Promise<boolean> {
  const revoked = await knex('api_keys')
    .whereRaw('id::text = ?', [id])
    .update({ revoked_at: knex.raw('coalesce(revoked_at, now())') });
  return revoked > 0;
}

const row = (
  id: string,
  input: { tenantId: string; name: string; scopes: readonly Scope[] },
  key: string,
) => ({
  id,
  tenant_id: input.tenantId,
  name: input.name,
  key_hash: hashToken(key),
  prefix: key.slice(0, Math.min(SHOWN, Math.floor(key.length / 2))),
  scopes: [...input.scopes],
});
