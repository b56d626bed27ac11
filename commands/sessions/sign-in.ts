import { endSession } from '../../adapters/postgres/people/sessions.ts';
import { signIn as spendLink } from '../../adapters/postgres/people/sign-ins.ts';
import { newToken } from '../../adapters/secrets/token.ts';
import type { CommandDeps } from '../deps.ts';

const SESSION_SECONDS = 30 * 86_400;

/** A session that began. */
export interface SignedIn {
  token: string;
  seconds: number;
  /** The name of the room that they came from, where it is theirs; null: to all of them. */
  room: string | null;
  /** They have the role of an operator. */
  operates: boolean;
}

/**
 * Spends a mailed link and begins a session, both or neither; the one that was there before has ended then.
 *
 * @param before the token of the session that the browser has; anything
 * @returns null when the link is unknown, used or expired
 */
export async function signIn(
  { knex, clock }: Pick<CommandDeps, 'knex' | 'clock'>,
  { link, before }: { link: string; before: string | undefined },
): Promise<SignedIn | null> {
  const nowMs = clock.nowMs();
  const session = { token: newToken(), expiresMs: nowMs + SESSION_SECONDS * 1000 };
  const done = await spendLink(knex, { token: link, session, nowMs });
  if (!done) return null;
  await endSession(knex, before, nowMs);
  return { token: session.token, seconds: SESSION_SECONDS, ...done };
}
