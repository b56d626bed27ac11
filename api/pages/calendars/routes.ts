import type Router from '@koa/router';
import type { ApiDeps } from '../../deps.ts';
import { calendarRoutes } from './calendar-routes.tsx';
import { connectRoutes } from './connect-routes.tsx';
import { deletedRoutes } from './deleted-routes.tsx';
import { inboxRoutes } from './inbox-routes.tsx';

/** The calendars that a member keeps here. No GET of them changes anything. */
export function ownCalendarRoutes(router: Router, deps: ApiDeps): void {
  connectRoutes(router, deps);
  inboxRoutes(router, deps);
  deletedRoutes(router, deps);
  calendarRoutes(router, deps);
}
