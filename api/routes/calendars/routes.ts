import type { Route } from '../route.ts';
import { ownCalendarRoutes } from './calendar-routes.ts';
import { freeBusyRoutes } from './free-busy-routes.ts';
import { passwordRoutes } from './password-routes.ts';
import { shareRoutes } from './share-routes.ts';
import { versionRoutes } from './version-routes.ts';

/** Calendars that members keep here: the same that their programs see under /dav/. */
export const calendarRoutes: readonly Route[] = [
  ...ownCalendarRoutes,
  ...shareRoutes,
  ...versionRoutes,
  ...passwordRoutes,
  ...freeBusyRoutes,
];
