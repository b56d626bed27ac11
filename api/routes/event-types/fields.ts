import { LIMIT_PERIODS } from '../../../domain/availability/limits.ts';
import { EMBED_ORIGIN_RULE, isEmbedOrigin } from '../../../domain/booking/embed-origin.ts';
import { ACCESS, QUESTION_KINDS } from '../../../domain/booking/event-type.ts';
import {
  HIGHEST_LIMIT,
  LONGEST_APPROVAL_HOURS,
  LONGEST_BUFFER_MINUTES,
  LONGEST_MINUTES,
  LONGEST_NOTICE_MINUTES,
  MOST_EMBED_ORIGINS,
  MOST_HOSTS,
  MOST_LENGTHS,
  MOST_LIMITS,
  MOST_OPTIONS,
  MOST_QUESTIONS,
  MOST_RESOURCES,
  MOST_SEATS,
  MOST_TOGETHER,
  MOST_WINDOW_DAYS,
  SHORTEST_MINUTES,
} from '../../../domain/booking/event-type-rules.ts';
import { isSlug, SLUG_RULE } from '../../../domain/booking/slug.ts';
import { day, lineOfText, reminders, text, timezone, z } from '../fields.ts';

/** The same id is written in one way alone. */
const uuid = () => z.uuid().toLowerCase();
const minutes = (least: number, most: number) => z.int().min(least).max(most);
const length = () => minutes(SHORTEST_MINUTES, LONGEST_MINUTES);

const limit = z.strictObject({
  per: z.enum(LIMIT_PERIODS),
  of: z.enum(['bookings', 'minutes']),
  most: z.int().min(1).max(HIGHEST_LIMIT),
  lengthMinutes: length().optional(),
});

const question = z
  .strictObject({
    key: z.string().max(40).optional(),
    kind: z.enum(QUESTION_KINDS),
    label: lineOfText(200),
    required: z.boolean().default(false),
    options: z.array(lineOfText(200)).max(MOST_OPTIONS).optional(),
  })
  .openapi({ description: 'One that is there is sent with its key, so that it stays the same one.' });

const host = z.strictObject({
  principalId: uuid(),
  priority: z.int().min(0).max(100).default(0),
  weight: z.int().min(1).max(100).default(1),
});

const dayOrNull = () =>
  day()
    .nullable()
    .openapi({ type: ['string', 'null'], format: 'date', example: '2030-05-17' });

/** Either days from today on, or dates of which a side may be open. */
const bookingWindow = z
  .strictObject({
    days: z.int().min(1).max(MOST_WINDOW_DAYS).optional(),
    firstDay: dayOrNull().optional(),
    lastDay: dayOrNull().optional(),
  })
  .refine(({ days, firstDay, lastDay }) => days === undefined || (firstDay ?? lastDay ?? null) === null, {
    path: ['days'],
    message: 'must be absent where there are dates',
  })
  .transform(({ days, firstDay = null, lastDay = null }) =>
    days === undefined ? ({ kind: 'dates', firstDay, lastDay } as const) : ({ kind: 'days', days } as const),
  );

const together = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('one') }),
  z.strictObject({ kind: z.literal('all') }),
  z.strictObject({ kind: z.literal('some'), count: z.int().min(1).max(MOST_TOGETHER) }),
]);

export const slug = () => z.string().refine(isSlug, SLUG_RULE).openapi({ example: 'first-lesson' });
export const needed = {
  slug: slug(),
  title: lineOfText(200),
  lengthsMinutes: z.array(length()).min(1, 'must have one').max(MOST_LENGTHS),
};

/** What has a default. */
export const choices = {
  description: text(10_000),
  scheduleId: uuid().nullable(),
  bufferBeforeMinutes: minutes(0, LONGEST_BUFFER_MINUTES),
  bufferAfterMinutes: minutes(0, LONGEST_BUFFER_MINUTES),
  buffersAgainstCalendars: z.boolean(),
  noticeMinutes: minutes(0, LONGEST_NOTICE_MINUTES),
  window: bookingWindow,
  stepMinutes: length().nullable(),
  limits: z.array(limit).max(MOST_LIMITS),
  requiresApproval: z.boolean(),
  approvalHours: z.int().min(1).max(LONGEST_APPROVAL_HOURS),
  policy: z.enum(['strict', 'soft']).nullable(),
  location: text(500),
  online: z.boolean(),
  roomId: uuid().nullable(),
  questions: z.array(question).max(MOST_QUESTIONS),
  changeUntilMinutes: minutes(0, LONGEST_NOTICE_MINUTES).nullable(),
  access: z.enum(ACCESS),
  lockedTimezone: timezone().nullable(),
  reminders: reminders(),
  seats: z.int().min(1).max(MOST_SEATS),
  together,
  hosts: z.array(host).max(MOST_HOSTS),
  resourceIds: z.array(uuid()).max(MOST_RESOURCES),
  embedOrigins: z
    .array(z.string().refine(isEmbedOrigin, EMBED_ORIGIN_RULE).openapi({ example: 'https://example.com' }))
    .max(MOST_EMBED_ORIGINS),
  active: z.boolean(),
};

export { uuid };
