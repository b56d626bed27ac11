import { LIMIT_PERIODS, MOST_OF_LIMIT } from '../../../domain/availability/limits.ts';
import { isSlug, SLUG_RULE } from '../../../domain/booking/slug.ts';
import { id, timezone, z } from '../fields.ts';

const limit = () =>
  z.strictObject({
    per: z.enum(LIMIT_PERIODS),
    of: z.enum(['bookings', 'minutes']),
    most: z.int().min(1).max(MOST_OF_LIMIT),
  });

const limits = () =>
  z
    .array(limit())
    .max(LIMIT_PERIODS.length * 2)
    .openapi({ description: 'How much may begin in a day, a week from Monday on, or a month.' });

export const newProfile = z
  .strictObject({
    slug: z.string().refine(isSlug, SLUG_RULE),
    timezone: timezone().optional(),
    timezoneDetected: timezone().nullable().optional(),
    limits: limits()
      .refine(
        (all) => new Set(all.map(({ per, of }) => `${per} ${of}`)).size === all.length,
        'must not have two of a kind',
      )
      .optional(),
    defaultScheduleId: z.uuid().optional(),
  })
  .openapi('NewBookingProfile');

export const profile = z
  .strictObject({
    principalId: id(),
    slug: z.string().nullable(),
    timezone: z.string(),
    timezoneConfirmed: z.boolean(),
    timezoneDetected: z.string().nullable(),
    limits: limits(),
    defaultScheduleId: z.string().nullable(),
  })
  .openapi('BookingProfile');
