import type { DeliveryEvent } from '../../../commands/messages/take-delivery-report.ts';
import { z } from '../fields.ts';
import { defineRoute } from '../route.ts';
import { reportsTaken, takeReports, type ProviderReport } from './report.ts';

/** Of a notice of Mailgun's, which has more fields and gets new ones. */
const mailgunEvent = z
  .object({
    'event-data': z.object({
      event: z.string(),
      severity: z.string().optional(),
      timestamp: z.number().positive().max(1e11),
      message: z
        .object({ headers: z.object({ 'message-id': z.string().max(1_000).optional() }).optional() })
        .optional(),
      reason: z.string().optional(),
      'delivery-status': z
        .object({ message: z.string().nullish(), description: z.string().nullish() })
        .optional(),
    }),
  })
  .openapi('MailgunEvent');

type EventData = z.output<typeof mailgunEvent>['event-data'];

export const mailgunEventsRoute = defineRoute({
  method: 'post',
  path: '/api/hooks/email-status/mailgun',
  operationId: 'reportMailgunDelivery',
  resource: 'Mail',
  summary: 'Take a delivery event from Mailgun',
  auth: { kind: 'provider', provider: 'mailgun' },
  body: mailgunEvent,
  answer: { status: 200, description: 'What it was about.', schema: reportsTaken },
  problems: [],
  handler: ({ deps, body }) => takeReports(deps, [reportOf(body['event-data'])]),
});

function reportOf(data: EventData): ProviderReport {
  const event = eventOf(data);
  const messageId = data.message?.headers?.['message-id'];
  if (event === null || !messageId) return null;
  const status = data['delivery-status'];
  return {
    messageId,
    event,
    atMs: data.timestamp * 1000,
    detail: status?.message || status?.description || data.reason || null,
  };
}

/** A message that Mailgun never sent, because the address is known to bounce, has failed as well. */
function eventOf({ event, severity }: EventData): DeliveryEvent | null {
  switch (event) {
    case 'delivered':
    case 'complained':
      return event;
    case 'failed':
      return severity === 'temporary' ? 'deferred' : 'bounced';
    case 'rejected':
      return 'bounced';
    default:
      return null;
  }
}
