import { LONGEST_REASON } from '../../../commands/meetings/cancel-meeting.ts';
import { delivery } from '../delivery.ts';
import {
  door,
  id,
  instant,
  instantOut,
  lineOfText,
  meetingStatus,
  partstat,
  person,
  reminders,
  remindersOut,
  role,
  text,
  timelineWord,
  z,
} from '../fields.ts';

export const createBody = z
  .strictObject({
    title: lineOfText(200),
    description: text(10_000).optional(),
    startUtc: instant(),
    endUtc: instant(),
    host: person(),
    policy: z.enum(['strict', 'soft']).optional(),
    proposalExpiryHours: z.number().positive().max(2_160).optional(),
    reminders: reminders().optional(),
  })
  .openapi('NewPracticeRoom');

export const createdRoom = z
  .strictObject({ roomId: id(), uid: z.string(), status: meetingStatus(), joinUrl: z.url() })
  .openapi('CreatedPracticeRoom');

export const bookBody = z.strictObject({ roomId: id(), guest: person() }).openapi('PracticeRoomBooking');

export const bookedRoom = z
  .strictObject({
    roomId: id(),
    uid: z.string(),
    sequence: z.int().min(0),
    status: meetingStatus(),
    startUtc: instantOut(),
    endUtc: instantOut(),
    joinUrl: z.url(),
  })
  .openapi('BookedPracticeRoom');

export const deleteBody = z
  .strictObject({ roomId: id(), reason: text(LONGEST_REASON).optional() })
  .openapi('PracticeRoomDeletion');

export const deletedRoom = z
  .strictObject({ roomId: id(), uid: z.string(), status: z.literal('cancelled'), sequence: z.int().min(0) })
  .openapi('DeletedPracticeRoom');

export const roomParams = z.strictObject({ roomId: id() });

const answer = z
  .strictObject({
    partstat: partstat(),
    answeredAt: instantOut().nullable(),
    delivery: delivery(),
  })
  .nullable();

export const roomView = z
  .strictObject({
    roomId: id(),
    uid: z.string(),
    title: z.string(),
    description: z.string(),
    status: meetingStatus(),
    sequence: z.int().min(0),
    policy: z.enum(['strict', 'soft']),
    proposalExpiryHours: z.number(),
    reminders: remindersOut(),
    startUtc: instantOut(),
    endUtc: instantOut(),
    cancelReason: z.string().nullable(),
    joinUrl: z.url(),
    answers: z.strictObject({ host: answer, guest: answer }),
    proposals: z.array(
      z.strictObject({
        proposalId: id(),
        proposedBy: role(),
        proposedStartUtc: instantOut(),
        proposedEndUtc: instantOut(),
        note: z.string(),
        createdAt: instantOut(),
        expiresAt: instantOut(),
      }),
    ),
    timeline: z.array(
      z.strictObject({ what: timelineWord(), at: instantOut(), by: z.string(), door: door() }),
    ),
    room: z.strictObject({
      phase: z.enum(['none', 'ready', 'closed']),
      readyAt: instantOut().nullable(),
      closedAt: instantOut().nullable(),
    }),
  })
  .openapi('PracticeRoom');

/** The meeting's workflow remembers who is inside by it. */
const participantId = () => lineOfText(100).refine((value) => !value.includes('@'), 'must not be an address');

export const joinBody = z
  .strictObject({
    roomId: id(),
    participantId: participantId().optional(),
    displayName: lineOfText(100).optional(),
  })
  .openapi('Joining');

export const joined = z.strictObject({ participantId: z.string(), joinUrl: z.url() }).openapi('Joined');

export const leaveBody = z.strictObject({ roomId: id(), participantId: participantId() }).openapi('Leaving');

export const left = z.strictObject({ roomId: id(), participantId: z.string() }).openapi('Left');
