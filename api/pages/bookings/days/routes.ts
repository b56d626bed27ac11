import type Router from '@koa/router';
import type { ApiDeps } from '../../../deps.ts';
import { dateRoutes } from './date-routes.tsx';
import { holidayRoutes } from './holiday-routes.tsx';
import { spanRoutes } from './span-routes.tsx';

/** What is set for some days, besides the week. */
export function dayRoutes(router: Router, deps: ApiDeps): void {
  dateRoutes(router, deps);
  spanRoutes(router, deps);
  holidayRoutes(router, deps);
}
