import { LONGEST_REASON } from '../../../commands/meetings/cancel-meeting.ts';
import { LONGEST_RANGE_DAYS } from '../../../queries/slots.ts';
import {
  id,
  instant,
  instantOut,
  meetingStatus,
  pageEnd,
  partstat,
  role,
  text,
  timezone,
  withinDays,
  z,
} from '../fields.ts';

export const bookingParams = z.object({ bookingId: id() });

export const bookingsQuery = z.strictObject({
  which: z
    .enum(['coming', 'past', 'cancelled'])
    .default('coming')
    .openapi({ description: '`coming`: the earliest first; the others: the newest first.' }),
  hostId: z
    .uuid()
    .optional()
    .openapi({ description: 'Those of this member; with a session always one’s own.' }),
  eventTypeId: z.uuid().optional(),
  search: text(200).optional().openapi({ description: 'A part of the title, or of a guest’s name.' }),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  after: pageEnd().optional(),
});

export const hostBooking = z
  .strictObject({
    id: id(),
    eventTypeId: id(),
    title: z.string(),
    location: z.string(),
    status: meetingStatus(),
    startsAt: instantOut(),
    endsAt: instantOut(),
    sequence: z.int(),
    seats: z.int(),
    holdExpiresAt: instantOut().nullable(),
    awaitsApproval: z.boolean(),
    asksFor: z
      .strictObject({
        proposalId: id(),
        startsAt: instantOut(),
        endsAt: instantOut(),
        until: instantOut().openapi({ description: 'It can be approved or declined until then.' }),
      })
      .nullable()
      .openapi('AskedFor'),
    cancelReason: z.string().nullable(),
    attendees: z.array(
      z
        .strictObject({
          id: z.string(),
          role: role(),
          name: z.string().nullable(),
          partstat: partstat(),
          hostId: z.string().nullable().openapi({ description: 'Of a member: their principal.' }),
          answers: z.array(
            z
              .strictObject({
                label: z.string().openapi({ description: 'The question, as it was then.' }),
                value: z.string().openapi({ description: 'What the guest answered.' }),
              })
              .openapi('FormAnswer'),
          ),
        })
        .openapi('BookingAttendee'),
    ),
  })
  .openapi('HostBooking');

export const bookingPage = z
  .strictObject({ bookings: z.array(hostBooking), next: z.string().nullable() })
  .openapi('Bookings');

export const moveSlotsQuery = withinDays(
  z.strictObject({ from: instant(), to: instant(), timezone: timezone().optional() }),
  LONGEST_RANGE_DAYS,
);

export const moveBody = z
  .strictObject({
    startsAt: instant(),
    endsAt: instant().optional().openapi({ description: 'It takes as long as before when absent.' }),
  })
  .openapi('MoveBooking');

export const cancelBody = z
  .strictObject({
    reason: text(LONGEST_REASON).optional().openapi({ description: 'Those who are invited read it.' }),
  })
  .openapi('CancelBooking');

export const decideBody = z
  .strictObject({
    proposalId: z.uuid().optional().openapi({
      description:
        'Of `asksFor`: what is decided about, and nothing that replaced it; the same again is no error. Absent: what waits now.',
    }),
  })
  .optional()
  .openapi('DecideBooking');

export const reassignBody = z
  .strictObject({
    hostId: z.uuid().optional().openapi({
      description: 'Another host of the event type; absent: whose turn it is, of those who can.',
    }),
    attendeeId: z
      .string()
      .max(60)
      .optional()
      .openapi({ description: 'Whose place it is; absent: the first host’s.' }),
  })
  .openapi('ReassignBooking');
