import type { DeliveryEvent } from '../../../commands/messages/take-delivery-report.ts';
import { z } from '../fields.ts';
import { defineRoute } from '../route.ts';
import { reportsTaken, takeReports, type ProviderReport } from './report.ts';

/** Of an event of SendGrid's, which has more fields and gets new ones. */
const sendgridEvent = z
  .object({
    event: z.string(),
    timestamp: z.number().positive().max(1e11),
    'smtp-id': z.string().max(1_000),
    reason: z.string().nullish(),
    response: z.string().nullish(),
  })
  .openapi('SendgridEvent');

export const sendgridEventsRoute = defineRoute({
  method: 'post',
  path: '/api/hooks/email-status/sendgrid',
  operationId: 'reportSendgridDelivery',
  resource: 'Mail',
  summary: 'Take delivery events from SendGrid',
  description: 'For the signed Event Webhook. Messages are known by their smtp-id.',
  auth: { kind: 'provider', provider: 'sendgrid' },
  // One that cannot be read does not keep the others out: SendGrid would send all of them again, for a day.
  body: z.array(z.unknown()).max(10_000).openapi({ type: 'array', items: {} }),
  limits: { 'application/json': 5 * 1024 * 1024 },
  answer: { status: 200, description: 'What they were about.', schema: reportsTaken },
  problems: [],
  handler: ({ deps, body }) => takeReports(deps, body.map(reportOf)),
});

function reportOf(given: unknown): ProviderReport {
  const parsed = sendgridEvent.safeParse(given);
  const event = parsed.success ? EVENTS.get(parsed.data.event) : undefined;
  if (!parsed.success || event === undefined) return null;
  const { timestamp, 'smtp-id': messageId, reason, response } = parsed.data;
  return { messageId, event, atMs: timestamp * 1000, detail: reason || response || null };
}

/** "dropped": never sent, because the address is known to bounce. */
const EVENTS: ReadonlyMap<string, DeliveryEvent> = new Map([
  ['delivered', 'delivered'],
  ['deferred', 'deferred'],
  ['bounce', 'bounced'],
  ['dropped', 'bounced'],
  ['spamreport', 'complained'],
]);
