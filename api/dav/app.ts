import type { Context, Middleware } from 'koa';
import { element } from '../../adapters/xml/element.ts';
import { MissingPrivilege } from '../../policies/missing-privilege.ts';
import { principalNamed } from '../../queries/calendars/collections.ts';
import { PasswordDoor } from '../../queries/app-passwords.ts';
import { CalendarRefusal, ConditionFailed } from '../../commands/calendars/refusals.ts';
import type { ApiDeps } from '../deps.ts';
import { asProblem } from '../middleware/as-problem.ts';
import { Problem } from '../middleware/problem.ts';
import { answerNothing } from './answer.ts';
import { signedIn } from './authenticate.ts';
import { conditionFailed, DavError, needsPrivilege, notThere } from './dav-error.ts';
import type { DavDeps } from './deps.ts';
import { homes } from './first-home.ts';
import { METHODS } from './methods/index.ts';
import { complianceOf } from './methods/options.ts';
import { answerXml } from './multistatus.ts';
import { C, D } from './names.ts';
import { parsePath } from './paths.ts';
import { privilegeName } from './properties/acl.ts';
import { leadsTo, type Leads } from './other-paths.ts';

/** The calendar server (RFC 4791): whatever is asked for under /dav/, and at the addresses where clients look for it first. */
export function calendarServer(api: ApiDeps): Middleware {
  const deps: DavDeps = { ...api, passwords: new PasswordDoor(api) };
  const ensureHome = homes(deps);
  return async (ctx, next) => {
    const leads = leadsTo(ctx);
    if (leads === null) {
      await next();
      return;
    }
    (ctx as { _matchedRoute?: string })._matchedRoute = '/dav';
    ctx.set('DAV', complianceOf({ deps }));
    try {
      // Apple's programs follow no 308.
      if (leads.kind === 'elsewhere') return redirect(ctx, 301, leads.location);
      await answer(ctx, leads, deps, ensureHome);
    } catch (error) {
      answerError(ctx, error, deps);
    }
  };
}

async function answer(
  ctx: Context,
  leads: Exclude<Leads, { kind: 'elsewhere' }>,
  deps: DavDeps,
  ensureHome: ReturnType<typeof homes>,
): Promise<void> {
  const method = METHODS.get(ctx.method);
  if (!method) throw new DavError(405, null, { Allow: [...METHODS.keys()].join(', ') });
  const member = await signedIn(ctx, deps);
  await ensureHome(member);
  if (leads.kind === 'named') {
    const principalId = await principalNamed(deps, member, decoded(leads.name));
    if (principalId === null) throw notThere();
    return redirect(ctx, 308, leads.hrefOf(principalId));
  }
  const path = parsePath(leads.path);
  if (!path) throw notThere();
  await method({ ctx, deps, member, path });
}

/** Nothing that cannot be decoded is anybody's name. */
function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return '';
  }
}

function redirect(ctx: Context, status: 301 | 308, location: string): void {
  ctx.set('Location', location);
  answerNothing(ctx, status);
}

function answerError(ctx: Context, error: unknown, deps: DavDeps): void {
  const known = davErrorOf(ctx, error);
  if (!known) {
    const problem = asProblem(error);
    if (problem.status === 500)
      deps.log.error({ requestId: ctx.state.requestId as unknown, error }, problem.code);
    ctx.set(problem.extras.headers ?? {});
    return answerNothing(ctx, problem.status);
  }
  ctx.set(known.headers);
  if (known.condition === null) answerNothing(ctx, known.status);
  else answerXml(ctx, known.status, element(D('error'), [known.condition]));
}

function davErrorOf(ctx: Context, error: unknown): DavError | null {
  if (error instanceof DavError) return error;
  if (error instanceof ConditionFailed) return new DavError(412);
  if (error instanceof MissingPrivilege) return needsPrivilege(ctx.path, privilegeName(error.privilege));
  if (error instanceof CalendarRefusal) return conditionFailed(refusalName(error), error.status, error.hrefs);
  if (error instanceof Problem && error.status === 429) throw error;
  return null;
}

const refusalName = ({ code, of }: CalendarRefusal): string => (of === 'caldav' ? C(code) : D(code));
