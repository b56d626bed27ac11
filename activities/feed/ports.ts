import type { Comparison, KnownEvent } from '../../domain/sync/compare.ts';
import type { FeedInstance, RoomProblem } from '../../domain/feeds/instances.ts';
import type { FeedWindow, RoomReading } from '../../domain/feeds/read-room.ts';
import type { Instant } from '../../domain/time/instant.ts';
import type { FeedFetchProblem, FeedReader, FeedUrls, FeedValidators } from './fetching.ts';
import type { PendingEvent } from '../inbound/ports.ts';
import type { Clock } from '../clock.ts';

/** How a feed is read: for which room, and which part of it. */
export interface ReadAs {
  roomName: string;
  /** IANA name. */
  timezone: string;
  publicUrl: string;
  window: FeedWindow;
  nowMs: Instant;
}

/** A feed that a room follows, and how far it was followed. */
export interface FollowedFeed {
  calendarId: string;
  /** Whose calendar it is: where its meetings take place. */
  roomId: string;
  tenantId: string;
  roomName: string;
  /** IANA name. */
  timezone: string;
  /** Whose feeds are counted together; no address. */
  owner: string;
  url: { sealed: Buffer; keyId: string };
  validators: FeedValidators;
  contentHash: Buffer | null;
  /** Until then, the same bytes say nothing new; null: it has to be read. */
  readAgainMs: Instant | null;
  /** Something is to be removed if the next reading agrees. */
  waits: boolean;
}

/** What came of a sync. Stable: the status, the log and the owner's page choose their words by it. */
export type SyncOutcome =
  | 'changed'
  | 'unchanged'
  /** It would remove too much at once; it has to say so a second time. */
  | 'withheld'
  | 'failed'
  /** The room follows no feed, or the feed is switched off. */
  | 'off';

export type FeedProblemCode = FeedFetchProblem | 'deletions-withheld';

export interface SyncResult {
  result: SyncOutcome;
  /** Why it failed, or what waits. */
  problem: FeedProblemCode | null;
  events: number;
  matches: number;
  added: number;
  changed: number;
  removed: number;
  /** The first of them. */
  problems: RoomProblem[];
}

/** How a fetch went. */
export interface FetchFacts {
  atMs: Instant;
  tookMs: number;
  httpStatus: number | null;
  bytes: number | null;
}

/** A feed that was read whole. */
export interface FeedReading extends FetchFacts {
  feed: FollowedFeed;
  validators: FeedValidators;
  hash: Buffer;
  readAgainMs: Instant;
  events: number;
  matches: number;
  instances: readonly FeedInstance[];
  problems: readonly RoomProblem[];
}

/** An instance of an event, as `calendar_events` names it. */
export type InstanceName = Pick<KnownEvent, 'uid' | 'recurrenceId'>;

/** Reads the text of feeds, within a budget of time and memory. */
export interface FeedTextReader {
  /**
   * What a feed's text says of a room.
   *
   * @param asked what `find` of the reading may be asked, besides the instances of the window. Null: nothing, and all
   *   events are read, also those that do not name the room
   * @returns a problem's code when it is no calendar that can be read
   * @throws ReadingBusy when too much waits
   */
  read(
    text: string,
    as: ReadAs,
    asked: readonly InstanceName[] | null,
  ): Promise<RoomReading | FeedFetchProblem>;
}

/** The feeds of rooms, and what was read of them. */
export interface FeedStore {
  /** Null: there is no such room, it follows no feed, or the feed is switched off. */
  followed(calendarId: string): Promise<FollowedFeed | null>;
  /** What a room's calendar had that has not ended. */
  due(calendarId: string, nowMs: Instant): Promise<InstanceName[]>;
  /** Nothing is written but this. */
  recordUnchanged(feed: FollowedFeed, facts: FetchFacts): Promise<void>;
  /** @returns what waits in the outbox because of it: its owner is told, once, when it has been failing for a day */
  recordFailure(feed: FollowedFeed, facts: FetchFacts, problem: FeedFetchProblem): Promise<PendingEvent[]>;
  /**
   * Writes what a reading says, in one transaction: the events, the rows of their meetings, the status, and what the
   * meetings have to hear.
   *
   * @param compare decides on what is known, while nobody else changes it
   * @returns what waits in the outbox because of it
   */
  write(
    reading: FeedReading,
    compare: (known: KnownEvent[], withheld: string | null) => Comparison<FeedInstance>,
  ): Promise<{ result: SyncResult; pending: PendingEvent[] }>;
}

export interface FeedSyncPorts {
  reader: FeedReader;
  texts: FeedTextReader;
  urls: FeedUrls;
  store: FeedStore;
  clock: Clock;
  /** Where Parley is reached: events name rooms by it. */
  publicUrl: string;
  window: FeedWindow;
  /** Tells a meeting what waits for it; what cannot be told now stays in the outbox. */
  relay: (event: PendingEvent) => Promise<void>;
}
