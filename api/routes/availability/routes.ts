import type { Route } from '../route.ts';
import { holidayRoutes } from './holiday-routes.ts';
import { overrideRoutes } from './override-routes.ts';
import { profileRoutes } from './profile-routes.ts';
import { scheduleRoutes } from './schedule-routes.ts';
import { temporaryRoutes } from './temporary-routes.ts';
import { travelRoutes } from './travel-routes.ts';
import { vacationRoutes } from './vacation-routes.ts';

export const availabilityRoutes: readonly Route[] = [
  ...profileRoutes,
  ...scheduleRoutes,
  ...overrideRoutes,
  ...vacationRoutes,
  ...temporaryRoutes,
  ...travelRoutes,
  ...holidayRoutes,
];
