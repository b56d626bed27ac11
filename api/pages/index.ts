import Router from '@koa/router';
import { NotPermitted } from '../../policies/not-permitted.ts';
import type { ApiDeps } from '../deps.ts';
import { answerRoutes } from './answer/routes.ts';
import { assetRoutes } from './assets-routes.ts';
import { bookRoutes } from './book/routes.ts';
import { confirmRoutes } from './confirm/routes.ts';
import { decideRoutes } from './decide/routes.ts';
import { pageErrors } from './errors.tsx';
import { homeRoutes } from './home/routes.tsx';
import { joinRoutes } from './join/routes.tsx';
import { renewRoutes } from './links/renew-routes.tsx';
import { operatorRoutes } from './operator/routes.tsx';
import { hostRoutes } from './bookings/routes.ts';
import { ownCalendarRoutes } from './calendars/routes.ts';
import { ownerRoutes } from './owners/routes.ts';
import { mailboxRoutes } from './mailbox/routes.ts';
import { roomRoutes } from './rooms/routes.ts';
import { rescheduleRoutes } from './reschedule/routes.ts';

export { pageNotFound, pageTooMany } from './errors.tsx';

/** Everything that people see in a browser. No GET and no HEAD of it changes a meeting, unless one-click links are wanted. */
export function pagesRouter(deps: ApiDeps): Router {
  const router = new Router();
  router.use(pageErrors(deps));
  router.use((ctx, next) => {
    if (ctx.path.includes('%00')) throw new NotPermitted('The page');
    return next();
  });
  assetRoutes(router);
  homeRoutes(router, deps);
  answerRoutes(router, deps);
  rescheduleRoutes(router, deps);
  decideRoutes(router, deps);
  confirmRoutes(router, deps);
  renewRoutes(router, deps);
  bookRoutes(router, deps);
  joinRoutes(router, deps);
  roomRoutes(router, deps);
  ownerRoutes(router, deps);
  hostRoutes(router, deps);
  ownCalendarRoutes(router, deps);
  operatorRoutes(router, deps);
  if (deps.mailbox) mailboxRoutes(router, deps, deps.mailbox);
  return router;
}
