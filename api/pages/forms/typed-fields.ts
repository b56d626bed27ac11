import { z } from 'zod';

/** One line that somebody types: what PostgreSQL cannot store and what nobody sees is left out, and what is too long is cut. */
export const typedLine = (longest: number) =>
  z
    .string()
    .meta({ maxLength: longest })
    .default('')
    .transform((typed) =>
      typed
        .replace(/[\p{Cc}\p{Surrogate}]/gu, '')
        .trim()
        .slice(0, longest),
    );

/** A day, as YYYY-MM-DD; whatever else was sent is read where the zone is known. */
export const typedDate = () => z.string().catch('');

/** A time of day, as HH:MM; the same. Some browsers send seconds, too. */
export const typedTime = () =>
  z
    .string()
    .transform((time) => time.slice(0, 5))
    .catch('');
