import type { Middleware } from 'koa';
import type { Logger } from 'pino';
import { asProblem, knownProblem } from './as-problem.ts';
import type { Problem } from './problem.ts';

export const PROBLEM_TYPE = 'application/problem+json';

/** Where the descriptions of all problems stand. */
export const problemBase = (publicUrl: string): string => `${publicUrl}/docs`;

export const instanceOf = (requestId: string): string => `urn:request:${requestId}`;

/** Answers whatever a later middleware throws with a problem document; an unexpected error goes to the log only. */
export function problemDocuments(options: { publicUrl: string; log: Logger }): Middleware {
  return async (ctx, next) => {
    try {
      await next();
    } catch (error) {
      const requestId = ctx.state.requestId as string;
      const problem = asProblem(error);
      if (problem.status >= 500)
        options.log[knownProblem(error) ? 'warn' : 'error']({ requestId, error }, problem.code);
      sendProblem(ctx, problem, options.publicUrl, requestId);
    }
  };
}

function sendProblem(
  ctx: Parameters<Middleware>[0],
  problem: Problem,
  publicUrl: string,
  requestId: string,
): void {
  ctx.status = problem.status;
  ctx.set(problem.extras.headers ?? {});
  ctx.body = JSON.stringify(
    problem.document({ base: problemBase(publicUrl), instance: instanceOf(requestId) }),
  );
  ctx.type = PROBLEM_TYPE;
}
