import type { Context } from 'koa';
import { may, scopeOf, type Action } from '../../policies/may.ts';
import { keyHolder, type KeyHolder } from '../../queries/credentials.ts';
import { limitsOf } from '../limits/request.ts';
import type { ApiDeps } from '../deps.ts';
import { forbidden, unauthorized } from './problems.ts';

/** @throws Problem unauthorized, too-many-requests, forbidden when the key is not for that */
export async function holderOf(
  ctx: Context,
  deps: Pick<ApiDeps, 'knex'>,
  action: Action,
): Promise<KeyHolder> {
  const authorization = ctx.get('Authorization');
  const key = /^Bearer +([\x21-\x7e]{1,256})$/i.exec(authorization)?.[1];
  if (!key) throw unauthorized();
  const holder = await keyHolder(deps, key);
  await limitsOf(ctx).countKey(authorization, holder !== null);
  if (!holder) throw unauthorized();
  if (!may(holder.actor, action, { tenantId: holder.tenant.id })) throw forbidden(scopeOf(action) ?? '');
  return holder;
}
