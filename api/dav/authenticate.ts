import type { Context } from 'koa';
import type { Member } from '../../queries/calendars/collections.ts';
import { limitsOf } from '../limits/request.ts';
import { DavError } from './dav-error.ts';
import type { DavDeps } from './deps.ts';

/**
 * Who shows a name and a password (RFC 7617). Where there is no account, nothing says so: the answer is that of a wrong
 * password.
 *
 * @throws DavError 401 and 503; Problem too-many-requests
 */
export async function signedIn(ctx: Context, { passwords, metrics }: DavDeps): Promise<Member> {
  const authorization = ctx.get('Authorization');
  const shown = basicOf(authorization);
  if (!shown) throw unauthorized();
  await limitsOf(ctx).mayGuess();
  const found = await passwords.signIn(shown.name, shown.password);
  if (found === 'busy') throw new DavError(503, null, { 'Retry-After': '5' });
  await limitsOf(ctx).countKey(authorization, found !== 'wrong');
  if (found === 'wrong') {
    metrics.refusedCredentials.inc({ kind: 'password' });
    throw unauthorized();
  }
  ctx.state.tenantId = found.tenantId;
  return found;
}

const unauthorized = (): DavError =>
  new DavError(401, null, { 'WWW-Authenticate': 'Basic realm="Parley calendars", charset="UTF-8"' });

function basicOf(authorization: string): { name: string; password: string } | null {
  const encoded = /^Basic +([A-Za-z0-9+/=_-]{1,1500})$/i.exec(authorization)?.[1];
  if (encoded === undefined) return null;
  const text = Buffer.from(encoded, 'base64').toString('utf8');
  const at = text.indexOf(':');
  return at < 1 ? null : { name: text.slice(0, at), password: text.slice(at + 1) };
}
