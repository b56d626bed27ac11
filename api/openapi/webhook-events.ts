import type { RouteConfig } from '@asteasolutions/zod-to-openapi';
import {
  WEBHOOK_EVENT_TYPES,
  WEBHOOK_EVENTS,
  type WebhookEventType,
} from '../../domain/webhooks/event-types.ts';
import { id, instantOut, meetingStatus, partstat, role, z } from '../routes/fields.ts';

const who = z.strictObject({ id: z.string(), role: role() }).openapi('WebhookAttendee');
const metadata = z.record(z.string(), z.string());
const meeting = z
  .strictObject({
    id: id(),
    source: z.enum(['booking', 'feed', 'unscheduled']),
    eventTypeId: id().nullable().openapi({ description: 'What it was booked as; null: of no event type.' }),
    status: meetingStatus(),
    roomId: id().nullable(),
    startsAt: instantOut(),
    endsAt: instantOut(),
    sequence: z.int(),
    revision: z.int().openapi({ description: 'Counts the changes of the meeting: the higher one is newer.' }),
    attendees: z.array(
      z.strictObject({
        id: z.string(),
        role: role(),
        required: z.boolean(),
        partstat: partstat(),
      }),
    ),
    metadata,
  })
  .openapi('WebhookMeeting');
const proposal = z
  .strictObject({
    id: id(),
    proposedBy: who,
    startsAt: instantOut(),
    endsAt: instantOut(),
    expiresAt: instantOut(),
    status: z.enum(['pending', 'approved', 'declined', 'expired', 'withdrawn', 'replaced']),
    decidedBy: z.string().nullable(),
  })
  .openapi('WebhookProposal');
const by = z.string().openapi({ description: 'An attendee’s id, `backend` or `parley`.' });
const presence = z.strictObject({ meeting, participantId: z.string(), inside: z.int() });

/** What `data` of each event is. */
export const WEBHOOK_DATA: Record<WebhookEventType, z.ZodObject> = {
  'meeting.booked': z.strictObject({ meeting, by }),
  'meeting.held': z.strictObject({ meeting, expiresAt: instantOut() }),
  'meeting.expired': z.strictObject({ meeting, cause: z.enum(['not-booked', 'not-approved']) }),
  'meeting.reassigned': z.strictObject({ meeting, by, before: who, host: who }),
  'slot.freed': z.strictObject({
    meeting,
    eventTypeId: id(),
    slot: z.strictObject({
      startsAt: instantOut(),
      endsAt: instantOut(),
      seat: z.boolean().openapi({ description: 'For one more guest of the meeting.' }),
    }),
  }),
  'meeting.moved': z.strictObject({ meeting, by }),
  'meeting.answered': z.strictObject({
    meeting,
    attendee: who,
    partstat: partstat().exclude(['NEEDS-ACTION']),
  }),
  'meeting.cancelled': z.strictObject({
    meeting,
    by,
    cause: z.enum(['asked', 'declined', 'unreachable', 'removed-from-calendar']),
  }),
  'meeting.closed': z.strictObject({ meeting, cause: z.enum(['over', 'never-booked']) }),
  'proposal.made': z.strictObject({ meeting, proposal }),
  'proposal.decided': z.strictObject({ meeting, proposal }),
  'room.ready': z.strictObject({ meeting }),
  'participant.joined': presence,
  'participant.left': presence,
  'message.bounced': z.strictObject({
    meeting: z.strictObject({ id: id(), revision: z.int(), metadata }),
    attendee: who,
    outcome: z.enum(['bounced', 'failed']),
    method: z.enum(['REQUEST', 'CANCEL', 'DECLINECOUNTER']).nullable(),
    sequence: z.int(),
  }),
  'feed.failing': z.strictObject({ roomId: id(), problem: z.string() }),
  'feed.recovered': z.strictObject({ roomId: id() }),
  'parley.test': z.strictObject({ endpointId: id() }),
};

const HEADERS = z.object({
  'webhook-id': z.string().openapi({ description: 'Of the event; the same whenever it comes again.' }),
  'webhook-timestamp': z.string().openapi({ description: 'Of this attempt, in seconds.' }),
  'webhook-signature': z.string().openapi({ description: 'One or more, with spaces between.' }),
});

/** The events as OpenAPI 3.1 describes webhooks. */
export const describeWebhooks = (): RouteConfig[] =>
  WEBHOOK_EVENT_TYPES.map((type) => ({
    method: 'post',
    path: type,
    tags: ['Webhooks'],
    summary: WEBHOOK_EVENTS[type],
    operationId: type.replace(/\.(\w)/g, (_, letter: string) => letter.toUpperCase()),
    security: [{ webhook: [] }],
    request: {
      headers: HEADERS,
      body: {
        required: true,
        content: {
          'application/json': {
            schema: z.strictObject({
              type: z.literal(type),
              timestamp: instantOut(),
              data: WEBHOOK_DATA[type],
            }),
          },
        },
      },
    },
    responses: {
      204: { description: 'Taken; any 2xx says so.' },
      410: { description: 'Send nothing here any more.' },
    },
  }));
