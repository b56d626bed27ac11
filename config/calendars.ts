import { z } from 'zod';
import { flag } from './variable-kinds.ts';

/** The variables about calendars that are kept here. */
export const calendarVariables = {
  CALENDAR_INVITATIONS: flag(true),
  CALENDAR_STRANGERS: z.enum(['inbox', 'calendar', 'ignore']).default('inbox'),
};

type Environment = z.output<z.ZodObject<typeof calendarVariables>>;

export const arrangeCalendars = (env: Environment) => ({
  /** People outside are invited by mail; off: nobody says that they were. */
  invites: env.CALENDAR_INVITATIONS,
  /** What becomes of an invitation by somebody whom its recipient has never heard of. */
  unknownOrganizers: env.CALENDAR_STRANGERS,
});
