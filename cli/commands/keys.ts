import {
  createApiKey,
  listApiKeys,
  revokeApiKey,
  type ApiKeyInfo,
} from '../../adapters/postgres/api-keys.ts';
import { SCOPES, type Scope } from '../../policies/actor.ts';
import { CliError } from '../errors.ts';
import type { OneOptions } from '../operating-options.ts';
import { say } from '../output.ts';
import { moment, sayTable, type Columns } from '../table.ts';
import { tenantFor, withDatabase } from './with-tenants.ts';

/** `parley keys create` */
export const createKey = (options: { tenant?: string; name: string; scopes?: string[] }): Promise<void> =>
  withDatabase(async (database) => {
    const scopes = scopesOf(options.scopes ?? ['meetings']);
    const tenant = await tenantFor(database, options.tenant);
    const { id, key } = await createApiKey(database, { tenantId: tenant.id, name: options.name, scopes });
    say(key);
    process.stderr.write(`Key ${id} of ${tenant.slug} (${scopes.join(', ')}). It cannot be shown again.\n`);
  });

/** `parley keys list` */
export const listKeys = ({ json, ...options }: OneOptions): Promise<void> =>
  withDatabase(async (database) => {
    const tenant = options.tenant === undefined ? undefined : await tenantFor(database, options.tenant);
    const keys = await listApiKeys(database, tenant?.id);
    sayTable(keys, {
      columns: COLUMNS,
      json,
      empty: 'There are no keys yet: "parley keys create" makes one.',
    });
  });

const COLUMNS: Columns<ApiKeyInfo> = {
  id: ({ id }) => id,
  tenant: ({ tenantSlug }) => tenantSlug,
  key: ({ prefix }) => `${prefix}…`,
  scopes: ({ scopes }) => scopes.join(','),
  revoked: ({ revokedAt }) => moment(revokedAt),
  name: ({ name }) => name,
};

/** `parley keys revoke` */
export const revokeKey = (id: string): Promise<void> =>
  withDatabase(async (database) => {
    if (!(await revokeApiKey(database, id))) throw new CliError('no_key', `There is no valid key "${id}".`);
    say('Revoked.');
  });

function scopesOf(names: string[]): Scope[] {
  const unknown = names.filter((name) => !SCOPES.includes(name as Scope));
  if (unknown.length === 0) return names as Scope[];
  throw new CliError(
    'unknown_scope',
    `Unknown scope "${unknown.join(', ')}"; there are: ${SCOPES.join(', ')}.`,
  );
}
