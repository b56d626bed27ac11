import {
  beginOperatorSession,
  endOperatorSession,
} from '../../adapters/postgres/people/operator-sessions.ts';
import { newToken } from '../../adapters/secrets/token.ts';
import type { CommandDeps } from '../deps.ts';

/** A working day: a browser that is left alone forgets. */
const SESSION_SECONDS = 12 * 3_600;

type Deps = Pick<CommandDeps, 'knex' | 'clock'>;

/**
 * Begins a session of somebody who shows an API key; the one that was there before has ended then.
 *
 * @param before the token of the session that the browser has; anything
 * @returns null when the key is unknown, revoked or not for that
 */
export async function operateByKey(
  { knex, clock }: Deps,
  { key, before }: { key: string; before: string | undefined },
): Promise<{ token: string; seconds: number } | null> {
  const nowMs = clock.nowMs();
  const token = newToken();
  const began = await beginOperatorSession(knex, {
    ...{ key, token, nowMs },
    expiresMs: nowMs + SESSION_SECONDS * 1000,
  });
  if (!began) return null;
  await endOperatorSession(knex, before, nowMs);
  return { token, seconds: SESSION_SECONDS };
}

/** Ends it at once, wherever its cookie may be. @param token anything */
export const endOperating = ({ knex, clock }: Deps, token: string | undefined): Promise<void> =>
  endOperatorSession(knex, token, clock.nowMs());
