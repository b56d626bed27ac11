import { id, instantOut, lineOfText, text, z } from '../fields.ts';

export const roomParams = z.strictObject({ name: text(100) });

export const meetingParams = z.strictObject({ name: text(100), meetingId: id() });

const person = z.strictObject({
  email: z.string(),
  name: z.string().nullable(),
  partstat: z.string().nullable(),
});

const seenByAll = {
  id: id(),
  title: z.string(),
  startsAt: instantOut(),
  endsAt: instantOut().openapi({
    description:
      'Of one that nobody has planned: when it is closed at the latest. Its start says since when it is on.',
  }),
  state: z.enum(['scheduled', 'ready', 'live', 'cancelled', 'closed']),
  runningSince: instantOut().nullable(),
  participants: z.int().min(0).openapi({ description: 'How many are inside.' }),
};

/** The participant's has no field for what the owner alone may see. */
export const participantMeeting = z.strictObject(seenByAll).openapi('RoomMeeting');

export const ownerMeeting = z
  .strictObject({
    ...seenByAll,
    participantNames: z
      .array(z.string())
      .openapi({ description: 'Of those inside who told one. Others learn them when they are inside.' }),
    source: z.enum(['feed', 'unscheduled']),
    description: z.string(),
    location: z.string(),
    attendees: z.array(person),
  })
  .openapi('OwnRoomMeeting');

export const roomMeeting = z.union([ownerMeeting, participantMeeting]);

export const roomMeetings = z
  .strictObject({ active: z.array(roomMeeting), upcoming: z.array(roomMeeting) })
  .openapi('RoomMeetings');

export const startBody = z.strictObject({ title: lineOfText(200).optional() }).openapi('NewRoomMeeting');

export const joinBody = z
  .strictObject({
    displayName: lineOfText(80)
      .refine((name) => !/\p{Cc}/u.test(name), 'must be one line of visible text')
      .optional(),
  })
  .openapi('RoomJoining');

export const joined = z
  .union([
    z.strictObject({ participantId: z.string(), joinUrl: z.url() }),
    z.strictObject({ waitingUrl: z.url(), startsAt: instantOut() }),
  ])
  .openapi('RoomJoined');

export const leaveBody = z.strictObject({ participantId: text(64) }).openapi('RoomLeaving');

export const endBody = z.strictObject({}).openapi('RoomMeetingEnding');

export const ended = z.strictObject({ id: id() }).openapi('RoomMeetingEnded');

export const left = z.strictObject({ participantId: z.string() }).openapi('RoomLeft');

export const stillThere = z.strictObject({ inside: z.boolean() }).openapi('RoomHeartbeat');
