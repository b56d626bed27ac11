import { tenantByName, type Tenant } from '../../adapters/postgres/tenants.ts';
import type { Actor } from '../../policies/actor.ts';
import { NotPermitted } from '../../policies/not-permitted.ts';
import type { QueryDeps } from '../deps.ts';
import { permitOperations } from './permit.ts';

/** The tenant that somebody looks after. @throws NotPermitted */
export async function tenantOfOperator(
  { knex }: Pick<QueryDeps, 'knex'>,
  actor: Actor,
  tenantId: string,
): Promise<Tenant> {
  permitOperations(actor, 'operations.see', tenantId);
  const tenant = await tenantByName(knex, tenantId);
  if (!tenant) throw new NotPermitted('The tenant');
  return tenant;
}
