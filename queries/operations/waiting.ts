import { waitingWork, type WaitingWork } from '../../adapters/postgres/operations/waiting.ts';
import type { Actor } from '../../policies/actor.ts';
import type { QueryDeps } from '../deps.ts';
import { permitOperations, type OperatedTenant } from './permit.ts';

export { WAITING, type Waiting, type WaitingWork } from '../../adapters/postgres/operations/waiting.ts';

/** What waits, or needs somebody. @throws NotPermitted */
export async function waitingFor(
  { knex }: Pick<QueryDeps, 'knex'>,
  actor: Actor,
  tenantId: OperatedTenant,
): Promise<WaitingWork[]> {
  permitOperations(actor, 'operations.see', tenantId);
  return waitingWork(knex, tenantId);
}
