import { isOver, type MeetingStatus } from '../meeting/state.ts';
import type { Instant, TimeRange } from '../time/instant.ts';

/** One instance of an event, as a calendar has it now. */
export interface SyncedInstance extends TimeRange {
  uid: string;
  /** Of an instance of a series; empty: the event has one instance. */
  recurrenceId: string;
  sequence: number;
  lastModifiedMs: Instant | null;
  /** It is an override's, with versions of its own. */
  overridden: boolean;
  title: string;
  /** Of what matters to a reader. */
  contentHash: string;
}

/** A calendar as it is now. */
export interface CalendarVersion<I extends SyncedInstance> {
  instances: readonly I[];
  /** An instance anywhere in time; null when the calendar has none of that id. */
  find(uid: string, recurrenceId: string): I | null;
  /** Whether it has an event of this UID at all. */
  has(uid: string): boolean;
}

/** What it says is older than what is known. */
export interface SyncProblem {
  code: 'older-version';
  uid: string;
  property: null;
}

/** An instance as an earlier version of the calendar left it. */
export interface KnownEvent extends SyncedInstance {
  id: string;
  generation: number;
  /** Null: it had ended when it was first read, and has none. */
  meeting: { id: string; status: MeetingStatus } | null;
  /** The calendar had it no more: before it began, or since. */
  gone: boolean;
}

export interface ComparisonOptions {
  nowMs: Instant;
  /** UIDs of events of which something could not be read. */
  broken: ReadonlySet<string>;
  /** The calendar was cut off, or has no event that can be read. */
  doubtful: boolean;
  /** Names what an earlier reading would have removed; null: nothing waits. */
  withheld: string | null;
  /** A SHA-256 in hexadecimal. */
  digest: (text: string) => string;
}

export interface ChangedEvent<I extends SyncedInstance> {
  known: KnownEvent;
  instance: I;
  /** What a reader sees is not what it was. */
  content: boolean;
  /** Its meeting has to hear of it. */
  told: boolean;
  /** Another meeting than before: that one is over, or was told that it ends. */
  revived: boolean;
}

/** What a calendar says that was not known. */
export interface Comparison<I extends SyncedInstance> {
  /** Never seen; without a meeting when it has ended already. */
  added: I[];
  changed: ChangedEvent<I>[];
  /** Those that have not begun. */
  removed: KnownEvent[];
  /** Gone while they take place: they stay in the records, and their meetings hear of it. */
  withdrawn: KnownEvent[];
  /** Names what would be removed, when it waits for another reading that agrees. */
  withheld: string | null;
  problems: SyncProblem[];
}

/** Everything is as it is known. */
export const nothingNew = <I extends SyncedInstance>(): Comparison<I> => ({
  added: [],
  changed: [],
  removed: [],
  withdrawn: [],
  withheld: null,
  problems: [],
});

/**
 * Compares a calendar as it is now with what is known of it. Nothing is decided twice: when the answer is written, the
 * same calendar has nothing new.
 *
 * @param known what has not ended, and all else that `calendar` has an instance of
 */
export function compare<I extends SyncedInstance>(
  known: readonly KnownEvent[],
  calendar: CalendarVersion<I>,
  options: ComparisonOptions,
): Comparison<I> {
  const said = new Map(calendar.instances.map((instance) => [keyOf(instance), instance]));
  const result = nothingNew<I>();
  const missing: KnownEvent[] = [];
  let stay = 0;
  for (const event of known) {
    const key = keyOf(event);
    const instance =
      said.get(key) ?? (isDue(event, options) ? calendar.find(event.uid, event.recurrenceId) : null);
    said.delete(key);
    if (isMissing(event, instance, options)) {
      missing.push(event);
      continue;
    }
    if (!event.gone && event.startMs > options.nowMs) stay += 1;
    if (instance) takeChange(event, instance, options, result);
  }
  result.added = [...said.values()];
  const upcoming = stay + result.added.filter(({ startMs }) => startMs > options.nowMs).length;
  const waiting = withheldOf(missing, upcoming, calendar, options);
  if (waiting !== null && waiting !== options.withheld) result.withheld = waiting;
  for (const event of missing) {
    if (result.withheld !== null && !calendar.has(event.uid)) continue;
    (event.startMs > options.nowMs ? result.removed : result.withdrawn).push(event);
  }
  return result;
}

const keyOf = ({ uid, recurrenceId }: Pick<SyncedInstance, 'uid' | 'recurrenceId'>): string =>
  `${recurrenceId} ${uid}`;

/** Its meeting is still to be, or takes place. What has ended is never touched. */
const isDue = ({ gone, endMs }: KnownEvent, { nowMs }: ComparisonOptions): boolean => !gone && endMs > nowMs;

/** Not there any more; or what was to come is now said to have been. An event that cannot be read is not missing. */
function isMissing(event: KnownEvent, instance: SyncedInstance | null, options: ComparisonOptions): boolean {
  if (!isDue(event, options)) return false;
  if (instance === null) return !options.broken.has(event.uid);
  return event.startMs > options.nowMs && instance.endMs <= options.nowMs;
}

function takeChange<I extends SyncedInstance>(
  known: KnownEvent,
  instance: I,
  { nowMs, broken }: ComparisonOptions,
  { changed, problems }: Comparison<I>,
): void {
  if (known.endMs <= nowMs && instance.endMs <= nowMs) return;
  if (known.gone) {
    if (instance.endMs > nowMs) changed.push({ known, instance, content: true, told: true, revived: true });
    return;
  }
  // Of a series whose override is not understood, the master does not speak for that instance.
  if (known.overridden && !instance.overridden && broken.has(known.uid)) return;
  if (isOlder(known, instance)) {
    problems.push({ code: 'older-version', uid: known.uid, property: null });
    return;
  }
  const content = known.contentHash !== instance.contentHash;
  const version = known.sequence !== instance.sequence || known.lastModifiedMs !== instance.lastModifiedMs;
  if (!content && !version && known.overridden === instance.overridden) return;
  const revived = needsAnother(known, instance, nowMs);
  changed.push({ known, instance, content, told: revived || changesMeeting(known, instance), revived });
}

/**
 * SEQUENCE first, then LAST-MODIFIED (RFC 5545 §3.8.7.4). An override and its master count for themselves: an
 * instance that is again as the master says has the master's lower number.
 */
function isOlder(known: KnownEvent, instance: SyncedInstance): boolean {
  if (known.overridden !== instance.overridden) return false;
  if (known.sequence !== instance.sequence) return instance.sequence < known.sequence;
  return (
    instance.lastModifiedMs !== null &&
    known.lastModifiedMs !== null &&
    instance.lastModifiedMs < known.lastModifiedMs
  );
}

/** Its meeting, if it ever had one, is over, and now it is to come. */
function needsAnother(known: KnownEvent, instance: SyncedInstance, nowMs: Instant): boolean {
  const { meeting } = known;
  if (meeting === null) return instance.endMs > nowMs;
  return isOver(meeting) && instance.startMs > nowMs && instance.startMs !== known.startMs;
}

const changesMeeting = ({ meeting, ...known }: KnownEvent, instance: SyncedInstance): boolean =>
  meeting !== null &&
  (known.title !== instance.title || known.startMs !== instance.startMs || known.endMs !== instance.endMs);

/**
 * Feeds are empty, or half there, for a while when their server has a bad day. What they would remove then waits for
 * a second reading that says the same: all of several meetings that are to come, without one word about them, or
 * anything at all of a feed in doubt. What a feed names and cancels, or moves to another room, is meant.
 *
 * @param upcoming how many meetings would be left
 * @returns null: nothing has to wait
 */
function withheldOf(
  missing: readonly KnownEvent[],
  upcoming: number,
  calendar: Pick<CalendarVersion<SyncedInstance>, 'has'>,
  { doubtful, digest }: ComparisonOptions,
): string | null {
  const vanished = missing.filter(({ uid }) => !calendar.has(uid));
  if (vanished.length === 0) return null;
  const suspicious = doubtful || (upcoming === 0 && vanished.length > 1);
  return suspicious ? digest(vanished.map(keyOf).sort().join('\n')) : null;
}
