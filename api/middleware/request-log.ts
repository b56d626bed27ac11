import { randomUUID } from 'node:crypto';
import type { Middleware } from 'koa';
import type { Logger } from 'pino';
import type { Metrics } from '../../adapters/metrics/metrics.ts';

const USABLE_ID = /^[\w.-]{1,64}$/;

/**
 * Gives each request its id and writes one line about it: route template, never the path or the query,
 * because they carry tokens.
 */
export function requestLog(options: { log: Logger; metrics: Metrics }): Middleware {
  return async (ctx, next) => {
    const given = ctx.get('X-Request-Id');
    const requestId = USABLE_ID.test(given) ? given : randomUUID();
    ctx.state.requestId = requestId;
    ctx.set('X-Request-Id', requestId);
    const startedAt = performance.now();
    await next();
    const ms = performance.now() - startedAt;
    const route = routeTemplate(ctx);
    const labels = { method: methodLabel(ctx.method), route, status: String(ctx.status) };
    options.metrics.httpDuration.observe(labels, ms / 1000);
    const level = QUIET.has(route) ? 'debug' : ctx.status >= 500 ? 'warn' : 'info';
    options.log[level](
      { requestId, ...labels, ms: Math.round(ms), tenantId: ctx.state.tenantId as unknown },
      'request',
    );
  };
}

/** What is asked every few seconds by machines. */
const QUIET = new Set(['/healthz', '/readyz', '/metrics']);

const METHODS = new Set([
  ...['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'],
  ...['PROPFIND', 'PROPPATCH', 'REPORT', 'MKCOL', 'MKCALENDAR', 'COPY', 'MOVE', 'ACL'],
]);
const methodLabel = (method: string): string => (METHODS.has(method) ? method : 'other');

/** Set by the router; one word for all addresses that do not exist, or the labels would never end. */
const routeTemplate = (ctx: Parameters<Middleware>[0]): string => {
  const matched = (ctx as { _matchedRoute?: unknown })._matchedRoute;
  return typeof matched === 'string' ? matched : 'none';
};
