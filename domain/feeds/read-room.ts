import { readFeed, type FeedProblem, type FeedRead } from '../ical/read-feed.ts';
import type { Clock } from '../time/zone.ts';
import type { Instant } from '../time/instant.ts';
import {
  LOOK_AHEAD_MS,
  roomInstances,
  storableUid,
  type RoomInstances,
  type RoomProblem,
} from './instances.ts';
import { roomTest, type RoomAddress } from './matching.ts';
import { selectEvents } from './select-events.ts';

/** Which part of a feed is meetings of a room: from so long before now to so long after it, in ms. */
export interface FeedWindow {
  beforeMs: number;
  aheadMs: number;
}

export interface RoomReading extends RoomInstances {
  /** X-WR-CALNAME. */
  name: string | null;
  /** Those that can be read, or do not have to be; a series is one. */
  events: number;
  /** UIDs of events of which something could not be read. */
  broken: ReadonlySet<string>;
  /** The feed was cut off, or has no event that can be read. */
  doubtful: boolean;
  /** When the same feed has something new, because time has passed. */
  readAgainMs: Instant;
}

export interface ReadRoomOptions {
  room: RoomAddress;
  /** Where floating times and days are looked at, unless the feed says it. */
  floating: Clock;
  window: FeedWindow;
  nowMs: Instant;
  /** A SHA-256 in hexadecimal. */
  digest: (text: string) => string;
  /**
   * UIDs of events that are read even if they do not name the room, because it is known that they did. Null: all are
   * read, and what is wrong with any of them is told.
   */
  known?: ReadonlySet<string> | null;
}

/** Of the whole text: nothing at all was read. */
const WHOLLY_UNREADABLE = new Set<FeedProblem['code']>([
  'no-calendar',
  'calendar-too-large',
  'too-many-components',
]);
/** The event is there all the same. */
const HARMLESS = new Set<FeedProblem['code']>([
  'end-before-start',
  'end-unreadable',
  'timezone-differs',
  'date-unreadable',
  'uid-missing',
  'uid-repeated',
  'line-unreadable',
  'rule-mended',
]);
/** More often than this a feed with a meeting in every minute is not read again. */
const REST_MS = 3_600_000;

const NO_UIDS: ReadonlySet<string> = new Set();

/**
 * What a feed's text says of one room.
 *
 * @returns the problem's code when it is no calendar that can be read
 */
export function readRoom(text: string, options: ReadRoomOptions): RoomReading | FeedProblem['code'] {
  const { room, floating, window, nowMs, digest, known = null } = options;
  const toMs = nowMs + window.aheadMs;
  const fromMs = nowMs - window.beforeMs;
  const near = { startMs: fromMs, endMs: toMs + LOOK_AHEAD_MS };
  const selected = known === null ? null : selectEvents(text, room, near, known);
  const others = selected?.others ?? NO_UIDS;
  const feed = readFeed(selected?.text ?? text, { floating });
  const unreadable = feed.problems.find(({ code }) => WHOLLY_UNREADABLE.has(code));
  if (unreadable) return unreadable.code;
  const found = roomInstances(feed, {
    fromMs,
    toMs,
    test: roomTest(room),
    untitled: room.name,
    digest,
  });
  const problems = feed.problems.map(({ code, uid, property }): RoomProblem => {
    return { code, uid: uid === null ? null : storableUid(uid, digest), property };
  });
  const told = new Set(problems.map(({ code, uid }) => `${code} ${uid}`));
  const nextMs = found.nextStartMs ?? toMs + LOOK_AHEAD_MS;
  return {
    ...found,
    matches: found.matches + (selected?.far ?? 0),
    name: feed.name,
    has: (uid) => found.has(uid) || others.has(uid),
    events: feed.series.length + others.size,
    problems: [...problems, ...found.problems.filter(({ code, uid }) => !told.has(`${code} ${uid}`))],
    broken: new Set(brokenOf(feed, problems, digest)),
    doubtful:
      feed.series.length + others.size === 0 || problems.some(({ code }) => code === 'component-unbalanced'),
    readAgainMs: Math.max(nextMs - window.aheadMs, nowMs + Math.min(REST_MS, window.aheadMs / 4)),
  };
}

/** Where a budget ended, nothing that is not there is known to be gone. */
function brokenOf(
  { series, work }: FeedRead,
  problems: readonly RoomProblem[],
  digest: ReadRoomOptions['digest'],
): string[] {
  if (work.left <= 0) return series.map(({ uid }) => storableUid(uid, digest));
  return problems.flatMap(({ code, uid }) => (uid === null || isHarmless(code) ? [] : [uid]));
}

const isHarmless = (code: RoomProblem['code']): boolean => HARMLESS.has(code as FeedProblem['code']);
