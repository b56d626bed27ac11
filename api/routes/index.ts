import { bookingsRoutes } from './bookings/routes.ts';
import { bookingRoutes } from './booking/routes.ts';
import { availabilityRoutes } from './availability/routes.ts';
import { calendarRoutes } from './calendars/routes.ts';
import { hookRoutes } from './hooks/routes.ts';
import { icsRoutes } from './ics/routes.ts';
import { messageRoutes } from './imip/messages-routes.ts';
import { imipRoutes } from './imip/routes.ts';
import { operationRoutes } from './operations/routes.ts';
import { meetingRoutes } from './meetings/routes.ts';
import { practiceRoomRoutes } from './practice-rooms/routes.ts';
import { principalRoutes } from './principals/routes.ts';
import { providerRoutes } from './providers/routes.ts';
import { roomMeetingRoutes } from './room-meetings/routes.ts';
import { roomRoutes } from './rooms/routes.ts';
import { rescheduleRoutes } from './reschedule/routes.ts';
import { videoRoutes } from './video/routes.ts';
import { webhookRoutes } from './webhooks/routes.ts';
import { bookingPageRoutes } from './booking-pages/routes.ts';
import { eventTypeRoutes } from './event-types/routes.ts';
import type { Route } from './route.ts';

/** Every route of the API: the router and /openapi.json are built from this list. */
export const routes: readonly Route[] = [
  ...practiceRoomRoutes,
  ...meetingRoutes,
  ...icsRoutes,
  ...rescheduleRoutes,
  ...principalRoutes,
  ...bookingRoutes,
  ...bookingsRoutes,
  ...availabilityRoutes,
  ...calendarRoutes,
  ...roomRoutes,
  ...imipRoutes,
  ...messageRoutes,
  ...hookRoutes,
  ...providerRoutes,
  ...videoRoutes,
  ...webhookRoutes,
  ...roomMeetingRoutes,
  ...operationRoutes,
  ...eventTypeRoutes,
  ...bookingPageRoutes,
];
