import { calendarData } from '../../../domain/calendar-query/calendar-data.ts';
import { COLLATIONS } from '../../../domain/calendar-query/filter.ts';
import { matches } from '../../../domain/calendar-query/matches.ts';
import { spanOf } from '../../../domain/calendar-query/span-of.ts';
import { textMatches } from '../../../domain/calendar-query/text-match.ts';
import { busyOfForms } from '../../../domain/freebusy/busy-between.ts';
import { busyOf } from '../../../domain/freebusy/busy-of.ts';
import { readObject } from '../../../domain/ical/calendar-object.ts';
import { UTC_CLOCK } from '../../../domain/time/zone.ts';
import { calendarOf, lines, type Parser } from './pieces.ts';

const MONTH = { startMs: Date.UTC(2026, 2, 1), endMs: Date.UTC(2026, 3, 1) };

const objectOf = (text: string) => {
  const read = readObject(text);
  return 'problem' in read ? null : read;
};

/** The readers of calendar objects, and what reports ask of them. */
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
  {
    name: 'busyOf',
    reads: ['calendar'],
    parse: (text) => {
      const object = objectOf(text);
      if (object === null) return null;
      const { series } = busyOf(object, { addresses: ['a@b.example'], calendarZone: UTC_CLOCK });
      return series && busyOfForms([series], UTC_CLOCK, MONTH);
    },
  },
  {
    name: 'matches, spanOf and calendarData',
    reads: ['calendar'],
    parse: (text) => {
      const object = objectOf(text);
      return (
        object && [
          spanOf(object),
          matches(object, [{ name: 'VEVENT', timeRange: MONTH }], { floating: UTC_CLOCK }),
          matches(object, [{ name: 'VEVENT', comps: [{ name: 'VALARM', timeRange: MONTH }] }], {
            floating: UTC_CLOCK,
          }),
          calendarData(object, { comp: null, expand: MONTH }, { floating: UTC_CLOCK }),
          calendarData(object, { comp: null, limitRecurrenceSet: MONTH }, { floating: UTC_CLOCK }),
        ]
      );
    },
  },
  {
    name: 'textMatches',
    reads: ['run'],
    parse: (text) => COLLATIONS.map((collation) => textMatches([text], { text: 'aab', collation })),
  },
];
