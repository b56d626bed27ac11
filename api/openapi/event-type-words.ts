import { word, type Word } from './word.ts';

const SCHEMAS = ['EventType', 'NewEventType', 'EventTypeChanges', 'BookableEventType', 'BookingPage'];
const HOST = '1f1d2c90-6a44-4c86-a41c-1d0a1a4c9a77';

/** Words that are only right within an event type. */
const within = (words: Readonly<Record<string, Word>>): Record<string, Word> =>
  Object.fromEntries(
    SCHEMAS.flatMap((schema) => Object.entries(words).map(([way, means]) => [`${schema}.${way}`, means])),
  );

/** Of what can be booked, and its links. */
export const EVENT_TYPE_WORDS: Readonly<Record<string, Word>> = {
  access: word(
    '`public`: listed on its owner’s page, and open to all; `secret`: by a link of its own; `key`: by the API key and its owner.',
  ),
  approvalHours: word('How long its hosts have to approve; then the time is given back.', 24),
  bufferAfterMinutes: word('How long its hosts have nothing else after it.', 15),
  bufferBeforeMinutes: word('How long its hosts have nothing else before it.', 10),
  buffersAgainstCalendars: word(
    'Whether its buffers are kept to what comes from other calendars, too.',
    true,
  ),
  capacity: word('How many meetings have it at once.', 5),
  changeUntilMinutes: word(
    'Guests may move or cancel until so many minutes before the start; null: never. Hosts always may.',
    1_440,
  ),
  embedOrigins: word('Sites that may show it in a frame.', ['https://example.com']),
  eventSlug: word('Of the event type.', 'first-lesson'),
  eventType: word('What can be booked.'),
  eventTypeId: word('Of the event type.', '3f0c7a52-1f5e-4b7b-9d53-0a4a51d2a8c1'),
  hosts: word('Who takes its meetings; its owner alone when absent.', [
    { principalId: HOST, priority: 0, weight: 1 },
  ]),
  label: word('What it is called.', 'Summer course'),
  lengthsMinutes: word('How long a meeting may be; the first one is offered first.', [30, 60]),
  limits: word('How much may be booked.'),
  linkId: word('Of the link.', '7a1e5f0c-9a53-4c9b-9c0c-4a54a2a8c111'),
  lockedTimezone: word(
    'Times are shown in this zone to everybody; null: in each one’s own.',
    'Europe/Vienna',
  ),
  member: word('Whose page it is.'),
  memberSlug: word('Of the member.', 'olga-weber'),
  online: word('Whether its meetings have a video room; else `location` has to say where they are.', true),
  noticeMinutes: word('How long before its start it has to be booked.', 240),
  questions: word('What a guest is asked.'),
  requiresApproval: word('Whether it takes place only once its hosts have approved.', false),
  resourceIds: word('Things that each of its meetings takes a share of.', []),
  revokedAt: word('When it was closed; null: it is not.', null),
  seats: word('How many guests come to one meeting.', 1),
  singleUse: word('It is spent by the first meeting that is booked with it.', true),
  stepMinutes: word('Between the starts that are offered; null: the length.', 15),
  together: word('How many of its hosts a meeting takes: one, all, or so many.', { kind: 'one' }),
  used: word('Whether a meeting was booked with it.', false),
  window: word(
    'How far ahead it can be booked: days from today on, or dates, of which a side may be open; two years where both are.',
    { days: 60 },
  ),
  ...within({
    scheduleId: word('The hours that count for all of its hosts; null: each one’s default schedule.', null),
    slug: word('Stands in the address of its page.', 'first-lesson'),
    active: word('Nobody can book it while it is not.', true),
    ownerId: word('The member whose page it is on.', HOST),
    roomId: word('The room that its meetings take place in; null: none.', null),
    policy: word(
      '`strict`: a decline of somebody who is required cancels; `soft`: it does not. Null: the tenant’s.',
      null,
    ),
    location: word('Where it takes place; stands in the event.', 'Room 4'),
    'window.days': word('Until the end of the day so many days from today.', 60),
    'window.firstDay': word('The first day; null: from now on.', null),
    'window.lastDay': word('The last day; null: two years.', null),
    'limits.per': word('Of which time; weeks begin on Monday.', 'day'),
    'limits.of': word('What is counted.', 'bookings'),
    'limits.most': word('So many at most.', 3),
    'limits.lengthMinutes': word('Meetings of this length alone are counted; all when absent.', 30),
    'questions.key': word('Names it for ever; made here, and sent with it when it is to stay.'),
    'questions.kind': word('How it is answered.', 'text'),
    'questions.label': word('The question.', 'Which piece do you play?'),
    'questions.required': word('Whether it has to be answered.', false),
    'questions.options': word('Of a choice, from 2 to 50.'),
    'hosts.priority': word('Higher ones are asked first.', 0),
    'hosts.weight': word('With 2 they get two meetings where another gets one.', 1),
    'together.count': word('How many hosts.', 2),
  }),
  'EventType.hosts.principalId': word('Of the member.', HOST),
  'EventTypes.eventTypes': word('In the order in which they were made.'),
  'MemberBookingPage.eventTypes': word('In the order in which they were made.'),
  'BookingLinks.links': word('In the order in which they were made.'),
  'MemberBookingPage.member.slug': word('Stands in the address of their page.', 'olga-weber'),
  'BookingPage.member.slug': word('Stands in the address of their page.', 'olga-weber'),
};
