import { operatorSessionByToken } from '../adapters/postgres/people/operator-sessions.ts';
import type { Actor } from '../policies/actor.ts';
import type { QueryDeps } from './deps.ts';

/** Who a session that began with a key says it is; null: it says nothing. @param token anything */
export async function operatorOfToken(
  { knex, clock }: QueryDeps,
  token: string | undefined,
): Promise<{ actor: Actor; tenantId: string } | null> {
  const session = await operatorSessionByToken(knex, token, clock.nowMs());
  // Of all that the key may do, a browser needs no more than this.
  return session && { ...session, actor: { kind: 'backend', ...session, scopes: ['operator'] } };
}
