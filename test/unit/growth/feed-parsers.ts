import { createHash } from 'node:crypto';
import { readHolidays } from '../../../domain/feeds/holidays.ts';
import { readRoom } from '../../../domain/feeds/read-room.ts';
import { selectEvents } from '../../../domain/feeds/select-events.ts';
import { readFeed } from '../../../domain/ical/read-feed.ts';
import { instancesBetween } from '../../../domain/recurrence/instances.ts';
import { UTC_CLOCK } from '../../../domain/time/zone.ts';
import { calendarOf, lines, type Parser } from './pieces.ts';

const NOW = Date.UTC(2026, 2, 2, 8);
const DAY_MS = 86_400_000;
const NEAR = { startMs: NOW - DAY_MS, endMs: NOW + 30 * DAY_MS };
const room = { publicUrl: 'https://parley.example', name: 'max' };

const selectedOf = (...event: string[]) =>
  selectEvents(calendarOf(lines('BEGIN:VEVENT', ...event, 'END:VEVENT')), room, NEAR, new Set());

/** The readers of feeds. */
export const FEED_PARSERS: readonly Parser[] = [
  { name: 'readFeed', reads: ['run', 'calendar'], parse: (text) => readFeed(text) },
  { name: 'readFeed and a window of it', reads: ['calendar'], parse: windowOf },
  {
    name: 'readRoom',
    reads: ['calendar'],
    parse: (text) =>
      readRoom(text, {
        room,
        floating: UTC_CLOCK,
        window: { beforeMs: DAY_MS, aheadMs: 30 * DAY_MS },
        nowMs: NOW,
        digest: (of) => createHash('sha256').update(of).digest('hex'),
      }),
  },
  {
    name: 'readHolidays',
    reads: ['run', 'calendar'],
    parse: (text) => readHolidays(text, { fromDay: 20_514, untilDay: 22_341 }),
  },
  {
    name: 'selectEvents',
    reads: ['calendar'],
    parse: (text) => selectEvents(text, room, NEAR, new Set(['a'])),
  },
  {
    name: 'selectEvents of a text',
    reads: ['run'],
    parse: (text) => selectedOf('UID:a', `X-A:${text}/max${text}`),
  },
  {
    name: 'selectEvents of one far away',
    reads: ['run'],
    parse: (text) =>
      selectedOf(
        'UID:a',
        'DTSTART:20200101T080000Z',
        `DESCRIPTION:${text}`,
        'URL:https://parley.example/max',
      ),
  },
  {
    name: 'selectEvents of a start',
    reads: ['run'],
    parse: (text) => selectedOf('UID:a', `DTSTART;TZID=${text}:20200101T080000`, 'URL:/room/max'),
  },
  { name: 'selectEvents of a UID', reads: ['run'], parse: (text) => selectedOf(`UID:${text}`) },
  { name: 'selectEvents of a name', reads: ['run'], parse: (text) => selectedOf(`E${text}:b`, 'UID:a') },
];

function windowOf(text: string) {
  const { series } = readFeed(text);
  return series.map(({ set }) => instancesBetween(set, NOW, NOW + 30 * DAY_MS).complete);
}
