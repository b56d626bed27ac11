import { timingSafeEqual } from 'node:crypto';
import type { Context } from 'koa';
import { hashToken } from '../../../adapters/secrets/token.ts';
import type { SignInTarget } from '../../../domain/principals/sign-in-target.ts';
import type { Session } from '../../../queries/sessions.ts';
import type { ApiDeps } from '../../deps.ts';
import { sessionOf, sessionToken } from '../../rooms/session-cookie.ts';
import { readForm, UnusableForm } from '../form-body.ts';
import { chosenLanguage } from '../reader.ts';
import { pathTo, seeOther } from '../render.tsx';

export const SIGN_IN = '/rooms/sign-in';

/** The session of whoever asks; those without one are sent to sign in, and null is returned. */
export async function signedIn(
  ctx: Context,
  deps: ApiDeps,
  room = '',
  to?: SignInTarget,
): Promise<Session | null> {
  const session = await sessionOf(ctx, deps);
  if (!session) seeOther(ctx, pathTo(SIGN_IN, { room, to, lang: chosenLanguage(ctx) }));
  return session;
}

/** What the forms of a session carry, so that only its own pages can send them. */
export const formToken = (ctx: Context, deps: ApiDeps): string => formTokenOf(sessionToken(ctx, deps));

/** The same of a session that is known by its token. */
export const formTokenOf = (token: string | undefined): string => expectedToken(token).toString('base64url');

const expectedToken = (token: string | undefined): Buffer => hashToken(`form ${token ?? ''}`);

/** The fields of a form of this session's own pages. @throws UnusableForm */
export const readOwnForm = (ctx: Context, deps: ApiDeps): Promise<URLSearchParams> =>
  readFormOf(ctx, sessionToken(ctx, deps));

/** The same of a session that is known by its token. @throws UnusableForm */
export async function readFormOf(ctx: Context, token: string | undefined): Promise<URLSearchParams> {
  const form = await readForm(ctx);
  requireOwn(form.get('form') ?? '', token);
  return form;
}

/** @throws UnusableForm unless it is what the forms of this session carry */
export function requireOwn(carried: string, token: string | undefined): void {
  const given = Buffer.from(carried, 'base64url');
  const expected = expectedToken(token);
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) throw new UnusableForm(403);
}
