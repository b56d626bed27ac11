import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseCalendars, parseWhole } from '../../../domain/ical/parse-calendars.ts';
import { FEED_LIMITS, prepare } from '../../../domain/ical/prepare.ts';
import { prepareWhole } from '../../../domain/ical/prepare-whole.ts';

const withCare = (raw: string) => {
  const { text, problems } = prepare(raw, FEED_LIMITS);
  return {
    problems,
    ...(text === null ? { calendars: [], unreadable: [], linesLeftOut: false } : parseCalendars(text)),
  };
};

/** What is parsed as it came is what the careful way gives, and that has found nothing wrong. */
function expectTheSame(raw: string): boolean {
  const whole = prepareWhole(raw, FEED_LIMITS);
  const calendars = whole === null ? null : parseWhole(whole);
  if (calendars === null) return false;
  expect({ problems: [], calendars, unreadable: [], linesLeftOut: false }).toEqual(withCare(raw));
  return true;
}

const folder = new URL('../../fixtures/feeds/', import.meta.url);
const feeds = readdirSync(folder).map((name) => [name, readFileSync(new URL(name, folder), 'utf8')] as const);

describe('a calendar in which nothing is wrong is parsed as it came', () => {
  it.each(feeds)('%s, with any line end and a byte order mark', (_, text) => {
    const lf = text.replaceAll('\r\n', '\n');
    for (const raw of [lf, lf.replaceAll('\n', '\r\n'), `\ufeff${lf}\n\n`, lf.trimEnd()]) {
      expect(expectTheSame(raw)).toBe(true);
    }
  });

  it('with folded parameters, rules and delimiters in values', () => {
    const lines = [
      'BEGIN:VCALENDAR',
      'BEGIN:VEVENT',
      'ATTENDEE;CN="a:b;',
      '  c";ROLE=X:mailto:a@b',
      'RRULE;X-A=1:FREQ=WEE',
      ' KLY;BYDAY=MO',
      'exrule:FREQ=NEVER',
      'SUMMARY:BEGIN:VEVENT',
      'ENDING:x',
      'END:VEVENT',
      'END:VCALENDAR',
    ];
    expect(expectTheSame(lines.join('\r\n'))).toBe(true);
  });
});

describe('anything odd is left to the careful way', () => {
  const around = (...lines: string[]) =>
    ['BEGIN:VCALENDAR', 'BEGIN:VEVENT', ...lines, 'END:VEVENT', 'END:VCALENDAR'].join('\r\n');
  it.each([
    ['nothing', ''],
    ['no calendar', 'BEGIN:VEVENT\r\nEND:VEVENT'],
    ['something before it', `<html>\r\n${around()}`],
    ['a line that is none', around('hello')],
    ['an empty line', around('', 'SUMMARY:a')],
    ['a parameter without a value', around('X-A;B', 'SUMMARY:a')],
    ['a lone CR', around('SUMMARY:a\rLOCATION:b')],
    ['a missing END', around().replace('END:VEVENT\r\n', '')],
    ['a stray END', around('END:VALARM')],
    ['a delimiter in small letters', around().replace('BEGIN:VEVENT', 'begin:vevent')],
    ['a delimiter with a blank', around().replace('BEGIN:VEVENT', 'BEGIN:VEVENT ')],
    ['a folded delimiter', around().replace('BEGIN:VEVENT', 'BEGIN:VEV\r\n ENT')],
    ['very many parameters', around(`X-A;${'B=1;'.repeat(5_000)}C=1:x`)],
  ])('%s', (_, raw) => expect(prepareWhole(raw, FEED_LIMITS)).toBeNull());

  it('whatever is changed in a feed, the answer is that of the careful way', () => {
    const pieces = [
      '\r',
      '\n',
      ' ',
      ':',
      ';',
      '"',
      '\n ',
      'BEGIN:',
      'END:VEVENT\n',
      'RRULE:FREQ=DAILY\n',
      'x',
      '\ufeff',
    ];
    fc.assert(
      fc.property(
        fc.constantFrom(...feeds.map(([, text]) => text)),
        fc.array(fc.tuple(fc.nat(4_000), fc.nat(8), fc.constantFrom(...pieces)), { maxLength: 4 }),
        (text, changes) => {
          let raw = text;
          for (const [at, length, piece] of changes) raw = raw.slice(0, at) + piece + raw.slice(at + length);
          expectTheSame(raw);
        },
      ),
      { numRuns: 1_500 },
    );
  });
});
