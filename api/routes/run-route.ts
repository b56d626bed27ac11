import type { Context } from 'koa';
import type { StoredAnswer } from '../../commands/idempotency/execute-once.ts';
import type { ApiDeps } from '../deps.ts';
import { limitsOf } from '../limits/request.ts';
import { knownProblem } from '../middleware/as-problem.ts';
import { authenticate, type Caller } from '../middleware/authenticate.ts';
import { JSON_BODY, RequestBody } from '../middleware/body.ts';
import { isForm } from '../middleware/form.ts';
import { instanceOf, problemBase, PROBLEM_TYPE } from '../middleware/errors.ts';
import { idempotently } from '../middleware/idempotency.ts';
import { validate } from '../middleware/validate.ts';
import { etagOf, ReadyAnswer } from './ready-answer.ts';
import type { Route } from './route.ts';

/** `ready`: of a route that changes nothing, in place of the text. */
type SentAnswer = StoredAnswer & { ready?: ReadyAnswer<unknown> };

/** Every route is this sentence: authenticate, once for its key, validate, handle, present. */
export async function runRoute(route: Route, deps: ApiDeps, ctx: Context): Promise<void> {
  const body = new RequestBody(ctx, route.limits ?? JSON_BODY);
  const caller = await authenticate(route.auth, deps, ctx, body);
  ctx.state.tenantId = caller.tenant?.id;
  const answer: SentAnswer =
    route.method !== 'get'
      ? await idempotently(
          deps,
          ctx,
          body,
          caller,
          (requestKey) => finalAnswer(deps, ctx, () => handle(route, deps, ctx, body, caller, requestKey)),
          { isSecret: route.answerIsSecret },
        )
      : await handle(route, deps, ctx, body, caller, '');
  ctx.status = answer.status;
  if (route.etag === true && answer.status === 200) {
    ctx.etag = answer.ready?.etag ?? etagOf(answer.text);
    ctx.set('Cache-Control', 'private, no-cache');
    if (ctx.fresh) {
      ctx.status = 304;
      return;
    }
  }
  ctx.body = answer.ready?.bytes ?? answer.text;
  ctx.type = answer.type;
}

async function handle(
  route: Route,
  deps: ApiDeps,
  ctx: Context,
  body: RequestBody,
  caller: Caller,
  requestKey: string,
): Promise<SentAnswer> {
  const presented = await route.handler({
    deps,
    tenant: caller.tenant,
    actor: caller.actor,
    counted: limitsOf(ctx),
    params: route.params && validate(route.params, (ctx as { params?: unknown }).params),
    query: route.query && validate(route.query, { ...ctx.query }),
    body: route.body && validate(route.body, await readBody(route, body)),
    requestKey,
  });
  const { status, type = 'application/json' } = route.answer;
  if (presented instanceof ReadyAnswer) return { status, type, text: '', ready: presented };
  return { status, type, text: typeof presented === 'string' ? presented : JSON.stringify(presented) };
}

async function readBody(route: Route, body: RequestBody): Promise<unknown> {
  if (isForm(body.type)) return body.form();
  const isJson = body.type === 'application/json' || !route.readBody;
  return isJson ? body.json() : route.readBody?.(await body.bytes(), body.type);
}

const TOO_MANY = 429;

/** A problem that asking again cannot change is an answer like any other; all else is thrown on. */
async function finalAnswer(
  deps: ApiDeps,
  ctx: Context,
  work: () => Promise<StoredAnswer>,
): Promise<StoredAnswer> {
  try {
    return await work();
  } catch (error) {
    const problem = knownProblem(error);
    if (!problem || problem.status >= 500 || problem.status === TOO_MANY) throw error;
    ctx.set(problem.extras.headers ?? {});
    const document = problem.document({
      base: problemBase(deps.config.publicUrl),
      instance: instanceOf(ctx.state.requestId as string),
    });
    return { status: problem.status, type: PROBLEM_TYPE, text: JSON.stringify(document) };
  }
}
