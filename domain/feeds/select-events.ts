import { FEED_LIMITS } from '../ical/prepare.ts';
import { scanEvents, type ScannedEvent } from '../ical/scan-events.ts';
import type { TimeRange } from '../time/instant.ts';
import { isFarFrom } from './far-event.ts';
import { mentionPattern, roomTest, type RoomAddress } from './matching.ts';

/** The part of a feed that concerns a room. */
export interface SelectedEvents {
  /** The feed without the other events; its calendars, zones and everything else are there. */
  text: string;
  /** UIDs of the others. */
  others: ReadonlySet<string>;
  /** How many of them are in the room, and too far away to matter. */
  far: number;
}

/**
 * The events that may take place in the room, or did: those that name it, those that are known, and each other of the same
 * UID, which may move or end an instance of them. One without a UID is always among them; one that is known to be nowhere near is
 * not. In proportion to the text.
 *
 * @param near what is asked about
 * @param known UIDs
 * @returns null when all have to be read, because it is not sure what the events are
 */
export function selectEvents(
  raw: string,
  room: RoomAddress,
  near: TimeRange,
  known: ReadonlySet<string>,
): SelectedEvents | null {
  const events = scanEvents(raw, FEED_LIMITS);
  if (events === null) return null;
  const concerning = new Set(known);
  const far = new Map<string, ScannedEvent>();
  const test = roomTest(room);
  for (const event of mentioning(raw, events, mentionPattern(room))) {
    const { uid, from, until } = event;
    if (uid === null || concerning.has(uid) || far.get(uid) === event) continue;
    if (!far.has(uid) && isFarFrom(near, raw.slice(from, until), test)) far.set(uid, event);
    else concerning.add(uid);
  }
  // One that shares its UID with others may be changed by them.
  for (const event of events) {
    const { uid } = event;
    if (uid !== null && far.has(uid) && (far.get(uid) !== event || concerning.has(uid))) {
      far.delete(uid);
      concerning.add(uid);
    }
  }
  const others = new Set<string>();
  let text = '';
  let taken = 0;
  for (const { uid, from, until } of events) {
    if (uid === null || concerning.has(uid)) continue;
    others.add(uid);
    text += raw.slice(taken, from);
    taken = until;
  }
  return { text: text + raw.slice(taken), others, far: far.size };
}

function* mentioning(raw: string, events: readonly ScannedEvent[], pattern: RegExp): Generator<ScannedEvent> {
  let index = 0;
  for (const { index: at } of raw.matchAll(pattern)) {
    while (index < events.length && (events[index] as ScannedEvent).until <= at) index++;
    const event = events[index];
    if (event && event.from <= at) yield event;
  }
}
