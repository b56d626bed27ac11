import type { z } from 'zod';
import type { SentMessage } from '../../../commands/calendar-messages/bring-about.ts';
import { sendCancel } from '../../../commands/calendar-messages/send-cancel.ts';
import { sendInvite } from '../../../commands/calendar-messages/send-invite.ts';
import { sendUpdate } from '../../../commands/calendar-messages/send-update.ts';
import type { Wanted } from '../../../commands/calendar-messages/wanted.ts';
import { defineRoute, type Route } from '../route.ts';
import { sendBody, sendCancelBody, sentMessage } from './schema.ts';

const shared = {
  method: 'post',
  resource: 'Calendar messages',
  auth: { kind: 'key', action: 'ics.compose' },
  answer: {
    status: 200,
    description: 'The message; the same one again when asked again.',
    schema: sentMessage,
  },
} as const;

const wantedOf = (body: z.output<typeof sendBody>): Wanted => ({
  sequence: body.sequence,
  startMs: body.startUtc,
  endMs: body.endUtc,
});

const sendInviteRoute = defineRoute({
  ...shared,
  path: '/api/ics/send-invite',
  operationId: 'sendInvite',
  summary: 'Bring about or repeat an invitation',
  description:
    'SEQUENCE and times must be those of the meeting. A message that had failed is tried once more.',
  body: sendBody,
  problems: [
    'not-found',
    'unknown-attendee',
    'not-booked',
    'sequence-mismatch',
    'time-mismatch',
    'meeting-over',
    'engine-unavailable',
  ],
  handler: async ({ deps, tenant, actor, body }) =>
    present(await sendInvite(deps, actor, { tenantId: tenant.id, ...body }, wantedOf(body))),
});

const sendUpdateRoute = defineRoute({
  ...shared,
  path: '/api/ics/send-update',
  operationId: 'sendUpdate',
  summary: 'Move a meeting, or repeat the message about its move',
  description:
    'With the next SEQUENCE the meeting moves, for everybody; with the present one the message is repeated.',
  body: sendBody,
  problems: [
    'not-found',
    'unknown-attendee',
    'not-booked',
    'sequence-mismatch',
    'time-mismatch',
    'time-empty',
    'time-past',
    'time-too-long',
    'time-unchanged',
    'host-busy',
    'guest-busy',
    'room-busy',
    'resource-busy',
    'meeting-over',
    'engine-unavailable',
  ],
  handler: async ({ deps, tenant, actor, body }) =>
    present(await sendUpdate(deps, actor, { tenantId: tenant.id, ...body }, wantedOf(body))),
});

const sendCancelRoute = defineRoute({
  ...shared,
  path: '/api/ics/send-cancel',
  operationId: 'sendCancel',
  summary: 'Cancel a meeting, or repeat the message about it',
  description: 'The meeting is cancelled for everybody.',
  body: sendCancelBody,
  problems: ['not-found', 'unknown-attendee', 'not-booked', 'meeting-over', 'engine-unavailable'],
  handler: async ({ deps, tenant, actor, body }) =>
    present(await sendCancel(deps, actor, { tenantId: tenant.id, ...body })),
});

const present = ({ state, ...message }: SentMessage): z.input<typeof sentMessage> => ({
  ...message,
  state: state as z.input<typeof sentMessage>['state'],
});

export const icsRoutes: readonly Route[] = [sendInviteRoute, sendUpdateRoute, sendCancelRoute];
