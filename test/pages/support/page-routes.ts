import Router from '@koa/router';
import type { ApiDeps } from '../../../api/deps.ts';
import { documentationRoutes } from '../../../api/openapi/routes.tsx';
import { pagesRouter } from '../../../api/pages/index.ts';
import { routes } from '../../../api/routes/index.ts';

/** The documentation, as the application has it. */
export function documentation(deps: ApiDeps): Router {
  const router = new Router();
  documentationRoutes(router, routes, deps);
  return router;
}

const layersOf = (deps: ApiDeps) =>
  [pagesRouter(deps), documentation(deps)]
    .flatMap(({ stack }) => stack)
    .filter(({ methods, path }) => methods.includes('GET') && !String(path).startsWith('/assets/'));

/** A page of a month has a hundred links, and making the routes takes longer than asking for a page. */
const made = new WeakMap<ApiDeps, ReturnType<typeof layersOf>>();

function layers(deps: ApiDeps): ReturnType<typeof layersOf> {
  const known = made.get(deps) ?? layersOf(deps);
  made.set(deps, known);
  return known;
}

/** The routes that are opened with GET, as they are written: `/join/:meetingId`. */
export const pageRoutes = (deps: ApiDeps): string[] => [
  ...new Set(layers(deps).map(({ path }) => String(path))),
];

/** The route that answers an address; `none` where there is no such. */
export function routeOf(deps: ApiDeps, address: string): string {
  const { pathname } = new URL(address, 'http://site.test');
  const layer = layers(deps).find((one) => one.match(pathname));
  return layer ? String(layer.path) : 'none';
}
