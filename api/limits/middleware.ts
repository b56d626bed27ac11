import type { Context, Middleware } from 'koa';
import type { Config } from '../../config/index.ts';
import { asProblem } from '../middleware/as-problem.ts';
import { clientFinder } from './client.ts';
import { Limits } from './limits.ts';
import { RequestLimits, setLimits, TOKEN_NAMES } from './request.ts';

/** What machines ask every few seconds, and what every page needs. */
const UNCOUNTED = /^\/(healthz|readyz|metrics|assets\/.*)$/;

/** What the page of somebody inside asks by itself. */
const HEARTBEAT = /^\/(join|room)\/[^/]+\/beat(\/|$)/;

/**
 * Counts every request before anything is done for it. Whoever shows a key that was right before is counted by the key
 * (see `tenantOfKey`), everybody else by the client; who has guessed too often waits.
 */
export function limitRequests({ limits: settings }: Pick<Config, 'limits'>): Middleware {
  const limits = new Limits(settings.table);
  const clientOf = clientFinder(settings.trustedProxies);
  return async (ctx, next) => {
    const request = new RequestLimits(limits, clientOf(ctx.req), (headers) => ctx.set(headers));
    setLimits(ctx, request);
    if (UNCOUNTED.test(ctx.path)) {
      await next();
      return;
    }
    if (!limits.isKnownKey(ctx.get('Authorization'))) {
      await request.count(HEARTBEAT.test(ctx.path) ? 'heartbeats' : 'client');
      await request.mayGuess();
    }
    for (const token of tokensIn(ctx)) await request.countToken(token);
    const status = await next().then(
      () => ctx.status,
      async (error: unknown) => {
        if (isGuess(ctx, asProblem(error).status)) await request.guessed();
        throw error;
      },
    );
    if (isGuess(ctx, status)) await request.guessed();
  };
}

const tokensIn = (ctx: Context): string[] => TOKEN_NAMES.flatMap((name) => ctx.query[name] ?? []);

/** With a tenant's key, 404 tells nothing that its owner may not know. */
const isGuess = (ctx: Context, status: number): boolean =>
  status === 401 || (status === 404 && ctx.state.tenantId === undefined);
