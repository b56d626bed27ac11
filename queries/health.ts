import type { Finding } from '../adapters/health/finding.ts';
import type { Actor } from '../policies/actor.ts';
import { permitOperations } from './operations/permit.ts';

export type { Finding, Health } from '../adapters/health/finding.ts';

/** What is looked at again and again; asked by many at once, it is looked at once. */
export type LookAtHealth = () => Promise<Finding[]>;

/** How the parts of the installation stand. @throws NotPermitted */
export async function healthFor(
  { health }: { health: LookAtHealth },
  actor: Actor,
  tenantId: string,
): Promise<Finding[]> {
  permitOperations(actor, 'operations.see', tenantId);
  return health();
}
