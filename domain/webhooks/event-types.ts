/**
 * Everything that a backend can be told by a webhook, each with when that is. The names are stable; they are made of
 * letters and full stops, as Standard Webhooks has them.
 */
export const WEBHOOK_EVENTS = {
  'meeting.booked':
    'A meeting is booked, a room’s calendar has a new one, or somebody began one in a room: `source` says which.',
  'meeting.held': 'The time of a meeting is held, until it is booked or given back.',
  'meeting.expired':
    'A time that was held is given back: nobody booked it, or its hosts did not approve it in time. `cause` says which.',
  'meeting.reassigned': 'Another host has a meeting: `host`, in the place of `before`.',
  'slot.freed': 'A time, or a seat, of an event type can be booked again.',
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
