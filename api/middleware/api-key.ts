import type { Context } from 'koa';
import { holderOfKey } from '../../adapters/postgres/api-keys.ts';
import type { Tenant } from '../../adapters/postgres/tenants.ts';
import type { Actor } from '../../policies/actor.ts';
import { may, scopeOf, type Action } from '../../policies/may.ts';
import { limitsOf } from '../limits/request.ts';
import type { ApiDeps } from '../deps.ts';
import { forbidden, unauthorized } from './problems.ts';

/** Who shows an API key, and of which tenant. */
export interface KeyHolder {
  tenant: Tenant;
  actor: Actor;
}

/** @throws Problem unauthorized, too-many-requests, forbidden when the key is not for that */
export async function holderOf(
  ctx: Context,
  deps: Pick<ApiDeps, 'knex'>,
  action: Action,
): Promise<KeyHolder> {
  const authorization = ctx.get('Authorization');
  const key = /^Bearer +([\x21-\x7e]{1,256})$/i.exec(authorization)?.[1];
  if (!key) throw unauthorized();
  const holder = await holderOfKey(deps.knex, key);
  await limitsOf(ctx).countKey(authorization, holder !== null);
  if (!holder) throw unauthorized();
  const { tenant, scopes } = holder;
  const actor: Actor = { kind: 'backend', tenantId: tenant.id, scopes };
  if (!may(actor, action, { tenantId: tenant.id })) throw forbidden(scopeOf(action) ?? '');
  return { tenant, actor };
}
