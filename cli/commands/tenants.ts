import { createTenant as insertTenant, listTenants as readTenants } from '../../adapters/postgres/tenants.ts';
import { CliError } from '../errors.ts';
import { say } from '../output.ts';
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
      organizerEmail: options.email,
      productName: options.product ?? config.firstTenant.productName,
      unguessableOrganizer: options.unguessableOrganizer ?? false,
      language: languageOf(options.language),
    });
    if (!tenant) throw new CliError('tenant_exists', `There is a tenant "${slug}" already.`);
    say(tenant.id);
  });

/** `parley tenants list` */
export const listTenants = (): Promise<void> =>
  withDatabase(async (database) => {
    for (const { id, slug, organizerEmail, productName } of await readTenants(database)) {
      say([id, slug, organizerEmail, productName].join('  '));
    }
  });

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
