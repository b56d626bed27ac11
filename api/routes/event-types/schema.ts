import { LIMIT_PERIODS } from '../../../domain/availability/limits.ts';
import { ACCESS, QUESTION_KINDS } from '../../../domain/booking/event-type.ts';
import { dayOut, id, instant, instantOut, remindersOut, text, z } from '../fields.ts';
import { choices, needed, uuid } from './fields.ts';

const optional = z.strictObject(choices).partial().shape;

export const newEventType = z
  .strictObject({
    ownerId: uuid()
      .optional()
      .openapi({ description: 'A member; with a session they themselves, and may be left out.' }),
    ...needed,
    ...optional,
  })
  .openapi('NewEventType');

export const eventTypeChanges = z
  .strictObject({ ...z.strictObject(needed).partial().shape, ...optional })
  .openapi('EventTypeChanges');

export const eventTypeParams = z.object({ eventTypeId: id() });
export const linkParams = z.object({ eventTypeId: id(), linkId: id() });
export const nothing = z.strictObject({}).optional();

const page = {
  limit: z.coerce.number().int().min(1).max(200).default(50),
  after: z.uuid().optional().openapi({ description: '`next` of the page before.' }),
};
const next = () => z.string().nullable().openapi({ description: 'For `after`; null: there are no more.' });

export const eventTypeQuery = z.strictObject({
  ownerId: uuid().optional().openapi({
    description: 'Those of a member; with a session they themselves, and may be left out.',
  }),
  ...page,
});
export const linkQuery = z.strictObject(page);

const minutes = () => z.int();
export const limitOut = z.strictObject({
  per: z.enum(LIMIT_PERIODS),
  of: z.enum(['bookings', 'minutes']),
  most: z.int(),
  lengthMinutes: minutes().optional(),
});
export const questionOut = z.strictObject({
  key: z.string(),
  kind: z.enum(QUESTION_KINDS),
  label: z.string(),
  required: z.boolean(),
  options: z.array(z.string()).optional(),
});

export const eventType = z
  .strictObject({
    id: id(),
    ownerId: id(),
    slug: z.string(),
    title: z.string(),
    description: z.string(),
    lengthsMinutes: z.array(minutes()),
    scheduleId: z.string().nullable(),
    bufferBeforeMinutes: minutes(),
    bufferAfterMinutes: minutes(),
    buffersAgainstCalendars: z.boolean(),
    noticeMinutes: minutes(),
    window: z.strictObject({
      days: z.int().optional(),
      firstDay: dayOut().nullable().optional(),
      lastDay: dayOut().nullable().optional(),
    }),
    stepMinutes: minutes().nullable(),
    limits: z.array(limitOut),
    requiresApproval: z.boolean(),
    approvalHours: z.int(),
    policy: z.enum(['strict', 'soft']).nullable(),
    location: z.string(),
    online: z.boolean(),
    roomId: z.string().nullable(),
    questions: z.array(questionOut),
    changeUntilMinutes: minutes().nullable(),
    access: z.enum(ACCESS),
    lockedTimezone: z.string().nullable(),
    reminders: remindersOut().partial(),
    seats: z.int(),
    together: z.strictObject({ kind: z.enum(['one', 'all', 'some']), count: z.int().optional() }),
    hosts: z.array(z.strictObject({ principalId: id(), priority: z.int(), weight: z.int() })),
    resourceIds: z.array(z.string()),
    embedOrigins: z.array(z.string()),
    active: z.boolean(),
    createdAt: instantOut(),
  })
  .openapi('EventType');

export const eventTypePage = z
  .strictObject({ eventTypes: z.array(eventType), next: next() })
  .openapi('EventTypes');

export const newLink = z
  .strictObject({
    label: text(200).default(''),
    singleUse: z.boolean().default(false),
    expiresAt: instant()
      .nullable()
      .openapi({ type: ['string', 'null'], format: 'date-time' })
      .optional(),
  })
  .openapi('NewBookingLink');

const shownLink = {
  id: id(),
  label: z.string(),
  singleUse: z.boolean(),
  expiresAt: instantOut().nullable(),
  used: z.boolean(),
  revokedAt: instantOut().nullable(),
  createdAt: instantOut(),
};
export const link = z.strictObject(shownLink).openapi('BookingLink');
export const linkWithUrl = z
  .strictObject({
    ...shownLink,
    url: z.string().openapi({
      description: 'What to give to who may book. It is not shown again.',
      example: 'https://parley.example/book/olga-weber/first-lesson?k=Zk3…',
    }),
  })
  .openapi('BookingLinkWithUrl');
export const linkPage = z.strictObject({ links: z.array(link), next: next() }).openapi('BookingLinks');
export const deleted = z.strictObject({ id: id() }).openapi('Deleted');
