import { ACCESS } from '../../../domain/booking/event-type.ts';
import { questionOut } from '../event-types/schema.ts';
import { id, z } from '../fields.ts';

/** Not checked for its form: what cannot be a slug is nobody’s. */
const slug = () => z.string().min(1).max(100);

export const memberParams = z.object({ memberSlug: slug() });
export const bookableParams = z.object({ memberSlug: slug(), eventSlug: slug() });
export const bookableQuery = z.strictObject({
  k: z.string().max(100).optional().openapi({
    description: 'What stands after `k=` in a link to it; one that is not public needs it.',
    example: 'Zk3…',
  }),
});

const shown = z
  .strictObject({
    id: id(),
    slug: z.string(),
    url: z.string(),
    title: z.string(),
    description: z.string(),
    lengthsMinutes: z.array(z.int()),
    location: z.string(),
    seats: z.int(),
    requiresApproval: z.boolean(),
    lockedTimezone: z.string().nullable(),
    access: z.enum(ACCESS),
    questions: z.array(questionOut),
  })
  .openapi('BookableEventType');

const member = z.strictObject({
  slug: z.string(),
  name: z.string().nullable().openapi({ description: 'What they are called; null: nobody said.' }),
  timezone: z.string(),
});

export const memberPage = z.strictObject({ member, eventTypes: z.array(shown) }).openapi('MemberBookingPage');
export const bookablePage = z.strictObject({ member, eventType: shown }).openapi('BookingPage');
