import type { Actor } from '../../policies/actor.ts';
import { may, type Action } from '../../policies/may.ts';
import { NotPermitted } from '../../policies/not-permitted.ts';

/** Whose operations: a tenant's; null: everybody's, which only the command line may see. */
export type OperatedTenant = string | null;

/** @throws NotPermitted */
export function permitOperations(
  actor: Actor,
  action: Extract<Action, `operations.${string}`>,
  tenantId: OperatedTenant,
): void {
  const permitted = tenantId === null ? actor.kind === 'operator' : may(actor, action, { tenantId });
  if (!permitted) throw new NotPermitted('The page');
}
