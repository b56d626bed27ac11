import { createHash } from 'node:crypto';
import { readRoom, type RoomReading } from '../../domain/feeds/read-room.ts';
import { UTC_CLOCK, openZone } from '../../domain/time/zone.ts';
import type { FeedFetchProblem } from './fetching.ts';
import type { InstanceName, ReadAs } from './ports.ts';

/** The most problems that are kept and shown. */
export const MOST_PROBLEMS = 50;
/** An event has any number of wrong properties, and a feed any number of them. */
export const LONGEST_NAME = 200;

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/**
 * What a feed's text says of a room; a problem's code when it is no calendar that can be read.
 *
 * @param asked what `find` of the reading may be asked, besides the instances of the window. Null: nothing, and all events
 *   are read, also those that do not name the room
 */
export function readText(
  text: string,
  as: ReadAs,
  asked: readonly InstanceName[] | null,
): RoomReading | FeedFetchProblem {
  const { roomName, timezone, publicUrl, window, nowMs } = as;
  const read = readRoom(text, {
    room: { publicUrl, name: roomName },
    floating: openZone(timezone) ?? UTC_CLOCK,
    window,
    nowMs,
    digest: sha256,
    known: asked && new Set(asked.map(({ uid }) => uid)),
  });
  if (typeof read === 'string') return read === 'no-calendar' ? 'not-a-calendar' : 'too-large';
  return { ...read, problems: read.problems.slice(0, MOST_PROBLEMS) };
}

/** Asked for an instance that the reading was not told of, and that is not in its window. */
export class NotAsked extends Error {
  constructor() {
    super('the reading of a feed was not asked for an instance');
    this.name = 'NotAsked';
  }
}
