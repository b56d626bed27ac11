import { z } from 'zod';
import { LIMIT_PERIODS, MOST_OF_LIMIT, type Limit } from '../../../../domain/availability/limits.ts';
import { isSlug } from '../../../../domain/booking/slug.ts';
import { defineForm } from '../../forms/define-form.ts';
import { isZone } from '../../time/zone.ts';

const LONGEST_SLUG = 63;

/** A field for each kind of limit; an empty one is no limit. */
export const LIMIT_FIELDS = LIMIT_PERIODS.flatMap((per) =>
  (['bookings', 'minutes'] as const).map((of) => ({ per, of, name: `limit-${per}-${of}` as const })),
);

const most = () =>
  z
    .string()
    .optional()
    .refine((typed = '') => typed === '' || (/^\d{1,6}$/.test(typed) && isMost(Number(typed))));

const isMost = (number: number): boolean => number >= 1 && number <= MOST_OF_LIMIT;

type LimitName = (typeof LIMIT_FIELDS)[number]['name'];
const limits = Object.fromEntries(LIMIT_FIELDS.map(({ name }) => [name, most()])) as Record<
  LimitName,
  ReturnType<typeof most>
>;

/** How a member is booked. */
export const PROFILE_FORM = defineForm(
  z.object({
    slug: z.string().refine(isSlug).meta({ maxLength: LONGEST_SLUG }),
    zone: z
      .string()
      .optional()
      .transform((zone) => (isZone(zone) ? zone : undefined)),
    ...limits,
  }),
);

/** The limits that the fields say; undefined: the form had none of them. */
export function limitsIn(values: Partial<Record<LimitName, string | undefined>>): Limit[] | undefined {
  if (LIMIT_FIELDS.every(({ name }) => values[name] === undefined)) return undefined;
  return LIMIT_FIELDS.filter(({ name }) => values[name]).map(({ per, of, name }) => ({
    ...{ per, of },
    most: Number(values[name]),
  }));
}
