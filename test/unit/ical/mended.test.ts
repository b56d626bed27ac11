import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mendedTimes, writtenTime } from '../../../domain/ical/mend-times.ts';
import { readCalendar } from '../../../domain/ical/read.ts';
import { readFeed } from '../../../domain/ical/read-feed.ts';
import { instancesBetween } from '../../../domain/recurrence/instances.ts';

const text = (...lines: string[]) => `${lines.join('\r\n')}\r\n`;
const lines = (...each: string[]) => each.join('\r\n');
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
    ['a length with a fraction', event(START, 'DURATION:PT1.5H'), 'a 02T09:00+90'],
    ['a length with a fraction of a day', event(START, 'DURATION:P1,5D'), 'a 02T09:00+2160'],
    ['a length with a fraction of its last part', event(START, 'DURATION:PT1H0.5M'), 'a 02T09:00+60.5'],
    ['a length as on a clock', event(START, 'DURATION:01:30:00'), 'a 02T09:00+90'],
    ['a length with blanks in it', event(START, 'DURATION:PT1H 30M'), 'a 02T09:00+90'],
    ['a small z', event('DTSTART:20260302t090000z', 'DURATION:PT1H'), 'a 02T09:00+60'],
    ['a semicolon behind', event('DTSTART:20260302T090000Z;'), 'a 02T09:00+0'],
    ['blanks before the colon', event('DTSTART : 20260302T090000Z', 'DURATION : PT1H'), 'a 02T09:00+60'],
    ['blanks before the colon, in small letters', event('dtstart : 20260302T090000Z'), 'a 02T09:00+0'],
    [
      'blanks around a parameter',
      event('DTSTART ; TZID = "Europe/Vienna" : 20260302T090000'),
      'a 02T08:00+0',
    ],
    ['a zone with a colon', event('DTSTART;TZID=GMT+02:00:20260302T090000'), 'a 02T07:00+0'],
    ['a zone with a colon and half an hour', event('DTSTART;TZID=UTC+05:30:20260302T090000'), 'a 02T03:30+0'],
    [
      'a zone of Outlook without quotes',
      event(
        'DTSTART;VALUE=DATE-TIME;TZID=(UTC+01:00) Amsterdam, Berlin, Bern:20260302T090000',
        'DTEND;TZID=(UTC+01:00) Amsterdam, Berlin, Bern;VALUE=DATE-TIME:2026-03-02T10:00:00',
      ),
      'a 02T08:00+60',
    ],
    [
      'a zone with a colon, of days that are left out and of one that is added',
      event(
        'DTSTART;TZID=Etc/GMT-2:20260302T090000',
        'RRULE:FREQ=DAILY;COUNT=3',
        'EXDATE;TZID=GMT+02:00:20260303T090000,20260304T090000',
        'RDATE;TZID=GMT+02:00:20260305T090000',
      ),
      'a 02T07:00+0 05T07:00+0',
    ],
    [
      'a zone with a colon, of what an event goes on from',
      event('DTSTART:20260302T090000Z', 'RRULE:FREQ=DAILY;COUNT=3').replace(
        'END:VCALENDAR',
        lines(
          'BEGIN:VEVENT',
          'UID:a',
          'RECURRENCE-ID;RANGE=THISANDFUTURE;TZID=GMT+02:00:20260303T110000',
          'DTSTART:20260303T100000Z',
          'END:VEVENT',
          'END:VCALENDAR',
        ),
      ),
      'a 02T09:00+0 03T10:00+0 04T10:00+0',
    ],
    [
      'EXDATEs with semicolons',
      event(START, 'RRULE:FREQ=DAILY;COUNT=4', 'EXDATE:20260303T090000Z;20260304T090000Z'),
      'a 02T09:00+0 05T09:00+0',
    ],
    [
      'EXDATEs with blanks',
      event(START, 'RRULE:FREQ=DAILY;COUNT=4', 'EXDATE:20260303T090000Z 2026-03-04 09:00:00Z'),
      'a 02T09:00+0 05T09:00+0',
    ],
    [
      'RDATEs that are periods, with semicolons and without VALUE=PERIOD',
      event(START, 'RDATE:20260303T090000Z/PT1H;20260304T090000Z/20260304T100000Z'),
      'a 02T09:00+0 03T09:00+60 04T09:00+60',
    ],
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
    ['SKIP=OMIT without RSCALE', 'FREQ=DAILY;COUNT=2;SKIP=OMIT', '03T09:00+0'],
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

it('RSCALE=GREGORIAN is what rules are without it (RFC 7529)', () => {
  for (const skip of ['', ';SKIP=OMIT']) {
    const feed = event(START, `RRULE:RSCALE=GREGORIAN;FREQ=DAILY;COUNT=2${skip}`);
    expect(read(feed)).toEqual({ instances: ['a 02T09:00+0 03T09:00+0'], told: [] });
  }
});

describe('what may mean several things is not guessed', () => {
  it.each([
    ['a day of the 31st of June', event('DTSTART:2026-06-31')],
    ['25 o’clock', event('DTSTART:20260302T250000Z')],
    ['a time with something behind', event('DTSTART:20260302T090000 CET')],
    ['two starts in one', event('DTSTART:20260302T090000Z,20260303T090000Z')],
  ])('%s', (_, feed) => {
    expect(read(feed)).toEqual({ instances: [], told: ['time-unreadable'] });
  });

  it('a rule of what is left out', () => {
    const feed = event(START, 'RRULE:FREQ=DAILY', 'EXRULE:FREQ=FORTNIGHTLY');
    expect(read(feed)).toEqual({ instances: [], told: ['rule-unreadable'] });
  });

  it.each([
    ['COUNT=0', 'FREQ=DAILY;COUNT=0', 'rule-value-invalid'],
    ['the number of a day in days', 'FREQ=DAILY;BYDAY=1MO;COUNT=2', 'rule-parts-conflict'],
    ['a part that nobody knows', 'FREQ=DAILY;COUNT=2;SKIP=OMIT;BYEASTER=0', 'rule-part-unknown'],
    ['a frequency that nobody knows', 'FREQ=FORTNIGHTLY', 'rule-unreadable'],
    ['days that move', 'RSCALE=GREGORIAN;FREQ=MONTHLY;SKIP=FORWARD;BYMONTHDAY=31', 'rscale-unsupported'],
    ['another calendar', 'RSCALE=CHINESE;FREQ=YEARLY', 'rscale-unsupported'],
  ])('of a rule with %s the first time is certain, and dates', (_, rule, code) => {
    const feed = event(START, `RRULE:${rule}`, 'RDATE:20260310T090000Z');
    expect(read(feed)).toEqual({ instances: ['a 02T09:00+0 10T09:00+0'], told: [code] });
    const { series } = readFeed(feed);
    expect(series[0]?.set.recurs).toBe(true);
  });

  it('of two rules the one that can be followed is', () => {
    const feed = event(START, 'RRULE:FREQ=DAILY;BYEASTER=0', 'RRULE:FREQ=WEEKLY;COUNT=2');
    expect(read(feed)).toEqual({
      instances: ['a 02T09:00+0 09T09:00+0'],
      told: ['rule-part-unknown'],
    });
  });

  it.each([
    ['an end', 'DTEND:soon', 'DTEND'],
    ['an end with something behind', 'DTEND:20260302T100000 CET', 'DTEND'],
    ['an end in an unknown zone', 'DTEND;TZID=Nowhere/At All:20260302T100000', 'DTEND'],
    ['a length', 'DURATION:an hour', 'DURATION'],
    ['a length without a unit', 'DURATION:90', 'DURATION'],
    ['a length of months', 'DURATION:P1Y', 'DURATION'],
    ['a fraction before the last part', 'DURATION:PT1.5H30M', 'DURATION'],
  ])('%s that cannot be read leaves the start', (_, line, property) => {
    const { series, problems } = readFeed(event(START, line));
    expect(problems).toEqual([{ code: 'end-unreadable', uid: 'a', property }]);
    expect(series[0]?.master?.duration).toEqual({ days: 0, ms: 0 });
  });

  it('an end that cannot be read, beside a length', () => {
    const feed = event(START, 'DTEND:soon', 'DURATION:PT1H');
    expect(read(feed)).toEqual({ instances: ['a 02T09:00+60'], told: ['end-unreadable'] });
  });

  it.each([
    ['with something behind', '20260303T090000Z,20260304T090000Z x'],
    ['with a letter for the T', '20260303T090000Z,20260304 090000Zx'],
  ])('a date %s, which the parser would take for one', (_, dates) => {
    const feed = event(START, 'RRULE:FREQ=DAILY;COUNT=3', `EXDATE:${dates}`);
    expect(read(feed)).toEqual({
      instances: ['a 02T09:00+0 04T09:00+0'],
      told: ['date-unreadable'],
    });
  });

  it('a line of somebody’s text is none of a calendar', () => {
    expect(readFeed(event(START, 'Location : Vienna')).problems.map(({ code }) => code)).toEqual([
      'line-unreadable',
    ]);
  });
});

describe('an answer', () => {
  const times = (...lines: string[]) => readCalendar(event(...lines)).events[0]!;
  it('is read the same way', () => {
    const { time } = times('DTSTART:2026-03-02T09:00:00+01:00', 'DTEND:20260302T0900Z');
    expect(time).toMatchObject({ startMs: Date.UTC(2026, 2, 2, 8), endMs: Date.UTC(2026, 2, 2, 9) });
  });

  it('with a rule that nobody knows is read', () => {
    expect(times(START, 'RRULE:FREQ=FORTNIGHTLY').time?.startMs).toBe(Date.UTC(2026, 2, 2, 9));
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
