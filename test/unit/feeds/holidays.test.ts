import { describe, expect, it } from 'vitest';
import { readHolidays, type HolidaysRead } from '../../../domain/feeds/holidays.ts';

const DAY_MS = 86_400_000;
const day = (date: string) => Date.parse(date) / DAY_MS;
const text = (number: number) => new Date(number * DAY_MS).toISOString().slice(0, 10);

const calendarOf = (...events: string[][]): string =>
  [
    'BEGIN:VCALENDAR',
    ...events.flatMap((event, index) =>
      event[0]!.startsWith('X-WR') ? event : ['BEGIN:VEVENT', `UID:${index}`, ...event, 'END:VEVENT'],
    ),
    'END:VCALENDAR',
    '',
  ].join('\r\n');

const WINDOW = { fromDay: day('2030-01-01'), untilDay: day('2033-01-01') };
const read = (ics: string) => readHolidays(ics, WINDOW) as HolidaysRead;
const daysOf = (...events: string[][]) => read(calendarOf(...events)).days.map((one) => text(one.day));

describe('the days of a calendar of holidays', () => {
  it.each([
    ['one day', ['DTSTART;VALUE=DATE:20300501'], ['2030-05-01']],
    [
      'several days, the end not included',
      ['DTSTART;VALUE=DATE:20301224', 'DTEND;VALUE=DATE:20301227'],
      ['2030-12-24', '2030-12-25', '2030-12-26'],
    ],
    [
      'every year',
      ['DTSTART;VALUE=DATE:20100501', 'RRULE:FREQ=YEARLY'],
      ['2030-05-01', '2031-05-01', '2032-05-01'],
    ],
    [
      'every year but one',
      ['DTSTART;VALUE=DATE:20100501', 'RRULE:FREQ=YEARLY', 'EXDATE;VALUE=DATE:20310501'],
      ['2030-05-01', '2032-05-01'],
    ],
    [
      'that says that it takes no time',
      ['DTSTART;VALUE=DATE:20300501', 'TRANSP:TRANSPARENT'],
      ['2030-05-01'],
    ],
    ['cancelled', ['DTSTART;VALUE=DATE:20300501', 'STATUS:CANCELLED'], []],
    ['with a time of day', ['DTSTART:20300501T090000Z', 'DTEND:20300501T100000Z'], []],
    ['over before the window', ['DTSTART;VALUE=DATE:20291231'], []],
    ['after the window', ['DTSTART;VALUE=DATE:20330101'], []],
    [
      'into the window',
      ['DTSTART;VALUE=DATE:20291224', 'DTEND;VALUE=DATE:20300103'],
      ['2030-01-01', '2030-01-02'],
    ],
  ])('%s', (_what, event, days) => {
    expect(daysOf(event)).toEqual(days);
  });

  it.each(['Pacific/Kiritimati', 'Pacific/Pago_Pago', 'America/New_York', 'Asia/Kathmandu'])(
    'are the same dates in %s',
    (zone) => {
      const events = [
        ['DTSTART;VALUE=DATE:20300310', 'DTEND;VALUE=DATE:20300312'],
        ['DTSTART;VALUE=DATE:20300101', 'RRULE:FREQ=YEARLY'],
      ];
      expect(daysOf([`X-WR-TIMEZONE:${zone}`], ...events)).toEqual(daysOf(['X-WR-CALNAME:a'], ...events));
    },
  );

  it('are moved where one of them is', () => {
    const ics = calendarOf(['DTSTART;VALUE=DATE:20290501', 'RRULE:FREQ=YEARLY', 'SUMMARY:May Day']).replace(
      'END:VCALENDAR',
      [
        ...['BEGIN:VEVENT', 'UID:0', 'RECURRENCE-ID;VALUE=DATE:20310501', 'DTSTART;VALUE=DATE:20310502'],
        ...['SUMMARY:May Day\\, later', 'END:VEVENT', 'END:VCALENDAR'],
      ].join('\r\n'),
    );
    expect(read(ics).days.map((one) => [text(one.day), one.name])).toEqual([
      ['2030-05-01', 'May Day'],
      ['2031-05-02', 'May Day, later'],
      ['2032-05-01', 'May Day'],
    ]);
  });

  it('are a thousand at most, the first ones, and it is said', () => {
    const found = read(calendarOf(['DTSTART;VALUE=DATE:20300101', 'RRULE:FREQ=DAILY']));
    expect([found.days.length, found.complete]).toEqual([1_000, false]);
    expect(text(found.days.at(-1)!.day)).toBe('2032-09-26');
    expect(read(calendarOf(['DTSTART;VALUE=DATE:20300101'])).complete).toBe(true);
  });

  it('cost no more where thousands of events last for years', () => {
    const years = ['DTSTART;VALUE=DATE:20200101', 'DTEND;VALUE=DATE:20400101'];
    const found = read(calendarOf(...Array.from({ length: 2_000 }, () => years)));
    expect([found.days.length, found.complete]).toEqual([1_000, false]);
  });

  it('are none of what is no calendar', () => {
    expect(readHolidays('Dear all,', WINDOW)).toBe('no-calendar');
  });
});
