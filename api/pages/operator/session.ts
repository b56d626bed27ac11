import type { Context } from 'koa';
import type { Actor } from '../../../policies/actor.ts';
import { may } from '../../../policies/may.ts';
import { operatorOfToken } from '../../../queries/operator-sessions.ts';
import type { ApiDeps } from '../../deps.ts';
import { isForeign } from '../../middleware/foreign.ts';
import { actorOfSession, sessionOf, sessionToken } from '../../rooms/session-cookie.ts';
import { formTokenOf, readFormOf } from '../owners/session.ts';
import { chosenLanguage } from '../reader.ts';
import { pathTo, seeOther } from '../render.tsx';
import { OPERATOR } from './paths.ts';

/** Who looks after a tenant in a browser. */
export interface Operator {
  actor: Actor;
  tenantId: string;
  /** Of their session; what their forms are known by. */
  token: string | undefined;
}

/** Null: nobody who may. Whoever came with a key is somebody also where they are a member. */
export async function operatorOf(ctx: Context, deps: ApiDeps): Promise<Operator | null> {
  const token = sessionToken(ctx, deps, 'operator');
  // What another site sends in its reader's name is nobody's.
  const foreign = ctx.method !== 'GET' && ctx.method !== 'HEAD' && isForeign(ctx);
  const byKey = foreign ? null : await operatorOfToken(deps, token);
  if (byKey) return { ...byKey, token };
  const session = await sessionOf(ctx, deps);
  const actor = actorOfSession(session);
  return session && may(actor, 'operations.see', session)
    ? { actor, tenantId: session.tenantId, token: sessionToken(ctx, deps) }
    : null;
}

/** The same; whoever may not is sent to sign in, and null is returned. */
export async function operating(ctx: Context, deps: ApiDeps): Promise<Operator | null> {
  const operator = await operatorOf(ctx, deps);
  if (!operator) seeOther(ctx, pathTo(`${OPERATOR}/sign-in`, { lang: chosenLanguage(ctx) }));
  return operator;
}

export const operatorFormToken = ({ token }: Operator): string => formTokenOf(token);

/** The fields of a form of this session's own pages. @throws UnusableForm */
export const readOperatorForm = (ctx: Context, { token }: Operator): Promise<URLSearchParams> =>
  readFormOf(ctx, token);
