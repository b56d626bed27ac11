import type { z } from 'zod';
import { cancelKnown } from '../../../commands/meetings/cancel-meeting.ts';
import { defineRoute, type Route } from '../route.ts';
import { bringAbout, requireAddressee } from './message.ts';
import { moveMeeting, requireAsWanted, type Wanted } from './move.ts';
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
  handler: async ({ deps, tenant, body }) => {
    const to = await requireAddressee(deps, tenant.id, body);
    requireAsWanted(to.meeting, wantedOf(body));
    return bringAbout(deps, to, { method: 'REQUEST', sequence: body.sequence });
  },
});

const sendUpdateRoute = defineRoute({
  ...shared,
  path: '/api/ics/send-update',
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
    'meeting-over',
    'engine-unavailable',
  ],
  handler: async ({ deps, tenant, actor, body }) => {
    const to = await requireAddressee(deps, tenant.id, body);
    const meeting = await moveMeeting(deps, actor, to.meeting, wantedOf(body));
    requireAsWanted(meeting, wantedOf(body));
    return bringAbout(deps, { ...to, meeting }, { method: 'REQUEST', sequence: body.sequence });
  },
});

const sendCancelRoute = defineRoute({
  ...shared,
  path: '/api/ics/send-cancel',
  summary: 'Cancel a meeting, or repeat the message about it',
  description: 'The meeting is cancelled for everybody.',
  body: sendCancelBody,
  problems: ['not-found', 'unknown-attendee', 'not-booked', 'meeting-over', 'engine-unavailable'],
  handler: async ({ deps, tenant, body }) => {
    const to = await requireAddressee(deps, tenant.id, body);
    const sequence = await cancelKnown(deps, to.meeting, '');
    return bringAbout(deps, to, { method: 'CANCEL', sequence });
  },
});

export const icsRoutes: readonly Route[] = [sendInviteRoute, sendUpdateRoute, sendCancelRoute];
