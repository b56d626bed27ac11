import { createHash } from 'node:crypto';
import { roomTest } from '../../../domain/feeds/matching.ts';
import { readRoom } from '../../../domain/feeds/read-room.ts';
import { refold } from '../../../domain/ical/fold.ts';
import { durationOf, timeOf } from '../../../domain/ical/jcal.ts';
import { parseCalendars } from '../../../domain/ical/parse-calendars.ts';
import { FEED_LIMITS, prepare } from '../../../domain/ical/prepare.ts';
import { prepareWhole } from '../../../domain/ical/prepare-whole.ts';
import { readCalendar } from '../../../domain/ical/read.ts';
import { readFeed } from '../../../domain/ical/read-feed.ts';
import { addressOf, cleanLine, cleanText, cleanUri, mailto } from '../../../domain/ical/text.ts';
import { ianaZone } from '../../../domain/ical/windows-zones.ts';
import { readItip } from '../../../domain/itip/inbound.ts';
import { hideAddresses, withoutAddresses } from '../../../domain/meeting/privacy.ts';
import { UTC_CLOCK } from '../../../domain/recurrence/event-time.ts';
import { instancesBetween } from '../../../domain/recurrence/instances.ts';
import { parseRule } from '../../../domain/recurrence/parse-rule.ts';
import { parseUntil } from '../../../domain/recurrence/parse-until.ts';
import type { Content } from './shapes.ts';

/** A reader of what others have written. */
export interface Parser {
  name: string;
  /** The shapes that it is given. */
  reads: readonly Content[];
  parse: (text: string) => unknown;
  /** The most characters that it is given, where it looks at no more, or at no more components. */
  most?: number;
}

const NOW = Date.UTC(2026, 2, 2, 8);
const DAY_MS = 86_400_000;
const room = { publicUrl: 'https://parley.example', name: 'max' };
const inRoom = roomTest(room);

/** Every parser of foreign content: what is added is tried with all shapes of what it reads. */
export const PARSERS: readonly Parser[] = [
  { name: 'prepare', reads: ['run', 'calendar'], parse: (text) => prepare(text, FEED_LIMITS) },
  { name: 'prepareWhole', reads: ['run', 'calendar'], parse: (text) => prepareWhole(text, FEED_LIMITS) },
  {
    name: 'parseCalendars',
    reads: ['calendar'],
    parse: (text) => parseCalendars(prepare(text, FEED_LIMITS).text ?? ''),
  },
  { name: 'readCalendar', reads: ['run', 'calendar'], parse: everythingOf, most: 100_000 },
  {
    name: 'readItip',
    reads: ['calendar'],
    parse: (text) => readItip([{ text, method: 'COUNTER' }], 'a@b.example'),
    most: 100_000,
  },
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
  { name: 'refold', reads: ['run'], parse: refold },
  { name: 'roomTest', reads: ['run'], parse: inRoom },
  { name: 'cleanText', reads: ['run'], parse: cleanText },
  { name: 'cleanLine', reads: ['run'], parse: cleanLine },
  { name: 'cleanUri', reads: ['run'], parse: cleanUri },
  { name: 'addressOf', reads: ['run'], parse: addressOf },
  { name: 'mailto', reads: ['run'], parse: mailto },
  { name: 'ianaZone', reads: ['run'], parse: (text) => ianaZone(text) },
  { name: 'timeOf', reads: ['run'], parse: timeOf },
  { name: 'durationOf', reads: ['run'], parse: durationOf },
  { name: 'parseRule', reads: ['run', 'rule'], parse: parseRule },
  { name: 'parseUntil', reads: ['run'], parse: parseUntil },
  { name: 'hideAddresses', reads: ['run'], parse: hideAddresses },
  {
    name: 'withoutAddresses',
    reads: ['run'],
    parse: (note) =>
      withoutAddresses({
        ...{ type: 'proposed', key: '', door: 'mail', role: 'guest', proposalId: '', note },
        ...{ startMs: NOW, endMs: NOW, sequence: null, linkId: null },
      }),
  },
];

/** Times are read when they are asked for. */
function everythingOf(text: string) {
  return readCalendar(text).events.map(({ time, timeProblem }) => [time, timeProblem]);
}

function windowOf(text: string) {
  const { series } = readFeed(text);
  return series.map(({ set }) => instancesBetween(set, NOW, NOW + 30 * DAY_MS).complete);
}
