import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FeedInstance } from '../../../domain/feeds/instances.ts';
import { readRoom, type RoomReading } from '../../../domain/feeds/read-room.ts';
import { selectEvents } from '../../../domain/feeds/select-events.ts';
import { UTC_CLOCK } from '../../../domain/time/zone.ts';
import { rounds } from '../../support/rounds.ts';
import { randomFeed } from './random-feed.ts';
import { at, calendar, digest, event, HOUR, NOW, utc } from './support.ts';

const NEAR = { startMs: NOW - HOUR, endMs: NOW + 24 * HOUR };
const room = { publicUrl: 'https://parley.example', name: 'max' };

function read(text: string, known: ReadonlySet<string> | null, nowMs = NOW): RoomReading | string {
  const window = { beforeMs: HOUR, aheadMs: 24 * HOUR };
  return readRoom(text, { room, floating: UTC_CLOCK, window, nowMs, digest, known });
}

const plain = (instance: FeedInstance | null) => instance && { ...instance, raw: instance.raw() };

/** What a room has of a feed is the same, whether all events are read or those that concern it. */
function expectTheSame(text: string, known: readonly string[] = [], nowMs = NOW): void {
  const [whole, selected] = [read(text, null, nowMs), read(text, new Set(known), nowMs)];
  if (typeof whole === 'string' || typeof selected === 'string') {
    expect(selected).toBe(whole);
    return;
  }
  expect(selected.instances.map(plain)).toEqual(whole.instances.map(plain));
  expect(selected.matches).toBe(whole.matches);
  expect([selected.nextStartMs, selected.readAgainMs]).toEqual([whole.nextStartMs, whole.readAgainMs]);
  const uids = new Set([...known, ...whole.instances.map(({ uid }) => uid)]);
  for (const uid of uids) {
    expect(selected.has(uid)).toBe(whole.has(uid));
    expect(selected.broken.has(uid)).toBe(whole.broken.has(uid));
    const of = (reading: RoomReading) => reading.problems.filter((problem) => problem.uid === uid);
    expect(of(selected)).toEqual(of(whole));
    for (const { recurrenceId } of whole.instances.filter((instance) => instance.uid === uid))
      expect(plain(selected.find(uid, recurrenceId))).toEqual(plain(whole.find(uid, recurrenceId)));
  }
}

describe('the events that concern a room give it the same instances as the whole feed', () => {
  const folders = ['feeds', 'cases/ics'].map((name) => new URL(`../../fixtures/${name}/`, import.meta.url));
  const files = folders.flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => name.endsWith('.ics'))
      .map((name) => [name, readFileSync(new URL(name, folder), 'utf8')] as const),
  );
  it.each(files)('%s, whichever of its events is in the room', (_, text) => {
    const parts = text.split(/(?=^BEGIN:VEVENT)/m);
    for (let index = 1; index < parts.length; index++) {
      const place = 'BEGIN:VEVENT\r\nX-ROOM:https://parley.example/max';
      const placed = parts.map((part, each) => (each === index ? part.replace('BEGIN:VEVENT', place) : part));
      for (let day = 0; day < 60; day += 3) expectTheSame(placed.join(''), [], NOW + day * 24 * HOUR);
    }
  });

  it('of thousands of random ones', () => {
    const feeds = rounds(10_000);
    let selected = 0;
    fc.assert(
      fc.property(randomFeed, fc.subarray(['a', 'b', 'c@x.example', 'e']), (text, known) => {
        expectTheSame(text, known);
        if (selectEvents(text, room, NEAR, new Set(known))?.others.size) selected += 1;
      }),
      { numRuns: feeds },
    );
    // Most feeds are not so odd that all has to be read.
    expect(selected).toBeGreaterThan(feeds / 5);
  }, 240_000);
});

describe('only the events that concern a room are read', () => {
  const elsewhere = 'LOCATION:https://parley.example/max-2';
  const others = (...parts: string[]) => selectEvents(calendar(...parts), room, NEAR, new Set())?.others;

  it('and those of another room are known by their UIDs', () => {
    const text = calendar(event('here', ...at(1)), event('there', elsewhere, 'DTSTART:soon'));
    const reading = read(text, new Set()) as RoomReading;
    expect(reading).toMatchObject({ events: 2, matches: 1, problems: [], doubtful: false });
    expect(['here', 'there', 'nowhere'].map(reading.has)).toEqual([true, true, false]);
    expect(reading.find('there', '')).toBeNull();
  });

  const FAR = 40 * 24;
  const isRead = (...lines: string[]) => others(event('a', ...lines))!.size === 0;

  it.each([
    ['that is over', at(-FAR)],
    ['that is weeks ahead', at(FAR)],
    ['in a zone', ['DTSTART;TZID=Europe/Berlin:20250101T100000', 'DTEND;TZID=Europe/Berlin:20250101T110000']],
    ['of days', ['DTSTART;VALUE=DATE:20250101', 'DTEND;VALUE=DATE:20250103']],
    ['folded and escaped', [...at(FAR), 'LOCATION:Room\\, https://parl\r\n ey.example/max']],
  ])('of those in the room no single one %s', (_, lines) => {
    expect(isRead(...lines)).toBe(false);
    expect(read(calendar(event('a', ...lines)), new Set())).toMatchObject({
      events: 1,
      matches: 1,
      doubtful: false,
    });
    expect(selectEvents(calendar(event('a', ...lines)), room, NEAR, new Set(['a']))!.others.size).toBe(0);
  });

  it.each([
    ['a series', [...at(-FAR), 'RRULE:FREQ=DAILY']],
    ['one of several dates', [...at(-FAR), `RDATE:${utc(NOW)}`]],
    ['an override', [...at(-FAR), `RECURRENCE-ID:${utc(NOW)}`]],
    ['a long one', [`DTSTART:${utc(NOW - FAR * HOUR)}`, `DTEND:${utc(NOW)}`]],
    ['one with a duration', [`DTSTART:${utc(NOW - FAR * HOUR)}`, 'DURATION:P60D']],
    ['one that ends before it starts', at(FAR, -1)],
    ['one without a start', []],
    ['one with two', [...at(FAR), 'DTSTART:20260302T080000Z']],
    ['one in an unknown zone', ['DTSTART;TZID=Nowhere/At-All:20250101T100000']],
    ['one on a day that there is not', ['DTSTART:20250231T100000Z']],
    [
      'one that names the room in words that are no place',
      [...at(FAR), 'LOCATION:x', 'SUMMARY:https://parley.example/max'],
    ],
    ['one with a line that is none', [...at(FAR), 'oops /max']],
  ])('but %s is', (_, lines) => expect(isRead(...lines)).toBe(true));

  it('and so are two of one UID', () =>
    expect(others(event('a', ...at(FAR)), event('a', ...at(-FAR)))!.size).toBe(0));

  it('a feed of other rooms alone is not in doubt', () => {
    expect(read(calendar(event('there', elsewhere, ...at(1))), new Set())).toMatchObject({
      events: 1,
      matches: 0,
      doubtful: false,
    });
  });

  it('one that is broken and names the room is told of', () => {
    const text = calendar(event('here', 'DTSTART:soon'), event('there', elsewhere, ...at(1)));
    const { problems, broken } = read(text, new Set()) as RoomReading;
    expect(problems).toEqual([{ code: 'time-unreadable', uid: 'here', property: 'DTSTART' }]);
    expect(broken).toEqual(new Set(['here']));
  });

  it('one that is known, broken, and names another room now is not taken for gone', () => {
    const text = calendar(event('moved', elsewhere, 'DTSTART:soon'));
    expect((read(text, new Set(['moved'])) as RoomReading).broken).toEqual(new Set(['moved']));
  });

  it('an override elsewhere ends an instance of a series in the room', () => {
    const series = event('series', ...at(1), 'RRULE:FREQ=DAILY;COUNT=1');
    const moved = event('series', elsewhere, `RECURRENCE-ID:${utc(NOW + HOUR)}`, ...at(2));
    expect((read(calendar(series), new Set()) as RoomReading).instances).toHaveLength(1);
    expect((read(calendar(moved, series), new Set()) as RoomReading).instances).toHaveLength(0);
  });

  it.each([
    ['a UID that is folded', event('a\r\n b', elsewhere), ['ab']],
    ['small letters', event('a', elsewhere).replace('UID', 'uid'), ['a']],
    ['the UID of an alarm', event('a', elsewhere, 'BEGIN:VALARM', 'UID:b', 'END:VALARM'), ['a']],
    ['a delimiter in a text', event('a', elsewhere, 'SUMMARY:x', ' BEGIN:VEVENT', ' UID:b'), ['a']],
    ['no UID', event('', elsewhere), []],
    ['the name in an alarm', event('a', elsewhere, 'BEGIN:VALARM', 'X-A:/max', 'END:VALARM'), []],
    ['the name folded behind a coded slash', event('a', elsewhere, 'X-A:%2\r\n F\r\n \r\n ma\r\n\tx'), []],
    ['the name behind an entity', event('a', elsewhere, 'X-A:&#4\r\n 7;max'), []],
  ])('with %s', (_, part, expected) => expect([...(others(part) ?? ['nothing'])]).toEqual(expected));

  it.each([
    ['a delimiter in small letters', event('a').replace('BEGIN', 'begin')],
    ['a folded delimiter', event('a').replace('BEGIN', 'BEG\r\n IN')],
    ['a delimiter with a blank', event('a').replace('BEGIN:', 'BEGIN: ')],
    ['a lone CR', event('a', 'SUMMARY:a\rEND:VEVENT')],
    ['an event in an event', event('a', event('b'))],
    ['a missing END', event('a').replace('END:VEVENT', 'X-A:b')],
    ['a UID with parameters', event('a').replace('UID:', 'UID;X-A=b:')],
    ['a UID with an escape', event('a\\,b')],
    ['a folded name', event('a').replace('UID', 'U\r\n ID')],
    ['a blank before its colon', event('a').replace('UID', 'UID ')],
    ['an empty line', event('a', '', 'X-A:b')],
  ])('and all of them with %s', (_, part) => expect(others(part)).toBeUndefined());
});
