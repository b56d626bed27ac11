import type { Actor } from '../../policies/actor.ts';
import { NotPermitted } from '../../policies/not-permitted.ts';
import { isUuid } from './fields.ts';

/** The tenant of whoever asks, in which ids are looked up. @throws NotPermitted for who has none */
export function tenantOf(actor: Actor, what: string): string {
  if (!('tenantId' in actor)) throw new NotPermitted(what);
  return actor.tenantId;
}

/**
 * Ids are looked up in the tenant of whoever asks.
 *
 * @param what as in “The principal”
 * @throws NotPermitted for what cannot be an id
 */
export function namedBy(actor: Actor, id: string, what: string): { tenantId: string; id: string } {
  const tenantId = tenantOf(actor, what);
  if (!isUuid(id)) throw new NotPermitted(what);
  return { tenantId, id: id.toLowerCase() };
}
