import { LONGEST_REASON } from '../../../commands/meetings/cancel-meeting.ts';
import { delivery } from '../delivery.ts';
import {
  email,
  id,
  instant,
  instantOut,
  lineOfText,
  door,
  meetingStatus,
  partstat,
  pageEnd,
  person,
  reminders,
  remindersOut,
  role,
  timelineWord,
  text,
  z,
} from '../fields.ts';

const METADATA_KEYS = 50;
const LONGEST_KEY = 40;
const LONGEST_VALUE = 500;

const metadata = () =>
  z
    .record(lineOfText(LONGEST_KEY), text(LONGEST_VALUE))
    .refine((pairs) => Object.keys(pairs).length <= METADATA_KEYS, `must have at most ${METADATA_KEYS} keys`)
    .openapi({
      description: `What you want to find again: at most ${METADATA_KEYS} keys of ${LONGEST_KEY} characters, with values of ${LONGEST_VALUE}. Nobody else sees it.`,
      example: { order: '4711' },
    });

const attendeeId = () =>
  z.string().openapi({ description: 'Unique in the meeting, and never given again.', example: 'guest-2' });

export const newAttendee = person()
  .extend({
    role: role().default('guest'),
    required: z.boolean().default(true).openapi({
      description:
        'Without them there is no meeting, and nothing moves before they approve. A host is always required.',
    }),
  })
  .refine((one) => one.role !== 'host' || one.required, { path: ['required'], message: 'a host is required' })
  .openapi('NewAttendee');

export const newMeeting = z
  .strictObject({
    title: lineOfText(200),
    description: text(10_000).optional(),
    startsAt: instant(),
    endsAt: instant(),
    attendees: z
      .array(newAttendee)
      .min(2, 'must have two attendees')
      .max(100, 'must have at most 100 attendees')
      .refine((all) => all.some((one) => one.role === 'host'), 'must have a host')
      .openapi({ description: 'Each gets an invitation of their own, and learns nobody else’s address.' }),
    policy: z.enum(['strict', 'soft']).optional().openapi({
      description:
        '“strict”: the meeting is cancelled for all when a required attendee declines. The tenant’s when absent.',
    }),
    proposalExpiryHours: z.number().positive().max(2_160).optional(),
    reminders: reminders().optional(),
    roomId: id().optional().openapi({
      description: 'Where it takes place. The room must be free then, in its own calendar, too.',
    }),
    metadata: metadata().optional(),
  })
  .openapi('NewMeeting');

export const meetingParams = z.strictObject({ meetingId: id() });
export const attendeeParams = z.strictObject({
  meetingId: id(),
  attendeeId: z
    .string()
    .max(20)
    .regex(/^[a-z0-9-]+$/, 'must be the id of an attendee'),
});

export const moveBody = z.strictObject({ startsAt: instant(), endsAt: instant() }).openapi('MeetingMove');

export const cancelBody = z
  .strictObject({ reason: text(LONGEST_REASON).optional() })
  .openapi('MeetingCancellation');

export const resendBody = z
  .strictObject({
    attendeeId: attendeeId().optional().openapi({ description: 'To everybody when absent.' }),
  })
  .openapi('MeetingResend');

export const attendee = z
  .strictObject({
    id: attendeeId(),
    role: role(),
    required: z.boolean(),
    name: z.string().nullable(),
    timezone: z.string().nullable(),
    language: z.string().nullable(),
    partstat: partstat(),
    answeredAt: instantOut().nullable(),
    delivery: delivery(),
  })
  .openapi('Attendee');

const source = () =>
  z.enum(['booking', 'feed', 'unscheduled']).openapi({
    description:
      '“feed”: in the calendar of a room; “unscheduled”: begun in one. Only a booking has attendees and can be changed here.',
  });

const summary = {
  id: id(),
  uid: z.string().openapi({ description: 'Of its iCalendar event.' }),
  source: source(),
  roomId: id().nullable().openapi({ description: 'Where it takes place; null: in no room of yours.' }),
  status: meetingStatus(),
  sequence: z.int().min(0),
  title: z.string(),
  startsAt: instantOut(),
  endsAt: instantOut(),
  metadata: z.record(z.string(), z.string()),
  createdAt: instantOut(),
};

export const meeting = z
  .strictObject({
    ...summary,
    description: z.string(),
    policy: z.enum(['strict', 'soft']).nullable().openapi({ description: 'Null: it is no booking.' }),
    proposalExpiryHours: z.number().nullable().openapi({ description: 'Null: it is no booking.' }),
    reminders: remindersOut().nullable().openapi({ description: 'Null: it is no booking.' }),
    cancelReason: z.string().nullable(),
    joinUrl: z.url().nullable().openapi({
      description: 'Of a booking its own page, else that of the room; null: it has no video room.',
    }),
    attendees: z.array(attendee),
    proposals: z.array(
      z.strictObject({
        id: id(),
        proposedBy: attendeeId(),
        startsAt: instantOut(),
        endsAt: instantOut(),
        note: z.string(),
        asked: z.array(attendeeId()),
        waitsFor: z.array(attendeeId()).openapi({ description: 'Who has not approved yet.' }),
        createdAt: instantOut(),
        expiresAt: instantOut(),
      }),
    ),
    videoRoom: z.strictObject({
      status: z.enum(['none', 'ready', 'closed']),
      readyAt: instantOut().nullable(),
      closedAt: instantOut().nullable(),
    }),
  })
  .openapi('Meeting');

export const meetingQuery = z
  .strictObject({
    status: meetingStatus().optional(),
    from: instant().optional(),
    to: instant().optional(),
    attendee: email().optional().openapi({ description: 'Whoever has this address takes part.' }),
    roomId: z.uuid().optional(),
    metadataKey: lineOfText(LONGEST_KEY).optional(),
    metadataValue: text(LONGEST_VALUE).optional(),
    limit: z.coerce.number().int().min(1).max(200).default(50),
    after: pageEnd().optional(),
  })
  .refine((query) => query.metadataValue === undefined || query.metadataKey !== undefined, {
    path: ['metadataValue'],
    message: 'needs metadataKey',
  })
  .refine(({ from, to }) => from === undefined || to === undefined || from < to, {
    path: ['to'],
    message: 'must be after from',
  });

export const meetingPage = z
  .strictObject({
    meetings: z.array(z.strictObject(summary).openapi('MeetingSummary')),
    next: z.string().nullable().openapi({ description: 'For `after`; null: there are no more.' }),
  })
  .openapi('Meetings');

export const timeline = z
  .strictObject({
    timeline: z.array(
      z.strictObject({
        what: timelineWord(),
        at: instantOut(),
        by: z.string().openapi({ description: 'An attendee’s id, “backend” or “parley”.' }),
        about: attendeeId()
          .nullable()
          .openapi({ description: 'Whom it happened to, where somebody else did it.' }),
        door: door(),
      }),
    ),
  })
  .openapi('MeetingTimeline');

export const links = z
  .strictObject({
    links: z.array(
      z.strictObject({
        id: id(),
        purpose: z.enum(['answer', 'propose', 'approve', 'decline', 'confirm']),
        attendeeId: attendeeId(),
        proposalId: z.string().nullable(),
        status: z.enum(['open', 'used', 'expired', 'over']).openapi({
          description: '“over”: what it was about is decided, or its recipient takes part no more.',
        }),
        createdAt: instantOut(),
        expiresAt: instantOut(),
        usedAt: instantOut().nullable(),
      }),
    ),
  })
  .openapi('MeetingLinks');
