import { IANAZone } from 'luxon';
import { extendZodWithOpenApi } from '@asteasolutions/zod-to-openapi';
import { z } from 'zod';
import { LONGEST_BEFORE, MOST_REMINDERS } from '../../config/reminders.ts';
import { canonicalTag } from '../../adapters/texts/language.ts';
import { PARTSTATS } from '../../domain/ical/partstat.ts';
import { DOORS } from '../../domain/meeting/door.ts';
import { DAY_MS, dayNumber, isDate, type DayNumber } from '../../domain/time/calendar-days.ts';
import { MEETING_STATUSES } from '../../domain/meeting/state.ts';
import { TIMELINE_WORDS } from '../../domain/meeting/timeline-word.ts';

extendZodWithOpenApi(z);

export { isUuid } from '../../domain/uuid.ts';
export { z };

/** Text without what PostgreSQL cannot store: NUL, and in JSON halves of surrogate pairs. */
export const text = (longest: number) =>
  z
    .string()
    .max(longest)
    .refine((value) => !value.includes('\0'), 'must not contain NUL')
    .refine((value) => !/\p{Surrogate}/u.test(value), 'must not contain half a surrogate pair');

export const lineOfText = (longest: number) =>
  text(longest).refine((value) => value.trim() !== '', 'must not be empty');

const WITH_ZONE =
  /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d)(?::(\d\d)(?:[.,]\d{1,9})?)?(?:Z|([+-])(\d\d):?(\d\d))$/i;

/**
 * An instant: ISO 8601 with `Z` or an offset; a time without a zone is refused, because it would have to be guessed.
 * Gives milliseconds; fractions of a second are cut off, since iCalendar has none (RFC 5545 §3.3.5).
 */
export const instant = () =>
  z
    .string()
    .regex(WITH_ZONE, {
      error: 'must be ISO 8601 with "Z" or an offset, for example 2030-05-17T14:00:00Z',
      abort: true,
    })
    .transform((value, context) => {
      const read = readInstant(value);
      if (read === null) context.addIssue('is not a date that exists');
      return read ?? z.NEVER;
    })
    .openapi({ type: 'string', format: 'date-time' });

/** By hand: every call has some, and a library that knows all of ISO 8601 takes as long as a query. */
function readInstant(value: string): number | null {
  const [, ...parts] = WITH_ZONE.exec(value) ?? [];
  const [year = 0, month = 0, date = 0, hour = 0, minute = 0, second = 0] = parts
    .slice(0, 6)
    .map((part) => Number(part ?? 0));
  const [sign, hours, minutes] = parts.slice(6);
  const isClock = minute < 60 && second < 60 && (hour < 24 || (hour === 24 && minute === 0 && second === 0));
  if (year <= 1970 || !isDate(year, month, date) || !isClock) return null;
  const offset = (Number(hours ?? 0) * 60 + Number(minutes ?? 0)) * (sign === '-' ? -1 : 1);
  const minuteOfDay = hour * 60 + minute - offset;
  return dayNumber(year, month, date) * DAY_MS + minuteOfDay * 60_000 + second * 1000;
}

const DAY = /^(\d{4})-(\d\d)-(\d\d)$/;

/** A date, from 1970 on, which is one of the clocks of whoever's day it is. Gives its number. */
export const day = () =>
  z
    .string()
    .regex(DAY, { error: 'must be a date, for example 2030-05-17', abort: true })
    .refine((value) => readDay(value) !== null, 'is not a date that exists')
    .transform((value) => readDay(value) ?? 0)
    .openapi({ type: 'string', format: 'date', example: '2030-05-17' });

function readDay(value: string): DayNumber | null {
  const [, year = 0, month = 0, date = 0] = DAY.exec(value)?.map(Number) ?? [];
  return year >= 1970 && isDate(year, month, date) ? dayNumber(year, month, date) : null;
}

/** A date in an answer. */
export const dayOut = () => z.string().openapi({ format: 'date', example: '2030-05-17' });

/** As `day` reads it. */
export const dayText = (number: DayNumber): string => new Date(number * DAY_MS).toISOString().slice(0, 10);

/** An instant in an answer. */
export const instantOut = () => z.string().openapi({ format: 'date-time' });

export const iso = (time: Date | number): string => new Date(time).toISOString();

export const isoOrNull = (time: Date | null): string | null => time && iso(time);

export const email = () => z.email().max(254);

/** An IANA name, as luxon and the calendar data know it; offsets are none. */
export const timezone = () =>
  z
    .string()
    .max(64)
    .refine((name) => /^[A-Za-z]/.test(name) && IANAZone.isValidZone(name), 'must be an IANA time zone')
    .openapi({ example: 'Europe/Vienna' });

/** A language, as BCP 47 writes it; one that there are no texts in is kept, and the default spoken. */
export const language = () =>
  z
    .string()
    .refine((tag) => canonicalTag(tag) !== null, 'must be a BCP 47 language tag')
    .transform((tag) => canonicalTag(tag) ?? tag)
    .openapi({ type: 'string', example: 'de-AT' });

/** Not checked for its form: an id that cannot exist is as unknown as one that does not. */
export const id = () => z.string().min(1).max(100).openapi({ format: 'uuid' });

export const person = () =>
  z.strictObject({
    email: email(),
    name: lineOfText(200).optional(),
    timezone: timezone().optional(),
    aliases: z
      .array(email())
      .max(20)
      .optional()
      .openapi({ description: 'Other addresses of this person: answers from them count as well.' }),
    language: language().optional(),
  });

const minutesBefore = (what: string) =>
  z
    .array(z.int().min(1).max(LONGEST_BEFORE))
    .max(MOST_REMINDERS)
    .refine((all) => new Set(all).size === all.length, 'must have each once')
    .openapi({ description: `Minutes before the start of ${what}; empty: none.`, example: [1_440] });

const reminderFields = {
  mailMinutesBefore: minutesBefore('the mails'),
  alarmMinutesBefore: minutesBefore('the alarms of calendar programs'),
};

/** When people are reminded; what is left out is as the tenant has it. */
export const reminders = () =>
  z.strictObject(reminderFields).partial().openapi({
    description:
      'When people are reminded. Nobody is where that would be at once. What is absent is the tenant’s.',
  });

export const remindersOut = () => z.strictObject(reminderFields);

export const meetingStatus = () => z.enum(MEETING_STATUSES);
export const partstat = () =>
  z.enum(PARTSTATS).openapi({ description: 'What they answered (RFC 5545 §3.2.12).' });
export const door = () =>
  z.enum(DOORS).openapi({ description: '`room`: by its people, or by its calendar.' });
export const timelineWord = () => z.enum(TIMELINE_WORDS);
export const role = () => z.enum(['host', 'guest']);

/** Where a page ended: the start and the id of the last meeting in it, as they were then. */
export const pageEnd = () =>
  z
    .string()
    .regex(/^\d{1,15}\.[0-9a-f-]{36}$/, 'must be the “next” of a page')
    .transform((end) => ({ startMs: Number(end.split('.')[0]), id: end.split('.')[1]! }))
    .openapi({
      description: '`next` of the page before.',
      example: '1905256800000.8c5f6d3e-2f0a-4a53-9d53-4f6b1f0e7c11',
    });

/** Where the page after the one that was found begins, by what of its last entry says so; null: there are no more. */
export function nextAfter<T extends { id: string }>(
  found: readonly T[],
  limit: number,
  endOf: (last: T) => string = ({ id: last }) => last,
): string | null {
  const last = found.length === limit ? found.at(-1) : undefined;
  return last ? endOf(last) : null;
}

/** A query from an instant to a later one, at most so many days on. */
export const withinDays = <S extends z.ZodType<{ from: number; to: number }>>(query: S, days: number): S =>
  query
    .refine(({ from, to }) => from < to, { path: ['to'], message: 'must be after from' })
    .refine(({ from, to }) => to - from <= days * DAY_MS, {
      path: ['to'],
      message: `must be at most ${days} days after from`,
    });
