import { dayOut, id, instantOut, lineOfText, text, z } from '../fields.ts';

const MOST_ICS_BYTES = 1_048_576;
/** Ends of lines have two characters in JSON, and what is not ASCII may have twelve. */
export const HOLIDAYS_BODY = { 'application/json': 2 * MOST_ICS_BYTES };

export const newHolidayCalendar = z
  .strictObject({
    name: lineOfText(200),
    ics: text(MOST_ICS_BYTES)
      .refine((ics) => Buffer.byteLength(ics) <= MOST_ICS_BYTES, `must be at most ${MOST_ICS_BYTES} bytes`)
      .openapi({
        description: 'The text of an iCalendar file (RFC 5545), at most 1 MiB. Its all-day events are taken.',
        example:
          'BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTART;VALUE=DATE:20300501\r\nRRULE:FREQ=YEARLY\r\nSUMMARY:May Day\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n',
      }),
  })
  .openapi('NewHolidayCalendar');

const shown = {
  id: id(),
  name: z.string(),
  readAt: instantOut(),
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
