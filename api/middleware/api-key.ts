import type { Context } from 'koa';
import { holderOfKey, type Scope } from '../../adapters/postgres/api-keys.ts';
import type { Tenant } from '../../adapters/postgres/tenants.ts';
import { limitsOf } from '../limits/request.ts';
import type { ApiDeps } from '../deps.ts';
import { forbidden, unauthorized } from './problems.ts';

/** Whose API key a request shows. @throws Problem unauthorized, too-many-requests, forbidden when the key lacks the scope */
export async function tenantOfKey(ctx: Context, deps: Pick<ApiDeps, 'knex'>, scope: Scope): Promise<Tenant> {
  const authorization = ctx.get('Authorization');
  const key = /^Bearer +([\x21-\x7e]{1,256})$/i.exec(authorization)?.[1];
  if (!key) throw unauthorized();
  const holder = await holderOfKey(deps.knex, key);
  await limitsOf(ctx).countKey(authorization, holder !== null);
  if (!holder) throw unauthorized();
  if (!holder.scopes.includes(scope)) throw forbidden(scope);
  return holder.tenant;
}
