import { sessionByToken, type Session } from '../adapters/postgres/people/sessions.ts';
import { signInLink, type SignInLink } from '../adapters/postgres/people/sign-ins.ts';
import type { QueryDeps } from './deps.ts';

export type { Session } from '../adapters/postgres/people/sessions.ts';
export type { SignInLink } from '../adapters/postgres/people/sign-ins.ts';

/** The session that has this token. @param token anything. @returns null when it is unknown, ended or expired */
export const sessionOfToken = (
  { knex, clock }: QueryDeps,
  token: string | undefined,
): Promise<Session | null> => sessionByToken(knex, token, clock.nowMs());

/** How a mailed link stands; looking spends nothing. @param token anything. @returns null when it is unknown */
export const signInLinkOf = ({ knex, clock }: QueryDeps, token: string): Promise<SignInLink | null> =>
  signInLink(knex, token, clock.nowMs());
