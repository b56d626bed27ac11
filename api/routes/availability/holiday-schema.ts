import type { HolidaySource } from '../../../commands/availability/put-holidays.ts';
import { dayOut, id, instantOut, lineOfText, text, z } from '../fields.ts';

const MOST_ICS_BYTES = 1_048_576;
/** Ends of lines have two characters in JSON, and what is not ASCII may have twelve. */
export const HOLIDAYS_BODY = { 'application/json': 2 * MOST_ICS_BYTES };

const EXAMPLE = {
  name: 'Austria',
  ics: 'BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTART;VALUE=DATE:20300501\r\nRRULE:FREQ=YEARLY\r\nSUMMARY:May Day\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n',
};

export const newHolidayCalendar = z
  .strictObject({
    name: lineOfText(200),
    ics: text(MOST_ICS_BYTES)
      .refine((ics) => Buffer.byteLength(ics) <= MOST_ICS_BYTES, `must be at most ${MOST_ICS_BYTES} bytes`)
      .optional()
      .openapi({
        description:
          'The text of an iCalendar file (RFC 5545), at most 1 MiB; it is read once. Its all-day events are taken.',
        example: EXAMPLE.ics,
      }),
    url: text(4_096).optional().openapi({
      description:
        'In place of ics: the address of such a calendar, https or webcal, which is read every day. It is stored encrypted and never given back.',
      example: 'https://calendar.example.org/austria.ics',
    }),
  })
  .transform(({ name, ics, url }, ctx): { name: string; source: HolidaySource } => {
    if (ics !== undefined && url === undefined) return { name, source: { ics } };
    if (url !== undefined && ics === undefined) return { name, source: { url } };
    ctx.addIssue({ code: 'custom', path: ['ics'], message: 'must be given, or url in its place' });
    return z.NEVER;
  })
  .openapi('NewHolidayCalendar', { example: EXAMPLE });

const shown = {
  id: id(),
  name: z.string(),
  url: z.string().nullable().openapi({
    description: 'Only its host; null: a file that was handed in.',
    example: 'https://calendar.example.org/…',
  }),
  readAt: instantOut(),
  nextReadAt: instantOut().nullable().openapi({ description: 'Null: a file is not read again.' }),
  failingSince: instantOut()
    .nullable()
    .openapi({ description: 'Since when it cannot be read; its days stay. Null: it could be read.' }),
  problem: z
    .string()
    .nullable()
    .openapi({ description: 'Why it could not be read the last time: a stable code.', example: null }),
  problems: z.int().openapi({ description: 'How much of it could not be read.', example: 0 }),
  complete: z.boolean(),
  createdAt: instantOut(),
};

export const holidayCalendar = z
  .strictObject({
    ...shown,
    holidays: z.array(z.strictObject({ day: dayOut(), name: z.string() })).openapi({
      description: 'From the day on which it was read, for five years, and at most 1,000.',
    }),
  })
  .openapi('HolidayCalendar');

export const holidayCalendarList = z
  .strictObject({ holidayCalendars: z.array(z.strictObject(shown)) })
  .openapi('HolidayCalendars');

export const holidayParams = z.object({ principalId: id(), holidayCalendarId: id() });
