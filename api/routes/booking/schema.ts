import { LONGEST_RANGE_DAYS } from '../../../queries/slots.ts';
import {
  id,
  instant,
  instantOut,
  language,
  lineOfText,
  email,
  text,
  timezone,
  withinDays,
  z,
} from '../fields.ts';
import { MEETING_STATUSES } from '../../../domain/meeting/state.ts';

export const eventTypeParams = z.object({ eventTypeId: id() });

const lengthMinutes = () =>
  z.coerce
    .number()
    .int()
    .optional()
    .openapi({ description: 'One of the event type’s lengths; its first one when absent.' });

const linkToken = () =>
  z.string().max(100).optional().openapi({ description: 'Of a link to an event type that is not public.' });

export const slotsQuery = withinDays(
  z.strictObject({
    from: instant(),
    to: instant(),
    timezone: timezone().optional().openapi({ description: 'Of whoever asks; UTC when absent.' }),
    length: lengthMinutes(),
    link: linkToken(),
  }),
  LONGEST_RANGE_DAYS,
);

const slot = () =>
  z.strictObject({
    startsAt: instantOut(),
    endsAt: instantOut(),
    seatsLeft: z
      .number()
      .int()
      .optional()
      .openapi({ description: 'Where several guests come to one meeting.' }),
  });

export const slots = z
  .strictObject({
    timezone: z.string().openapi({ description: 'The zone that the times are in.' }),
    lengthMinutes: z.number().int(),
    slots: z.array(slot()),
  })
  .openapi('Slots');

export type SlotsAnswer = z.input<typeof slots>;

export const explainQuery = z.strictObject({
  at: instant(),
  length: lengthMinutes(),
  link: linkToken(),
});

export const REASONS = [
  'too-soon',
  'too-far',
  'outside-hours',
  'not-on-a-step',
  'busy',
  'buffer',
  'limit',
] as const;

export const explanation = z
  .strictObject({
    at: instantOut(),
    offered: z.boolean(),
    hosts: z.array(
      z.strictObject({
        hostId: z
          .string()
          .nullable()
          .openapi({ description: 'For the host and the API key; null for all others.' }),
        reason: z.enum(REASONS).nullable().openapi({
          example: 'busy',
          description: 'Null: as far as this host goes, the time could be offered.',
        }),
        rule: z
          .enum(['type-override', 'member-override', 'temporary', 'away', 'weekly'])
          .optional()
          .openapi({ description: 'What decides about the day, where it is outside of the hours.' }),
        journeyTimezone: z.string().optional().openapi({
          description: 'The zone that the hours of the day are read in, where the host is on a journey then.',
          example: 'America/New_York',
        }),
        source: z
          .enum(['meeting', 'calendar', 'place'])
          .optional()
          .openapi({ description: 'What is in the way; for the host and the API key.' }),
        sourceId: z.string().optional().openapi({ description: 'Of the meeting, the room or the resource.' }),
      }),
    ),
  })
  .openapi('Explanation');

const slotFields = {
  startsAt: instant(),
  lengthMinutes: z
    .number()
    .int()
    .optional()
    .openapi({ description: 'One of the event type’s lengths; its first one when absent.' }),
  link: linkToken(),
};

export const holdBody = z.strictObject(slotFields).openapi('NewHold');

export const bookBody = z
  .strictObject({
    ...slotFields,
    holdId: z.uuid().optional().openapi({
      description:
        'Of a hold: it is booked. `startsAt`, and `lengthMinutes` where it is told, must be those of it.',
    }),
    guest: z.strictObject({
      email: email(),
      name: lineOfText(200).optional(),
      timezone: timezone().optional(),
      language: language().optional(),
    }),
    answers: z
      .record(z.string().max(60), text(5_000))
      .optional()
      .openapi({ description: 'To the event type’s questions, by their keys.' }),
  })
  .openapi('NewBooking');

export const booking = z
  .strictObject({
    id: id(),
    eventTypeId: id(),
    status: z.enum(MEETING_STATUSES),
    startsAt: instantOut(),
    endsAt: instantOut(),
    holdExpiresAt: instantOut()
      .nullable()
      .openapi({ description: 'While it is held: until then, unless it is booked or approved.' }),
    awaitsApproval: z.boolean().openapi({
      description: 'Its guest has asked for it, or for another time of it, and its hosts have to decide.',
    }),
  })
  .openapi('Booking');
