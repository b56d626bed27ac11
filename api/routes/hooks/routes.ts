import { takeDeliveryReport } from '../../../commands/messages/take-delivery-report.ts';
import { instant, text, z } from '../fields.ts';
import { defineRoute, type Route } from '../route.ts';

const LIMITS = { 'application/json': 2 * 1024 * 1024 };

export const emailStatusBody = z
  .strictObject({
    events: z
      .array(
        z.strictObject({
          messageId: text(500).min(1),
          event: z.enum(['delivered', 'bounced', 'deferred', 'complained']),
          at: instant(),
          detail: text(1_000).optional(),
        }),
      )
      .min(1)
      .max(500),
  })
  .openapi('DeliveryReports');

const emailStatusAnswer = z
  .strictObject({ accepted: z.int(), unknown: z.int() })
  .openapi('DeliveryReportsTaken');

const emailStatusRoute = defineRoute({
  method: 'post',
  path: '/api/hooks/email-status',
  operationId: 'reportDelivery',
  resource: 'Mail',
  summary: 'Tell how messages fared',
  description: 'Reports about messages that are not known are counted, and no error.',
  auth: { kind: 'signature-or-key', action: 'answers.report' },
  body: emailStatusBody,
  limits: LIMITS,
  answer: { status: 202, description: 'How many were about messages of ours.', schema: emailStatusAnswer },
  problems: [],
  handler: async ({ deps, tenant, body }) => {
    let accepted = 0;
    for (const { at: atMs, detail = null, ...event } of body.events) {
      if (await takeDeliveryReport(deps, tenant.id, { ...event, atMs, detail })) accepted += 1;
    }
    return { accepted, unknown: body.events.length - accepted };
  },
});

export const hookRoutes: readonly Route[] = [emailStatusRoute];
