import type { FeedEvent } from '../ical/feed-event.ts';
import { textOf, timeOf } from '../ical/jcal.ts';
import type { FeedSeries } from '../ical/feed-series.ts';
import type { FeedProblem, FeedRead } from '../ical/read-feed.ts';
import { cleanLine, cleanText } from '../ical/text.ts';
import { busyKindOf } from '../freebusy/busy-kind.ts';
import type { BusyKind } from '../freebusy/busy-period.ts';
import type { Instant } from '../time/instant.ts';
import { instancesBetween } from '../recurrence/instances.ts';
import type { Instance } from '../recurrence/set.ts';
import type { CalendarVersion, SyncedInstance, SyncProblem } from '../sync/compare.ts';
import { attendeesOf, type FeedAttendee } from './attendees.ts';
import { instanceOfId, writtenId } from './identity.ts';
import { namesRoom, type RoomTest } from './matching.ts';
import { rawEvent } from './raw-event.ts';

/** One meeting that the feed announces in a room; its content hash is in hexadecimal, and a DTSTAMP is no content. */
export interface FeedInstance extends SyncedInstance {
  description: string;
  location: string;
  attendees: FeedAttendee[];
  allDay: boolean;
  /** How it takes the room's time; null: it takes none. */
  busy: BusyKind | null;
  /** The VEVENT as text; made only when it is asked for. */
  raw: () => string;
}

export interface RoomInstancesOptions {
  /** What happens at some time between these (exclusive) is given. */
  fromMs: Instant;
  toMs: Instant;
  test: RoomTest;
  /** The title of events that have none. */
  untitled: string;
  /** A SHA-256 in hexadecimal. */
  digest: (text: string) => string;
  /** The most instances that are given. */
  limit?: number;
}

/** What a feed says of one room: the instances of the window by their start; `find` knows those that take place in the room. */
export interface RoomInstances extends CalendarVersion<FeedInstance> {
  /** Events, a series being one, that name the room at some time. */
  matches: number;
  /** The first start after the window, within a week of it; null: there is none. */
  nextStartMs: Instant | null;
  problems: RoomProblem[];
}

export interface RoomProblem {
  code: FeedProblem['code'] | SyncProblem['code'] | 'too-many-instances';
  uid: string | null;
  property: string | null;
}

/** A rule that goes by seconds would fill every table. */
const USUAL_LIMIT = 2_000;
/** Of all series together: a hundred that go by seconds are looked at no longer than one. */
const MOST_CANDIDATES = 20_000;
/** How far ahead the next start after the window is looked for. */
export const LOOK_AHEAD_MS = 7 * 86_400_000;
/** Of a series, to find the next start: those that run on from before come first. */
const MOST_LOOKED_AT = 20;

/** The instances of a feed's events that take place in a room; every other one is no business of the room. */
export function roomInstances(feed: FeedRead, options: RoomInstancesOptions): RoomInstances {
  const { fromMs, toMs, test, digest, limit = USUAL_LIMIT } = options;
  const matching = feed.series.flatMap((series) => matchingOf(series, test) ?? []);
  const problems: RoomProblem[] = [];
  const candidates: Candidate[] = [];
  let nextStartMs = Infinity;
  for (const matched of matching) {
    const { series, named } = matched;
    const left = Math.max(0, MOST_CANDIDATES - candidates.length);
    const { instances, complete } = instancesBetween(series.set, fromMs, toMs, {
      limit: Math.min(limit, left),
    });
    if (!complete) problems.push(tooMany(storableUid(series.uid, digest)));
    for (const instance of instances) {
      if (named.has(eventOf(series, instance))) candidates.push({ series, instance });
    }
    nextStartMs = Math.min(nextStartMs, nextStartOf(matched, toMs));
  }
  const about = { ...options, rawOf: rawTexts() };
  const found = new Map<string, FeedInstance>();
  for (const { series, instance } of candidates.sort((a, b) => a.instance.startMs - b.instance.startMs)) {
    const described = describe(series, instance, about);
    const key = `${described.recurrenceId} ${described.uid}`;
    // Of two calendars in one feed, the first that has it counts.
    if (found.has(key)) continue;
    if (found.size === limit) {
      problems.push(tooMany(null));
      break;
    }
    found.set(key, described);
  }
  const instances = [...found.values()];
  const byUid = new Map<string, Matching[]>();
  for (const each of matching) {
    const uid = storableUid(each.series.uid, digest);
    const ofUid = byUid.get(uid);
    if (ofUid) ofUid.push(each);
    else byUid.set(uid, [each]);
  }
  const uids = new Set(feed.series.map(({ uid }) => storableUid(uid, digest)));
  return {
    matches: matching.length,
    instances,
    nextStartMs: Number.isFinite(nextStartMs) ? nextStartMs : null,
    problems,
    find(uid, recurrenceId) {
      for (const { series, named } of byUid.get(uid) ?? []) {
        const instance = instanceOfId(series.set, recurrenceId);
        if (instance && named.has(eventOf(series, instance))) return describe(series, instance, about);
      }
      return null;
    },
    has: (uid) => uids.has(uid),
  };
}

const tooMany = (uid: string | null): RoomProblem => ({ code: 'too-many-instances', uid, property: null });

interface Matching {
  series: FeedSeries;
  /** Those of its events that name the room. */
  named: ReadonlySet<FeedEvent>;
}

interface Candidate {
  series: FeedSeries;
  instance: Instance<FeedEvent>;
}

function matchingOf(series: FeedSeries, test: RoomTest): Matching | null {
  const { master, overrides } = series;
  const named = overrides.filter((event) => namesRoom(event, test));
  if (master && namesRoom(master, test)) named.push(master);
  return named.length === 0 ? null : { series, named: new Set(named) };
}

const eventOf = ({ master }: FeedSeries, { override }: Instance<FeedEvent>): FeedEvent =>
  override ?? (master as FeedEvent);

function nextStartOf({ series, named }: Matching, toMs: Instant): Instant {
  const limit = { limit: MOST_LOOKED_AT };
  const { instances, complete } = instancesBetween(series.set, toMs, toMs + LOOK_AHEAD_MS, limit);
  const next = instances.find((each) => each.startMs >= toMs && named.has(eventOf(series, each)));
  return next?.startMs ?? (complete ? Infinity : (instances.at(-1)?.startMs ?? toMs));
}

/** What takes no time is in the calendar to be seen for a moment. */
const SHORTEST_MS = 60_000;
const LONGEST_TITLE = 200;
const LONGEST_TEXT = 10_000;
const LONGEST_LOCATION = 1_000;

/** All instances of an event have one text. */
function rawTexts(): (event: FeedEvent) => string {
  const made = new Map<FeedEvent, string>();
  return (event) => {
    const text = made.get(event) ?? cleanText(rawEvent(event.component));
    made.set(event, text);
    return text;
  };
}

interface DescribeOptions extends Pick<RoomInstancesOptions, 'untitled' | 'digest'> {
  rawOf: (event: FeedEvent) => string;
}

function describe(
  series: FeedSeries,
  instance: Instance<FeedEvent>,
  { untitled, digest, rawOf }: DescribeOptions,
): FeedInstance {
  const event = eventOf(series, instance);
  const { component } = event;
  const content = {
    title: cut(cleanLine(event.summary), LONGEST_TITLE) || untitled,
    description: cut(cleanText(textOf(component, 'description')).trim(), LONGEST_TEXT),
    location: cut(cleanLine(textOf(component, 'location')), LONGEST_LOCATION),
    attendees: attendeesOf(component),
    startMs: instance.startMs,
    endMs: Math.max(instance.endMs, instance.startMs + SHORTEST_MS),
    allDay: event.start.allDay,
    busy: busyKindOf(component),
  };
  return {
    uid: storableUid(series.uid, digest),
    recurrenceId: writtenId(series.set, instance.recurrenceId),
    sequence: Math.min(event.sequence, LARGEST_INT),
    lastModifiedMs: lastModifiedOf(event),
    overridden: event.recurrenceId !== null,
    ...content,
    contentHash: digest(JSON.stringify(content)),
    raw: () => rawOf(event),
  };
}

const LARGEST_INT = 2 ** 31 - 1;
/** An index holds no more. */
const LONGEST_UID = 500;

/** A UID as `calendar_events` has it. */
export function storableUid(uid: string, digest: RoomInstancesOptions['digest']): string {
  const clean = cleanText(uid);
  return clean.length <= LONGEST_UID ? clean : `sha256:${digest(uid)}`;
}

function lastModifiedOf({ component }: FeedEvent): Instant | null {
  const property = component[1].find(([name]) => name === 'last-modified');
  return timeOf(property?.[3])?.wall ?? null;
}

/** A pair of surrogates is one character. */
const cut = (text: string, length: number): string =>
  text.length <= length ? text : text.slice(0, length).replace(/[\ud800-\udbff]$/, '');
