import { createTenant as insertTenant, listTenants as readTenants } from '../../adapters/postgres/tenants.ts';
import type { Tenant } from '../../adapters/postgres/tenant.ts';
import { CliError } from '../errors.ts';
import { mailAddress } from '../mail-address.ts';
import { say } from '../output.ts';
import { sayTable, type Columns } from '../table.ts';
import { languageOf } from './language-option.ts';
import { withDatabase } from './with-tenants.ts';

/** `parley tenants create`: with the configuration's defaults for what is not given. */
export interface NewTenantOptions {
  name: string;
  email: string;
  product?: string;
  language?: string;
  unguessableOrganizer?: boolean;
}

export const createTenant = (options: NewTenantOptions): Promise<void> =>
  withDatabase(async (database, config) => {
    const slug = slugOf(options.name);
    const tenant = await insertTenant(database, {
      ...config.firstTenant,
      slug,
      organizerName: options.name,
      organizerEmail: mailAddress(options.email),
      productName: options.product ?? config.firstTenant.productName,
      unguessableOrganizer: options.unguessableOrganizer ?? false,
      language: languageOf(options.language),
    });
    if (!tenant) throw new CliError('tenant_exists', `There is a tenant "${slug}" already.`);
    say(tenant.id);
  });

/** `parley tenants list` */
export const listTenants = ({ json }: { json?: boolean }): Promise<void> =>
  withDatabase(async (database) => {
    const empty = 'There are no tenants yet: "parley tenants create" makes one.';
    sayTable(await readTenants(database), { columns: COLUMNS, json, empty });
  });

const COLUMNS: Columns<Tenant> = {
  id: ({ id }) => id,
  'short name': ({ slug }) => slug,
  email: ({ organizerEmail }) => organizerEmail,
  product: ({ productName }) => productName,
};

/** The tenant's name as it may stand in an address: `Bright Minds` becomes `bright-minds`. */
function slugOf(name: string): string {
  const slug = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60);
  if (slug === '') throw new CliError('unusable_name', 'The name needs at least one Latin letter or digit.');
  return slug;
}
