import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import type { Config } from '../../config/index.ts';
import type { TenantsRow } from '../../migrations/rows/tables.ts';
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

export const tenantById = async (knex: Knex, id: string): Promise<Tenant | null> =>
  (await tenants(knex).where('tenants.id', id).first()) ?? null;

export const tenantBySlug = async (knex: Knex, slug: string): Promise<Tenant | null> =>
  (await tenants(knex).where({ slug }).first()) ?? null;

/** @param name an id or a slug */
export const tenantByName = async (knex: Knex, name: string): Promise<Tenant | null> =>
  (await tenants(knex).whereRaw('tenants.id::text = ? OR tenants.slug = ?', [name, name]).first()) ?? null;

/** @returns null when the slug is taken */
export async function createTenant(knex: Knex, tenant: NewTenant): Promise<Tenant | null> {
  const id = randomUUID();
  const inserted = await knex('tenants')
    .insert({ id, slug: tenant.slug, ...settingColumns(tenant) })
    .onConflict('slug')
    .ignore()
    .returning('id');
  return inserted.length > 0 ? { language: null, unguessableOrganizer: false, ...tenant, id } : null;
}

/** What of a tenant can be changed; undefined: as it is. */
export type TenantSettings = { [K in Exclude<keyof Tenant, 'id' | 'slug'>]?: Tenant[K] | undefined };

/** Changes those settings that are given; a meeting under way reads them when its next message is written. */
export async function updateTenant(knex: Knex, id: string, changes: TenantSettings): Promise<void> {
  await knex('tenants').where({ id }).update(settingColumns(changes));
}

/** Knex leaves out what is undefined. */
const settingColumns = (settings: TenantSettings): Partial<TenantsRow> =>
  ({
    organizer_email: settings.organizerEmail,
    organizer_name: settings.organizerName,
    product_name: settings.productName,
    policy: settings.policy,
    proposal_expiry_hours: settings.proposalExpiryHours,
    reminder_mail_minutes: settings.mailMinutesBefore,
    reminder_alarm_minutes: settings.alarmMinutesBefore,
    one_click_links: settings.oneClickLinks,
    unguessable_organizer: settings.unguessableOrganizer,
    language: settings.language,
  }) as Partial<TenantsRow>;

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
