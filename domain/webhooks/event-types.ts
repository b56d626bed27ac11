/**
 * Everything that a backend can be told by a webhook, each with when that is. The names are stable; they are made of
 * letters and full stops, as Standard Webhooks has them.
 */
export const WEBHOOK_EVENTS = {
  'meeting.booked':
    'A meeting is booked, a room’s calendar has a new one, or somebody began one in a room: `source` says which.',
  'meeting.moved': 'A meeting has a new time.',
  'meeting.answered': 'An attendee accepted, declined or may come.',
  'meeting.cancelled': 'A meeting does not take place. `cause` says why, and `by` who did it.',
  'meeting.closed': 'A meeting is over, or nobody had booked it before it would have begun.',
  'proposal.made': 'An attendee asks for another time, and the others are asked.',
  'proposal.decided': 'A proposal is approved, declined, expired, withdrawn or replaced: its `status`.',
  'room.ready': 'People may come in from now on.',
  'participant.joined': 'Somebody came in.',
  'participant.left': 'Somebody left, or is gone.',
  'message.bounced':
    'A mail to an attendee came back, was refused, or was given up after days: its `outcome`.',
  'feed.failing': 'The calendar of a room cannot be read any more.',
  'feed.recovered': 'The calendar of a room can be read again.',
  'parley.test': 'Somebody asked for it, to see that an endpoint takes events.',
} as const;

export type WebhookEventType = keyof typeof WEBHOOK_EVENTS;
export const WEBHOOK_EVENT_TYPES = Object.keys(WEBHOOK_EVENTS) as WebhookEventType[];
