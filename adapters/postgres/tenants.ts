import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import type { Config } from '../../config/index.ts';
import { insertFixedApiKey } from './api-keys.ts';
import { TENANT_COLUMNS, type Tenant } from './tenant.ts';

export type { Tenant } from './tenant.ts';

export type NewTenant = Omit<Tenant, 'id' | 'language' | 'unguessableOrganizer'> &
  Partial<Pick<Tenant, 'language' | 'unguessableOrganizer'>>;

const tenants = (knex: Knex) => knex('tenants').select<Tenant[]>(TENANT_COLUMNS);

/** All of them, the first one first. */
export const listTenants = (knex: Knex): Promise<Tenant[]> =>
  tenants(knex).orderBy([{ column: 'created_at' }, { column: 'slug' }]);

/** The tenant that is meant when none is named. */
export const firstTenant = async (knex: Knex): Promise<Tenant | null> =>
  (await tenants(knex)
    .orderBy([{ column: 'created_at' }, { column: 'slug' }])
    .first()) ?? null;

export const tenantBySlug = async (knex: Knex, slug: string): Promise<Tenant | null> =>
  (await tenants(knex).where({ slug }).first()) ?? null;

/** @param name an id or a slug */
export const tenantByName = async (knex: Knex, name: string): Promise<Tenant | null> =>
  (await tenants(knex).whereRaw('tenants.id::text = ? OR tenants.slug = ?', [name, name]).first()) ?? null;

/** @returns null when the slug is taken */
export async function createTenant(knex: Knex, tenant: NewTenant): Promise<Tenant | null> {
  const id = randomUUID();
  const inserted = await knex('tenants')
    .insert({
      id,
      slug: tenant.slug,
      organizer_email: tenant.organizerEmail,
      organizer_name: tenant.organizerName,
      product_name: tenant.productName,
      policy: tenant.policy,
      proposal_expiry_hours: tenant.proposalExpiryHours,
      one_click_links: tenant.oneClickLinks,
      unguessable_organizer: tenant.unguessableOrganizer ?? false,
      language: tenant.language ?? null,
    })
    .onConflict('slug')
    .ignore()
    .returning<{ id: string }[]>('id');
  return inserted.length > 0 ? { language: null, unguessableOrganizer: false, ...tenant, id } : null;
}

/**
 * The first tenant, made from the configuration when there is none yet, and with it the configured API key.
 * Safe to run again and from several processes at once.
 */
export async function ensureFirstTenant(
  knex: Knex,
  config: Pick<Config, 'firstTenant' | 'apiKey'>,
): Promise<Tenant> {
  const tenant = (await firstTenant(knex)) ?? (await createFirstTenant(knex, config));
  if (config.apiKey) await insertFixedApiKey(knex, tenant.id, config.apiKey);
  return tenant;
}

async function createFirstTenant(knex: Knex, config: Pick<Config, 'firstTenant'>): Promise<Tenant> {
  const created = await createTenant(knex, { slug: 'default', ...config.firstTenant });
  const tenant = created ?? (await tenantBySlug(knex, 'default'));
  if (!tenant) throw new Error('the first tenant could not be made');
  return tenant;
}
