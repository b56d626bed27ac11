import { z } from 'zod';
import { isSlug } from '../../../../domain/booking/slug.ts';
import { defineForm } from '../../forms/define-form.ts';
import { isZone } from '../../time/zone.ts';

const LONGEST_SLUG = 63;

/** How a member is booked. */
export const PROFILE_FORM = defineForm(
  z.object({
    slug: z.string().refine(isSlug).meta({ maxLength: LONGEST_SLUG }),
    zone: z
      .string()
      .optional()
      .transform((zone) => (isZone(zone) ? zone : undefined)),
  }),
);
