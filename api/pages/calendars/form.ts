import { z } from 'zod';
import { defineForm } from '../forms/define-form.ts';
import { isZone } from '../time/zone.ts';

const LONGEST_NAME = 200;
const COLOUR = /^#[0-9a-f]{6}$/i;

/** What is chosen before anybody has chosen. */
export const USUAL_COLOUR = '#2f6fb0';

const name = z.string().min(1).max(LONGEST_NAME).meta({ maxLength: LONGEST_NAME });
const colour = z.string().regex(COLOUR);

export const NEW_CALENDAR_FORM = defineForm(z.object({ name, colour }));

export const CALENDAR_FORM = defineForm(
  z.object({
    name,
    colour,
    zone: z
      .string()
      .optional()
      .transform((zone) => (isZone(zone) ? zone : undefined)),
    transparent: z
      .string()
      .optional()
      .transform((checked) => checked === 'yes'),
  }),
);

export const PASSWORD_FORM = defineForm(
  z.object({ name: z.string().min(1).max(100).meta({ maxLength: 100 }) }),
);
