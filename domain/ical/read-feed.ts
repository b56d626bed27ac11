import { recurrenceSet } from '../recurrence/build-set.ts';
import { UTC_CLOCK } from '../recurrence/event-time.ts';
import type { RecurrenceSet } from '../recurrence/set.ts';
import { changedAt, readFeedEvent, type EventProblem, type FeedEvent } from './feed-event.ts';
import { feedZones, type FeedZones } from './feed-zones.ts';
import { textOf } from './jcal.ts';
import { parseCalendars, parseWhole, type JcalComponent } from './parse-calendars.ts';
import { FEED_LIMITS, prepare, type PrepareOptions, type PrepareProblem } from './prepare.ts';
import { prepareWhole } from './prepare-whole.ts';
import type { Clock } from './zone.ts';

/** The code of what was wrong, where, and with which event; nothing else of the feed is lost by it. */
export interface FeedProblem {
  code:
    | PrepareProblem
    | EventProblem
    | 'component-unreadable'
    | 'event-unreadable'
    | 'uid-missing'
    | 'uid-repeated';
  uid: string | null;
  /** In upper case; null: the calendar, or the event as a whole. */
  property: string | null;
}

/** All that a feed says of one UID. */
export interface FeedSeries {
  uid: string;
  /** Null: the feed has only single instances of a series. */
  master: FeedEvent | null;
  overrides: readonly FeedEvent[];
  /** Its instances; none of a cancelled event. */
  set: RecurrenceSet<FeedEvent>;
}

export interface FeedRead {
  /** X-WR-CALNAME, or NAME (RFC 7986 §5.1). */
  name: string | null;
  /** X-WR-TIMEZONE as an IANA name. */
  zone: string | null;
  series: FeedSeries[];
  problems: FeedProblem[];
}

export interface ReadFeedOptions {
  /** Where floating times and days are looked at, unless the calendar has an X-WR-TIMEZONE. UTC by default. */
  floating?: Clock;
  limits?: PrepareOptions;
}

/**
 * Reads a calendar feed of any origin. Never throws; what is wrong is listed, and the rest is given. Instances come from
 * `instancesBetween(series.set, …)`; what an override changes is in the `override` of an instance, the rest in `master`.
 */
export function readFeed(
  raw: string,
  { floating = UTC_CLOCK, limits = FEED_LIMITS }: ReadFeedOptions = {},
): FeedRead {
  const { calendars, problems } = parsed(raw, limits);
  const read: FeedRead = { name: null, zone: null, series: [], problems };
  for (const calendar of calendars) {
    const zones = feedZones(calendar, floating);
    read.name ??= textOf(calendar, 'x-wr-calname') || textOf(calendar, 'name') || null;
    read.zone ??= zones.calendarZone;
    for (const events of byUid(calendar, zones, read.problems).values()) {
      read.series.push(seriesOf(events, zones.floating, read.problems));
    }
  }
  return read;
}

function parsed(
  raw: string,
  limits: PrepareOptions,
): { calendars: JcalComponent[]; problems: FeedProblem[] } {
  const whole = prepareWhole(raw, limits);
  const calendars = whole === null ? null : parseWhole(whole);
  return calendars === null ? parsedWithCare(raw, limits) : { calendars, problems: [] };
}

function parsedWithCare(raw: string, limits: PrepareOptions): ReturnType<typeof parsed> {
  const { text, problems: odd } = prepare(raw, limits);
  const problems = odd.map((code): FeedProblem => ({ code, uid: null, property: null }));
  if (text === null) return { calendars: [], problems };
  const { calendars, unreadable } = parseCalendars(text);
  return { calendars, problems: [...problems, ...unreadable.map(lostComponent)] };
}

function lostComponent(lines: readonly string[]): FeedProblem {
  const uid = lines.map((line) => /^UID[^:]*:(.*)$/i.exec(line)?.[1]).find((found) => found !== undefined);
  return { code: 'component-unreadable', uid: uid ?? null, property: null };
}

function byUid(calendar: JcalComponent, zones: FeedZones, problems: FeedProblem[]): Map<string, FeedEvent[]> {
  const found = new Map<string, FeedEvent[]>();
  for (const component of calendar[2]) {
    if (component[0] !== 'vevent') continue;
    const uid = textOf(component, 'uid').trim();
    if (uid === '') {
      problems.push({ code: 'uid-missing', uid: null, property: 'UID' });
      continue;
    }
    const event = attempt(component, uid, zones, problems);
    if (event === null) continue;
    const events = found.get(uid);
    if (events) events.push(event);
    else found.set(uid, [event]);
  }
  return found;
}

/** What no test has thought of must not lose the other events either. */
function attempt(
  component: JcalComponent,
  uid: string,
  zones: FeedZones,
  problems: FeedProblem[],
): FeedEvent | null {
  try {
    return readFeedEvent(component, uid, zones, (code, property) => problems.push({ code, uid, property }));
  } catch {
    problems.push({ code: 'event-unreadable', uid, property: null });
    return null;
  }
}

/** Of two with the same RECURRENCE-ID the newer one counts, as among answers (RFC 5546 §2.1.5). */
function seriesOf(events: readonly FeedEvent[], floating: Clock, problems: FeedProblem[]): FeedSeries {
  const [first] = events as [FeedEvent];
  const { uid } = first;
  if (events.length === 1 && !first.recurrenceId)
    return { uid, master: first, overrides: [], set: setOf(first, [], floating) };
  const newest = new Map<string, FeedEvent>();
  for (const event of events) {
    const id = event.recurrenceId;
    const key = id === null ? '' : `${id.allDay} ${id.wall - (id.clock ?? floating).offsetOfWall(id.wall)}`;
    const known = newest.get(key);
    if (known) problems.push({ code: 'uid-repeated', uid, property: id === null ? null : 'RECURRENCE-ID' });
    if (!known || !isNewer(known, event)) newest.set(key, event);
  }
  const master = newest.get('') ?? null;
  newest.delete('');
  const overrides = [...newest.values()];
  return { uid, master, overrides, set: setOf(master, overrides, floating) };
}

const isNewer = (one: FeedEvent, other: FeedEvent): boolean =>
  one.sequence === other.sequence
    ? (changedAt(one) ?? 0) > (changedAt(other) ?? 0)
    : one.sequence > other.sequence;

const CANCELLED = 'CANCELLED';

function setOf(
  master: FeedEvent | null,
  overrides: readonly FeedEvent[],
  floating: Clock,
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
  );
}
