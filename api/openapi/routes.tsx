import type Router from '@koa/router';
import type { ApiDeps } from '../deps.ts';
import { englishReader } from '../pages/reader.ts';
import { sendPage } from '../pages/render.tsx';
import type { Route } from '../routes/route.ts';
import { openApiDocument } from './document.ts';
import { ApiPage } from './page.tsx';

/** GET /openapi.json for programs, GET /docs for people; both made from the list of routes. */
export function documentationRoutes(router: Router, routes: readonly Route[], deps: ApiDeps): void {
  const document = JSON.stringify(openApiDocument(routes, deps.config.publicUrl));
  const reader = englishReader(deps.texts);
  router.get('/openapi.json', (ctx) => {
    ctx.type = 'application/json';
    ctx.body = document;
  });
  router.get('/docs', (ctx) => {
    sendPage(ctx, reader, <ApiPage routes={routes} productName={deps.config.firstTenant.productName} />);
  });
}
