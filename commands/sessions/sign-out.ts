import { endSession } from '../../adapters/postgres/people/sessions.ts';
import type { CommandDeps } from '../deps.ts';

/** Ends a session at once, wherever its cookie may be. @param token anything */
export const signOut = (
  { knex, clock }: Pick<CommandDeps, 'knex' | 'clock'>,
  token: string | undefined,
): Promise<void> => endSession(knex, token, clock.nowMs());
