import type Router from '@koa/router';
import type { Context } from 'koa';
import { isUuid } from '../../../domain/uuid.ts';
import type { SignInTarget } from '../../../domain/principals/sign-in-target.ts';
import { NotPermitted } from '../../../policies/not-permitted.ts';
import type { ApiDeps } from '../../deps.ts';
import { memberOf, type Member } from '../../rooms/session-cookie.ts';
import { readOwnForm, signedIn } from '../owners/session.ts';

/** Shows a page to a host. */
export type Show = (ctx: Context, deps: ApiDeps, actor: Member) => Promise<void>;
/** Does what a form of theirs asks for. */
export type Take = (ctx: Context, deps: ApiDeps, actor: Member, form: URLSearchParams) => Promise<void>;

/** How the paths of hosts are added: whoever is none is sent to sign in, and forms are those of their own pages. */
export const hostDoors = (router: Router, deps: ApiDeps, to: SignInTarget = 'bookings') => ({
  get: (path: string, show: Show) =>
    router.get(path, async (ctx) => {
      const session = await signedIn(ctx, deps, '', to);
      if (session) await show(ctx, deps, memberOf(session));
    }),
  post: (path: string, take: Take) =>
    router.post(path, async (ctx) => {
      const session = await signedIn(ctx, deps, '', to);
      if (session) await take(ctx, deps, memberOf(session), await readOwnForm(ctx, deps));
    }),
});

/** An id in the address. @throws NotPermitted for what cannot be one */
export function idIn(ctx: Context, what: string): string {
  return knownId((ctx.params as { id?: string }).id, what);
}

/** An id that somebody sent. @throws NotPermitted for what cannot be one */
export function knownId(id: string | null | undefined, what: string): string {
  if (typeof id !== 'string' || !isUuid(id)) throw new NotPermitted(what);
  return id.toLowerCase();
}

/** Who asks, as commands and queries name them. */
export const self = ({ tenantId, principalId: id }: Member) => ({ tenantId, id });
