import type { Context } from 'koa';
import { holderOfKey, type Scope } from '../../adapters/postgres/api-keys.ts';
import type { Tenant } from '../../adapters/postgres/tenants.ts';
import type { ApiDeps } from '../deps.ts';
import { forbidden, unauthorized } from './problems.ts';

/** Whose API key a request shows. @throws Problem unauthorized, forbidden when the key lacks the scope */
export async function tenantOfKey(ctx: Context, deps: Pick<ApiDeps, 'knex'>, scope: Scope): Promise<Tenant> {
  const key = /^Bearer +([\x21-\x7e]{1,256})$/i.exec(ctx.get('Authorization'))?.[1];
  if (!key) throw unauthorized();
  const holder = await holderOfKey(deps.knex, key);
  if (!holder) throw unauthorized();
  if (!holder.scopes.includes(scope)) throw forbidden(scope);
  return holder.tenant;
}
