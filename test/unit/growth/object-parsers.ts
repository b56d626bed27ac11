import { readObject } from '../../../domain/ical/calendar-object.ts';
import { calendarOf, lines, type Parser } from './pieces.ts';

/** The readers of calendar objects. */
export const OBJECT_PARSERS: readonly Parser[] = [
  { name: 'readObject', reads: ['run', 'calendar'], parse: (text) => readObject(text) },
  {
    name: 'readObject of a text',
    reads: ['run'],
    parse: (text) =>
      readObject(
        calendarOf(lines('BEGIN:VEVENT', 'UID:a', 'DTSTART:20260302T090000Z', `X-A:${text}`, 'END:VEVENT')),
      ),
  },
];
