import type { Context } from 'koa';
import type { Config } from '../../config/index.ts';
import { sessionOfToken, type Session } from '../../queries/sessions.ts';
import { ANYONE, type Actor } from '../../policies/actor.ts';
import type { ApiDeps } from '../deps.ts';
import { isForeign } from '../middleware/foreign.ts';

type Site = Pick<Config, 'publicUrl'>;

const isHttps = ({ publicUrl }: Site): boolean => publicUrl.startsWith('https:');

/** Over https, no other host can set a cookie of this name (RFC 6265bis §4.1.3.2). */
const cookieName = (site: Site, whose: CookieOwner = 'owner'): string =>
  isHttps(site) ? `__Host-parley-${whose}` : `parley-${whose}`;

/** Members sign in once for everything; who has a key alone, for the pages of operators. */
type CookieOwner = 'owner' | 'operator';

export const sessionToken = (
  ctx: Context,
  { config }: Pick<ApiDeps, 'config'>,
  whose?: CookieOwner,
): string | undefined => ctx.cookies.get(cookieName(config, whose));

/** @param seconds how long it is kept; 0 removes it */
export function setSessionCookie(
  ctx: Context,
  site: Site,
  token: string,
  seconds: number,
  whose?: CookieOwner,
): void {
  const parts = [
    `${cookieName(site, whose)}=${token}`,
    'Path=/',
    `Max-Age=${seconds}`,
    'HttpOnly',
    'SameSite=Lax',
    ...(isHttps(site) ? ['Secure'] : []),
  ];
  ctx.append('Set-Cookie', parts.join('; '));
}

const CHANGES_NOTHING = ['GET', 'HEAD'];

/** The session that a request carries; what another site sends in its reader's name carries none. */
export async function sessionOf(ctx: Context, deps: ApiDeps): Promise<Session | null> {
  const foreign = !CHANGES_NOTHING.includes(ctx.method) && isForeign(ctx);
  return foreign ? null : sessionOfToken(deps, sessionToken(ctx, deps));
}

/** A member, who has signed in. */
export type Member = Extract<Actor, { kind: 'member' }>;

export const memberOf = (session: Session): Member => ({ kind: 'member', ...session });

/** Who a session says it is; anyone without one. */
export const actorOfSession = (session: Session | null): Actor =>
  session === null ? ANYONE : memberOf(session);
