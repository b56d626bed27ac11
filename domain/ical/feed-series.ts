import { recurrenceSet } from '../recurrence/build-set.ts';
import { instantOfTime } from '../recurrence/event-time.ts';
import type { RecurrenceSet } from '../recurrence/set.ts';
import type { Work } from '../recurrence/work.ts';
import { changedAt, type FeedEvent } from './feed-event.ts';
import type { Clock } from '../time/zone.ts';

/** All that a feed says of one UID; of several events that share it, one for those that do not recur and one for each other. */
export interface FeedSeries {
  uid: string;
  /** Null: the feed has only single instances of a series. */
  master: FeedEvent | null;
  overrides: readonly FeedEvent[];
  /** Its instances; none of a cancelled event. */
  set: RecurrenceSet<FeedEvent>;
}

/** An event with where its floating times are looked at. */
export interface PlacedEvent {
  event: FeedEvent;
  floating: Clock;
}

/**
 * What the events of one UID are together. One that has a RECURRENCE-ID changes an instance of the one that has none. Several
 * without one are several events, as a festival's three performances; of the same time they are one, and the newer counts, as
 * among answers (RFC 5546 §2.1.5). Takes time in proportion to the events.
 *
 * @param work what the sets of the whole feed may cost
 * @param repeated is told of each that is left out for another, by the property that would tell them apart
 */
export function seriesOf(
  events: readonly PlacedEvent[],
  work: Work,
  repeated: (property: 'RECURRENCE-ID' | null) => void,
): FeedSeries[] {
  const masters = newestOf(
    events.filter(({ event }) => event.recurrenceId === null),
    ({ event: { start }, floating }) => `${start.allDay} ${instantOfTime(start, floating)}`,
    () => repeated(null),
  );
  const single = masters.length === 1 ? masters[0] : undefined;
  const recurring = masters.filter(({ event }) => recurs(event));
  const owner = single ?? recurring[0];
  const overrides = newestOf(
    events.filter(({ event }) => event.recurrenceId !== null),
    (each) => keyOf(each, owner),
    () => repeated('RECURRENCE-ID'),
  );
  if (single) return [made(single, overrides, work)];
  const performances = masters.filter(({ event }) => !recurs(event)).map(asInstance);
  const [first, ...others] = recurring.map((each) =>
    each === owner ? made(each, overrides, work) : made(each, [], work),
  );
  const rest = first
    ? performances
    : newestOf(
        [...overrides, ...performances],
        (each) => keyOf(each, undefined),
        () => undefined,
      );
  return [...(first ? [first, ...others] : []), ...(rest.length > 0 ? [made(null, rest, work)] : [])];
}

const recurs = ({ recurrence: { rules, dates } }: FeedEvent): boolean => rules.length + dates.length > 0;

/** One of several events that share a UID: its start tells it from the others. */
const asInstance = ({ event, floating }: PlacedEvent): PlacedEvent => ({
  event: { ...event, recurrenceId: event.start },
  floating,
});

function keyOf({ event, floating }: PlacedEvent, owner: PlacedEvent | undefined): string {
  const id = event.recurrenceId ?? event.start;
  const clock = owner ? (owner.event.start.clock ?? owner.floating) : (event.start.clock ?? floating);
  return `${id.allDay} ${instantOfTime(id, clock)}`;
}

/** Of those with the same key the newest, and of equals the first. */
function newestOf(
  events: readonly PlacedEvent[],
  key: (event: PlacedEvent) => string,
  repeated: () => void,
): PlacedEvent[] {
  if (events.length < 2) return [...events];
  const newest = new Map<string, PlacedEvent>();
  for (const each of events) {
    const of = key(each);
    const known = newest.get(of);
    if (known) repeated();
    if (!known || isNewer(each.event, known.event)) newest.set(of, each);
  }
  return [...newest.values()];
}

const isNewer = (one: FeedEvent, other: FeedEvent): boolean =>
  one.sequence === other.sequence
    ? (changedAt(one) ?? 0) > (changedAt(other) ?? 0)
    : one.sequence > other.sequence;

const CANCELLED = 'CANCELLED';

function made(master: PlacedEvent | null, changed: readonly PlacedEvent[], work: Work): FeedSeries {
  const event = master?.event ?? null;
  const overrides = changed.map((each) => each.event);
  const uid = (event ?? (overrides[0] as FeedEvent)).uid;
  const floating = (master ?? (changed[0] as PlacedEvent)).floating;
  return { uid, master: event, overrides, set: setOf(event, overrides, floating, work) };
}

function setOf(
  master: FeedEvent | null,
  overrides: readonly FeedEvent[],
  floating: Clock,
  work: Work,
): RecurrenceSet<FeedEvent> {
  const taking = master?.status !== CANCELLED;
  return recurrenceSet(
    {
      master:
        master && taking ? { start: master.start, duration: master.duration, ...master.recurrence } : null,
      overrides: (taking ? overrides : []).flatMap((event) => {
        const { recurrenceId, thisAndFuture, start, duration } = event;
        const cancelled = event.status === CANCELLED;
        return recurrenceId ? [{ recurrenceId, thisAndFuture, cancelled, start, duration, event }] : [];
      }),
    },
    floating,
    work,
  );
}
