import type Router from '@koa/router';
import type { ApiDeps } from '../deps.ts';
import { englishReader } from '../pages/reader.ts';
import { sendPage } from '../pages/render.tsx';
import type { Route } from '../routes/route.ts';
import { openApiDocument } from './document.ts';
import { ApiPage } from './page.tsx';

/** GET /openapi.json for programs, GET /docs for people; both made from the list of routes. */
export function documentationRoutes(router: Router, routes: readonly Route[], deps: ApiDeps): void {
  const { publicUrl, firstTenant } = deps.config;
  const document = openApiDocument(routes, publicUrl);
  const json = JSON.stringify(document);
  const reader = englishReader(deps.texts);
  router.get('/openapi.json', (ctx) => {
    ctx.type = 'application/json';
    ctx.body = json;
  });
  router.get('/docs', (ctx) => {
    sendPage(
      ctx,
      reader,
      <ApiPage {...{ routes, document, publicUrl }} productName={firstTenant.productName} />,
    );
  });
}
