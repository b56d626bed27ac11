import type Router from '@koa/router';
import type { ApiDeps } from '../../deps.ts';
import { dayRoutes } from './days/routes.ts';
import { eventTypeRoutes } from './event-types/routes.ts';
import { hourRoutes } from './hours/routes.ts';
import { bookingRoutes } from './list/routes.tsx';
import { startRoutes } from './start/routes.tsx';
import { whyRoutes } from './why/routes.tsx';

/** What hosts see: how they are booked, and for what. No GET of them changes anything. */
export function hostRoutes(router: Router, deps: ApiDeps): void {
  startRoutes(router, deps);
  hourRoutes(router, deps);
  dayRoutes(router, deps);
  eventTypeRoutes(router, deps);
  bookingRoutes(router, deps);
  whyRoutes(router, deps);
}
