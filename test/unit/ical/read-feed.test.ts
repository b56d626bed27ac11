import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readFeed, type FeedRead } from '../../../domain/ical/read-feed.ts';
import { openZone, type Clock } from '../../../domain/time/zone.ts';
import { instancesBetween } from '../../../domain/recurrence/instances.ts';

const feed = (name: string) =>
  readFileSync(new URL(`../../fixtures/feeds/${name}.ics`, import.meta.url), 'utf8');

/** The instances as `uid: start/end summary`. */
function shown({ series }: FeedRead, from: string, to: string): string[] {
  const found = series.flatMap(({ uid, master, set }) =>
    instancesBetween(set, Date.parse(from), Date.parse(to)).instances.map(({ startMs, endMs, override }) => ({
      startMs,
      line: `${utc(startMs)}/${utc(endMs).slice(11)} ${(override ?? master)?.summary ?? uid}`,
    })),
  );
  return found.sort((a, b) => a.startMs - b.startMs).map(({ line }) => line);
}

const utc = (ms: number) => new Date(ms).toISOString().slice(0, 16);
const calendar = (...lines: string[]) => ['BEGIN:VCALENDAR', ...lines, 'END:VCALENDAR'].join('\r\n');
const event = (uid: string, ...lines: string[]) =>
  ['BEGIN:VEVENT', `UID:${uid}`, ...lines, 'END:VEVENT'].join('\r\n');
const codes = ({ problems }: FeedRead) => problems.map(({ code, uid }) => `${code} ${uid}`);

describe('feeds in the shape of', () => {
  it('Google', () => {
    const read = readFeed(feed('google'));
    expect(read).toMatchObject({ name: 'Team', zone: 'Europe/Berlin', problems: [] });
    expect(shown(read, '2026-03-08T00:00:00Z', '2026-04-08T00:00:00Z')).toEqual([
      '2026-03-09T09:00/09:30 Stand-up, daily nearly',
      '2026-03-16T09:00/09:30 Stand-up, daily nearly',
      '2026-03-18T09:00/09:30 Stand-up, daily nearly',
      '2026-03-23T09:00/09:30 Stand-up, daily nearly',
      '2026-03-25T09:00/09:30 Stand-up, daily nearly',
      '2026-03-30T13:00/14:00 Stand-up, later',
      '2026-04-05T22:00/22:00 Easter Monday',
      '2026-04-06T08:00/08:30 Stand-up, daily nearly',
    ]);
    const standup = read.series.find(({ uid }) => uid === 'standup@google.example');
    expect(standup?.master?.component[1]).toContainEqual([
      'x-google-conference',
      {},
      'unknown',
      'https://meet.example/abc',
    ]);
  });

  it('Outlook', () => {
    const read = readFeed(feed('outlook'));
    expect(read.problems).toEqual([]);
    expect(shown(read, '2026-03-01T00:00:00Z', '2026-07-01T00:00:00Z')).toEqual([
      '2026-03-09T13:00/14:00 In a zone of its own',
      '2026-03-13T13:00/14:00 Monthly review',
      '2026-04-09T13:00/14:00 In a zone of its own',
      '2026-04-09T22:00/22:00 All day, as date-times',
      '2026-04-10T12:00/13:00 Monthly review',
      '2026-05-08T12:00/13:00 Monthly review',
      '2026-05-09T13:00/14:00 In a zone of its own',
      '2026-06-12T12:00/13:00 Monthly review',
    ]);
  });

  it('Apple', () => {
    const read = readFeed(feed('apple'), { floating: openZone('Asia/Tokyo') as Clock });
    expect(read.problems).toEqual([]);
    expect(shown(read, '2026-03-01T00:00:00Z', '2026-03-24T00:00:00Z')).toEqual([
      '2026-03-01T17:00/17:45 Sundays at noon',
      '2026-03-08T16:00/16:45 Sundays at noon',
      '2026-03-16T17:00/18:00 Mondays at one',
      '2026-03-17T11:00/12:00 Invited to one of many',
      '2026-03-19T23:00/23:00 Breakfast, wherever',
      '2026-03-20T18:00/19:00 Rehearsals',
      '2026-03-21T18:00/20:00 Rehearsals',
      '2026-03-22T18:00/18:30 Rehearsals',
      '2026-03-23T17:00/18:00 Mondays at one',
      '2026-03-23T18:00/19:00 Rehearsals',
    ]);
  });
});

describe('one bad event does not lose the rest', () => {
  const good = event('good', 'DTSTART:20260301T090000Z', 'DTEND:20260301T100000Z', 'SUMMARY:Good');
  it.each([
    ['rule-unreadable', event('bad', 'DTSTART:20260301T090000Z', 'RRULE:FREQ=FORTNIGHTLY')],
    ['rule-value-invalid', event('bad', 'DTSTART:20260301T090000Z', 'RRULE:FREQ=DAILY;COUNT=many')],
    ['rule-part-unknown', event('bad', 'DTSTART:20260301T090000Z', 'RRULE:FREQ=DAILY;BYEASTER=1')],
    ['rule-parts-conflict', event('bad', 'DTSTART:20260301T090000Z', 'RRULE:FREQ=WEEKLY;BYMONTHDAY=3')],
    ['rscale-unsupported', event('bad', 'DTSTART:20260301T090000Z', 'RRULE:RSCALE=CHINESE;FREQ=YEARLY')],
    ['zone-unknown', event('bad', 'DTSTART;TZID=Nowhere/At All:20260301T090000')],
    ['time-unreadable', event('bad', 'DTSTART:tomorrow')],
    ['time-unreadable', event('bad', 'DTSTART:20260231T090000Z')],
    ['start-missing', event('bad', 'SUMMARY:When?')],
    ['end-unreadable', event('bad', 'DTSTART:20260301T090000Z', 'DURATION:long')],
    [
      'component-unreadable',
      event('bad', 'DTSTART:20260301T090000Z', 'RDATE;VALUE=PERIOD:x', 'GEO;X="a":b"c'),
    ],
  ])('%s', (code, bad) => {
    const read = readFeed(calendar(bad, good));
    if (code !== 'component-unreadable') expect(codes(read)).toContain(`${code} bad`);
    expect(shown(read, '2026-03-01T00:00:00Z', '2026-03-02T00:00:00Z')).toContain(
      '2026-03-01T09:00/10:00 Good',
    );
  });

  it('a time that ical.js refuses loses its own event only', () => {
    const bad = event('bad', 'UID;VALUE=RECUR:FREQ=NEVER', 'DTSTART:20260301T090000Z');
    const read = readFeed(calendar('X-WR-CALNAME:Still here', bad, good));
    expect(codes(read)).toEqual(['component-unreadable bad']);
    expect(read.name).toBe('Still here');
    expect(read.series.map(({ uid }) => uid)).toEqual(['good']);
  });

  it('a date that is not understood is left out and told', () => {
    const read = readFeed(
      calendar(event('some', 'DTSTART:20260301T090000Z', 'RDATE:20260302T090000Z,soon', 'SUMMARY:S')),
    );
    expect(codes(read)).toEqual(['date-unreadable some']);
    expect(shown(read, '2026-03-01T00:00:00Z', '2026-04-01T00:00:00Z')).toHaveLength(2);
  });

  it('an end before the start takes no time', () => {
    const read = readFeed(
      calendar(event('e', 'DTSTART:20260301T090000Z', 'DTEND:20260228T090000Z', 'SUMMARY:E')),
    );
    expect(codes(read)).toEqual(['end-before-start e']);
    expect(shown(read, '2026-03-01T00:00:00Z', '2026-04-01T00:00:00Z')).toEqual(['2026-03-01T09:00/09:00 E']);
  });
});

it('reads a BOM, LF line ends and folded lines', () => {
  const text = `\ufeff${calendar(event('a', 'DTSTART:20260301T090000Z', 'SUMMARY:To be con', ' tinued'))}`;
  const read = readFeed(text.replaceAll('\r\n', '\n'));
  expect(read.problems).toEqual([]);
  expect(read.series[0]?.master?.summary).toBe('To be continued');
});

it('of events with one UID the newest counts, and it is told', () => {
  const of = (summary: string, sequence: number, stamp: string) =>
    event(
      'twice',
      `SEQUENCE:${sequence}`,
      `DTSTAMP:${stamp}`,
      'DTSTART:20260301T090000Z',
      `SUMMARY:${summary}`,
    );
  const read = readFeed(
    calendar(
      of('old', 1, '20260103T000000Z'),
      of('new', 2, '20260102T000000Z'),
      of('older', 2, '20260101T000000Z'),
    ),
  );
  expect(codes(read)).toEqual(['uid-repeated twice', 'uid-repeated twice']);
  expect(read.series.map(({ master }) => master?.summary)).toEqual(['new']);
});

it('an event without a UID has one of its content, and is told', () => {
  const without = (...lines: string[]) => ['BEGIN:VEVENT', ...lines, 'END:VEVENT'].join('\r\n');
  const read = (...events: string[]) => readFeed(calendar(...events));
  const one = without('DTSTART:20260301T090000Z', 'SUMMARY:A', 'DESCRIPTION:old', 'DTSTAMP:20260101T000000Z');
  const again = without('DTSTART:20260301T090000Z', 'SUMMARY:A', 'UID:', 'DESCRIPTION:new');
  const other = without('DTSTART:20260301T090000Z', 'SUMMARY:B');
  const both = read(one, other);
  expect(both.problems.map(({ code }) => code)).toEqual(['uid-missing', 'uid-missing']);
  expect(both.series.map(({ master }) => master?.summary)).toEqual(['A', 'B']);
  expect(read(again).series[0]?.uid).toBe(both.series[0]?.uid);
});

it('reads the years 1601 and 9999', () => {
  const read = readFeed(
    calendar(
      event('first', 'DTSTART:16010101T000000Z', 'RRULE:FREQ=YEARLY', 'SUMMARY:Since 1601'),
      event('last', 'DTSTART:99991231T230000Z', 'DTEND:99991231T235959Z', 'SUMMARY:The end'),
    ),
  );
  expect(read.problems).toEqual([]);
  expect(shown(read, '2026-01-01T00:00:00Z', '2026-02-01T00:00:00Z')).toEqual([
    '2026-01-01T00:00/00:00 Since 1601',
  ]);
  expect(shown(read, '9999-12-31T00:00:00Z', '9999-12-31T23:59:59Z')).toHaveLength(1);
});

it('a series and an override without its zone are one', () => {
  const read = readFeed(
    calendar(
      event('s', 'DTSTART;TZID=Europe/Berlin:20260301T090000', 'RRULE:FREQ=DAILY;COUNT=3', 'SUMMARY:S'),
      event('s', 'RECURRENCE-ID;VALUE=DATE:20260302', 'DTSTART:20260305T100000Z', 'SUMMARY:Moved'),
    ),
  );
  expect(shown(read, '2026-03-01T00:00:00Z', '2026-04-01T00:00:00Z')).toEqual([
    '2026-03-01T08:00/08:00 S',
    '2026-03-03T08:00/08:00 S',
    '2026-03-05T10:00/10:00 Moved',
  ]);
});

it('a cancelled event has no instances', () => {
  const read = readFeed(calendar(event('c', 'DTSTART:20260301T090000Z', 'STATUS:CANCELLED')));
  expect(read.series[0]?.master?.status).toBe('CANCELLED');
  expect(shown(read, '2026-01-01T00:00:00Z', '2027-01-01T00:00:00Z')).toEqual([]);
});

it('a feed beyond its limits, or no calendar at all, is told', () => {
  const limits = { characters: 100, components: 2 };
  expect(codes(readFeed(feed('google'), { limits }))).toEqual(['calendar-too-large null']);
  expect(codes(readFeed(feed('google'), { limits: { ...limits, characters: 1e6 } }))).toEqual([
    'too-many-components null',
  ]);
  expect(codes(readFeed('<html><body>Sign in</body></html>'))).toContain('no-calendar null');
  expect(codes(readFeed(''))).toContain('no-calendar null');
});

it.each(['END:V EVENT', 'END:', 'END;X=1:VEVENT', 'BEGIN:VÉVENT'])('a spoilt %s is dropped', (line) => {
  const inside = event('inside', 'DTSTART:20260301T090000Z', line, 'no property');
  const read = readFeed(calendar(event('before', 'DTSTART:20260301T090000Z'), inside, line));
  expect(read.series.map(({ uid }) => uid)).toEqual(['before', 'inside']);
  expect(codes(read)).toEqual(['line-unreadable null']);
});

it('never throws, whatever is done to a feed', () => {
  const texts = ['google', 'outlook', 'apple'].map(feed);
  fc.assert(
    fc.property(
      fc.constantFrom(...texts),
      fc.array(fc.tuple(fc.nat(), fc.nat({ max: 40 }), fc.string({ unit: 'binary', maxLength: 12 })), {
        maxLength: 8,
      }),
      (text, edits) => {
        let edited = text;
        for (const [at, length, put] of edits) {
          const from = at % (edited.length + 1);
          edited = edited.slice(0, from) + put + edited.slice(from + length);
        }
        const { series } = readFeed(edited);
        for (const { set } of series) {
          const { instances } = instancesBetween(set, Date.UTC(2026, 0, 1), Date.UTC(2026, 6, 1));
          for (const { startMs, endMs } of instances) expect(startMs).toBeLessThanOrEqual(endMs);
        }
      },
    ),
    { numRuns: 500 },
  );
});

it('events of one UID without RECURRENCE-ID are several events', () => {
  const read = readFeed(
    calendar(
      event('festival', 'DTSTART:20260301T090000Z', 'SUMMARY:First'),
      event('festival', 'DTSTART:20260302T090000Z', 'SUMMARY:Second'),
      event('festival', 'DTSTART:20260302T090000Z', 'SUMMARY:Second, newer', 'SEQUENCE:1'),
    ),
  );
  expect(shown(read, '2026-03-01T00:00:00Z', '2026-04-01T00:00:00Z')).toEqual([
    '2026-03-01T09:00/09:00 First',
    '2026-03-02T09:00/09:00 Second, newer',
  ]);
});

it('a day that ends where it starts is one day', () => {
  const day = (...end: string[]) =>
    shown(
      readFeed(calendar(event('d', 'DTSTART;VALUE=DATE:20260301', ...end, 'SUMMARY:D'))),
      '2026-03-01T12:00:00Z',
      '2026-03-01T13:00:00Z',
    );
  const ends = ['DTEND;VALUE=DATE:20260301', 'DTEND;VALUE=DATE:20260228', 'DTEND:', 'DURATION:PT0S'];
  for (const end of ends) expect(day(end)).toEqual(['2026-03-01T00:00/00:00 D']);
});

it('a rule without a value is none', () => {
  const read = readFeed(calendar(event('e', 'DTSTART:20260301T090000Z', 'RRULE:', 'SUMMARY:E')));
  expect(shown(read, '2026-03-01T00:00:00Z', '2026-04-01T00:00:00Z')).toEqual(['2026-03-01T09:00/09:00 E']);
});
