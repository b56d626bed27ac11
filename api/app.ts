import Koa from 'koa';
import { calendarServer } from './dav/app.ts';
import type { ApiDeps } from './deps.ts';
import { limitRequests } from './limits/middleware.ts';
import { problemDocuments } from './middleware/errors.ts';
import { notFound } from './middleware/problems.ts';
import { ownHostsOnly } from './middleware/own-hosts.ts';
import { requestLog } from './middleware/request-log.ts';
import { securityHeaders } from './middleware/security-headers.ts';
import { documentationRoutes } from './openapi/routes.tsx';
import { pageNotFound, pagesRouter, pageTooMany } from './pages/index.ts';
import { buildRouter, refuseOtherMethods } from './routes/build-router.ts';
import { routes } from './routes/index.ts';

/** The HTTP application: API, documentation and pages. */
export function createApp(deps: ApiDeps): Koa {
  const app = new Koa();
  const api = buildRouter(routes, deps);
  documentationRoutes(api, routes, deps);
  const pages = pagesRouter(deps);
  app.use(requestLog(deps));
  app.use(problemDocuments({ publicUrl: deps.config.publicUrl, log: deps.log }));
  app.use(securityHeaders());
  if (deps.mailbox) app.use(ownHostsOnly(deps.config));
  app.use(pageTooMany(deps));
  app.use(limitRequests(deps.config));
  app.use(calendarServer(deps));
  app.use(unknownAddress);
  app.use(pageNotFound(deps));
  app.use(refuseOtherMethods(api));
  app.use(api.routes());
  app.use(pages.routes());
  // Every failure is answered by the middleware above; what reaches here is a connection that broke.
  app.on('error', (error: unknown) => deps.log.debug({ err: error }, 'the connection broke'));
  return app;
}

const unknownAddress: Koa.Middleware = async (ctx, next) => {
  await next();
  if (ctx.status === 404 && (ctx.body === undefined || ctx.body === null)) throw notFound('The address');
};
