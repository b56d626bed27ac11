import type { Route } from '../route.ts';
import { mailgunEventsRoute } from './mailgun-events.ts';
import { mailgunMailRoute } from './mailgun-mail.ts';
import { sendgridEventsRoute } from './sendgrid-events.ts';
import { sendgridMailRoute } from './sendgrid-mail.ts';

/** Webhooks of mail providers, each in the provider's own form and with its own signature. */
export const providerRoutes: readonly Route[] = [
  mailgunMailRoute,
  sendgridMailRoute,
  mailgunEventsRoute,
  sendgridEventsRoute,
];
