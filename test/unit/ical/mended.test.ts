import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mendedTimes, writtenTime } from '../../../domain/ical/mend-times.ts';
import { readCalendar } from '../../../domain/ical/read.ts';
import { readFeed } from '../../../domain/ical/read-feed.ts';
import { instancesBetween } from '../../../domain/recurrence/instances.ts';

const text = (...lines: string[]) => `${lines.join('\r\n')}\r\n`;
const calendar = (...lines: string[]) => text('BEGIN:VCALENDAR', ...lines, 'END:VCALENDAR');
const event = (...lines: string[]) => calendar('BEGIN:VEVENT', 'UID:a', ...lines, 'END:VEVENT');
const START = 'DTSTART:20260302T090000Z';

/** What a feed says: the instances of each event with their minutes, and what was told of it. */
function read(feed: string) {
  const { series, problems } = readFeed(feed);
  const instances = series.map(({ uid, set }) =>
    instancesBetween(set, Date.UTC(2026, 2, 1), Date.UTC(2026, 3, 1))
      .instances.slice(0, 3)
      .map(
        ({ startMs, endMs }) =>
          `${new Date(startMs).toISOString().slice(8, 16)}+${(endMs - startMs) / 60_000}`,
      )
      .reduce((all, each) => `${all} ${each}`, uid),
  );
  return { instances, told: problems.map(({ code }) => code) };
}

describe('what breaks a rule and can mean only one thing is read, and told', () => {
  it.each([
    ['an end at 24:00', event('DTSTART:20260302T230000Z', 'DTEND:20260302T240000Z'), 'a 02T23:00+60'],
    ['a start at 24:00', event('DTSTART:20260302T240000Z', 'DURATION:PT1H'), 'a 03T00:00+60'],
    ['ISO 8601', event('DTSTART:2026-03-02T09:00:00Z', 'DTEND:2026-03-02T10:00:00Z'), 'a 02T09:00+60'],
    ['an offset', event('DTSTART:20260302T090000+0100', 'DURATION:PT1H'), 'a 02T08:00+60'],
    ['an offset with a colon', event('DTSTART:2026-03-02T09:00:00-05:30'), 'a 02T14:30+0'],
    ['milliseconds', event('DTSTART:20260302T090000.000Z'), 'a 02T09:00+0'],
    ['no seconds', event('DTSTART;TZID=Europe/Vienna:20260302T0900'), 'a 02T08:00+0'],
    ['a blank for the T', event('DTSTART:2026-03-02 09:00:00Z'), 'a 02T09:00+0'],
    ['blanks around', event('DTSTART: 20260302T090000Z ', 'DTEND:20260302T100000Z '), 'a 02T09:00+60'],
    ['a day without VALUE=DATE', event('DTSTART:20260302', 'DTEND:20260304'), 'a 02T00:00+2880'],
    ['a day as a DATE-TIME', event('DTSTART;VALUE=DATE-TIME:20260302'), 'a 02T00:00+1440'],
    ['a day as in ISO 8601', event('DTSTART;VALUE=DATE:2026-03-02'), 'a 02T00:00+1440'],
    ['a length without a T', event(START, 'DURATION:P90M'), 'a 02T09:00+90'],
    ['a length with blanks', event(START, 'DURATION: PT1H '), 'a 02T09:00+60'],
    [
      'EXDATEs as in ISO 8601, and an empty one',
      event(START, 'RRULE:FREQ=DAILY;COUNT=3', 'EXDATE:2026-03-03T09:00:00Z,'),
      'a 02T09:00+0 04T09:00+0',
    ],
    [
      'EXDATEs that are days',
      event(START, 'RRULE:FREQ=DAILY;COUNT=3', 'EXDATE:20260303'),
      'a 02T09:00+0 04T09:00+0',
    ],
  ])('%s', (_, feed, instances) => {
    expect(read(feed)).toEqual({ instances: [instances], told: ['value-mended'] });
  });

  it.each([
    ['INTERVAL=0', 'FREQ=DAILY;INTERVAL=0;COUNT=2', '03T09:00+0'],
    ['the number of a day in a week', 'FREQ=WEEKLY;BYDAY=1MO,1TU;COUNT=2', '03T09:00+0'],
    ['a part without a value', 'FREQ=DAILY;BYDAY=;COUNT=2', '03T09:00+0'],
    ['an item without a value', 'FREQ=WEEKLY;BYDAY=MO,,TU,;COUNT=2', '03T09:00+0'],
    ['a part twice alike', 'FREQ=DAILY;COUNT=2;FREQ=DAILY', '03T09:00+0'],
    ['its own name before it', 'RRULE:FREQ=DAILY;COUNT=2', '03T09:00+0'],
    ['an UNTIL at 24:00', 'FREQ=DAILY;UNTIL=20260303T240000Z', '03T09:00+0'],
  ])('a rule with %s', (_, rule, second) => {
    expect(read(event(START, `RRULE:${rule}`))).toEqual({
      instances: [`a 02T09:00+0 ${second}`],
      told: ['rule-mended'],
    });
  });

  it('events without a calendar around them, also after one', () => {
    const bare = text('BEGIN:VEVENT', 'UID:b', START, 'END:VEVENT');
    expect(read(bare)).toEqual({ instances: ['b 02T09:00+0'], told: ['calendar-missing'] });
    expect(read(event(START) + bare).instances).toEqual(['a 02T09:00+0', 'b 02T09:00+0']);
    expect(read(bare + event(START)).instances).toEqual(['b 02T09:00+0', 'a 02T09:00+0']);
    expect(read(`${bare}END:VCALENDAR\r\n`).instances).toEqual(['b 02T09:00+0']);
  });

  it('an event without its END, before another', () => {
    const feed = calendar('BEGIN:VEVENT', 'UID:a', START, 'BEGIN:VEVENT', 'UID:b', START, 'END:VEVENT');
    expect(read(feed)).toEqual({
      instances: ['a 02T09:00+0', 'b 02T09:00+0'],
      told: ['component-unbalanced'],
    });
  });

  it('an event with a line that the parser refuses', () => {
    expect(read(event(START, 'X-A;VALUE=RECUR:FREQ=NEVER', 'SUMMARY:x'))).toEqual({
      instances: ['a 02T09:00+0'],
      told: ['line-unreadable'],
    });
  });
});

describe('what may mean several things is not guessed', () => {
  it.each([
    ['COUNT=0', event(START, 'RRULE:FREQ=DAILY;COUNT=0')],
    ['the number of a day in days', event(START, 'RRULE:FREQ=DAILY;BYDAY=1MO')],
    ['an end that is no time', event(START, 'DTEND:soon')],
    ['a day of the 31st of June', event('DTSTART:2026-06-31')],
    ['25 o’clock', event('DTSTART:20260302T250000Z')],
  ])('%s', (_, feed) => {
    expect(read(feed).instances).toEqual([]);
  });
});

describe('an answer', () => {
  const times = (...lines: string[]) => readCalendar(event(...lines)).events[0]!;
  it('is read the same way', () => {
    const { time } = times('DTSTART:2026-03-02T09:00:00+01:00', 'DTEND:20260302T0900Z');
    expect(time).toMatchObject({ startMs: Date.UTC(2026, 2, 2, 8), endMs: Date.UTC(2026, 2, 2, 9) });
  });

  it('of a day that ends where it starts is about one day', () => {
    const { time } = times('DTSTART;VALUE=DATE:20260302', 'DTEND;VALUE=DATE:20260302');
    expect(time).toMatchObject({ startMs: Date.UTC(2026, 2, 2), endMs: Date.UTC(2026, 2, 3) });
  });

  it('has an end and a RECURRENCE-ID without a zone in that of DTSTART', () => {
    const { time, recurrenceIdMs } = times(
      'DTSTART;TZID=Europe/Vienna:20260302T090000',
      'DTEND:20260302T100000',
      'RECURRENCE-ID:20260302T090000',
    );
    expect(time).toMatchObject({ startMs: Date.UTC(2026, 2, 2, 8), endMs: Date.UTC(2026, 2, 2, 9) });
    expect(recurrenceIdMs).toBe(Date.UTC(2026, 2, 2, 8));
  });
});

it('what was mended is sound, and what is sound stays as it is', () => {
  const instants = fc.date({ min: new Date(0), max: new Date(Date.UTC(2100, 0)), noInvalidDate: true });
  fc.assert(
    fc.property(instants, fc.integer({ min: -14 * 60, max: 14 * 60 }), (date, offset) => {
      const sign = offset < 0 ? '-' : '+';
      const [h, m] = [Math.floor(Math.abs(offset) / 60), Math.abs(offset) % 60].map((n) =>
        `${n}`.padStart(2, '0'),
      );
      const utc = `${date.toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`;
      const there = new Date(date.getTime() + offset * 60_000).toISOString().slice(0, 19);
      expect(writtenTime(`${there}${sign}${h}:${m}`)).toBe(utc);
      expect(mendedTimes(`DTSTART:${utc}`)).toBe(`DTSTART:${utc}`);
    }),
  );
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'0123456789TZ+-:,/ P;=') }), (value) => {
      const once = mendedTimes(`EXDATE:${value}`);
      expect(mendedTimes(once)).toBe(once);
    }),
  );
});
