import Router from '@koa/router';
import type { Middleware } from 'koa';
import type { ApiDeps } from '../deps.ts';
import { methodNotAllowed } from '../middleware/problems.ts';
import type { Route } from './route.ts';
import { runRoute } from './run-route.ts';

/** `{name}` of OpenAPI as the router writes it. */
export const routerPath = (path: string): string => path.replace(/\{(\w+)\}/g, ':$1');

export function buildRouter(routes: readonly Route[], deps: ApiDeps): Router {
  const router = new Router();
  for (const route of routes) {
    router[route.method](routerPath(route.path), (ctx) => runRoute(route, deps, ctx));
  }
  return router;
}

/** An address that exists is told from a method that it does not take (RFC 9110 §15.5.6). */
export function refuseOtherMethods(router: Router): Middleware {
  return async (ctx, next) => {
    await next();
    if (ctx.status !== 404 || ctx.body != null) return;
    const allowed = router.match(ctx.path, ctx.method).path.flatMap((layer) => layer.methods);
    if (allowed.length > 0) throw methodNotAllowed([...new Set(allowed)]);
  };
}
