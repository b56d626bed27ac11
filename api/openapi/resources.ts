/** What the routes are about, in the order of the documentation; a route names one of them. */
export const RESOURCES = {
  Meetings:
    'Arrange, list, move and cancel meetings, of two or of many; invite and take out attendees; see what happened.',
  'Event types': 'What can be booked with members, under which rules, and the links to it.',
  'Booking pages': 'What anybody may see of what can be booked.',
  Principals: 'Who and what has a calendar and can be invited: members, rooms, resources, groups.',
  Bookings:
    'When something can be booked; hold and book it. Several can ask for one slot at the same moment, and one gets it.',
  Availability:
    'When a member can be booked: their profile, the hours of their week, and what is so on some days alone; of an event type, too.',
  Calendars:
    'What members keep in Parley with the calendar program they like: their calendars, with whom they are shared, what was deleted, passwords for programs, and when somebody is free.',
  Rooms: 'Places with a page of their own, where meetings take place.',
  'Calendars of rooms': 'The feed that a room follows: try it, read it now, see what came of it.',
  'Meetings in rooms': 'What goes on in a room: start, join, leave, end.',
  'Practice rooms': 'The same as meetings of two, in two steps: a host makes a time, a guest takes it.',
  'Calendar messages': 'Bring about or repeat a single invitation, update or cancellation.',
  Proposals: 'Ask for another time with the token of a mailed link.',
  Mail: 'Hand in mail and delivery reports, and see what they were understood as.',
  Webhooks: 'Have your own service told what happens, signed after Standard Webhooks.',
  Operations: 'For whoever runs Parley.',
} as const;

export type Resource = keyof typeof RESOURCES;
