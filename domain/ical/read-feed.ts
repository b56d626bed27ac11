import { UTC_CLOCK, type Clock } from '../time/zone.ts';
import { workOfFeed, type Work } from '../recurrence/work.ts';
import { readFeedEvent, type EventProblem, type FeedEvent } from './feed-event.ts';
import { seriesOf, type FeedSeries, type PlacedEvent } from './feed-series.ts';
import { streamZones, type FeedZones } from './feed-zones.ts';
import { textOf } from './jcal.ts';
import { uidOfContent } from './uid-of-content.ts';
import type { ZoneProblem } from './read-vtimezone.ts';
import { parseCalendars, parseWhole, type JcalComponent } from './parse-calendars.ts';
import { FEED_LIMITS, prepare, type PrepareOptions, type PrepareProblem } from './prepare.ts';
import { prepareWhole } from './prepare-whole.ts';

/** The code of what was wrong, where, and with which event; nothing else of the feed is lost by it. */
export interface FeedProblem {
  code:
    | PrepareProblem
    | EventProblem
    | ZoneProblem['code']
    | 'component-unreadable'
    /** The budget of the feed ended before its rules were worked out; what is given of it is not all. */
    | 'too-many-instances'
    | 'event-unreadable'
    | 'uid-missing'
    | 'uid-repeated';
  uid: string | null;
  /** In upper case; null: the calendar, or the event as a whole. */
  property: string | null;
  /** Of `zone-unknown`: its name, as it came. */
  zone?: string;
}

export interface FeedRead {
  /** X-WR-CALNAME, or NAME (RFC 7986 §5.1). */
  name: string | null;
  /** X-WR-TIMEZONE as an IANA name. */
  zone: string | null;
  series: FeedSeries[];
  /** What its sets may still cost to expand; without any left, windows of them are not complete. */
  work: Work;
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
  const read: FeedRead = { name: null, zone: null, series: [], work: workOfFeed(0), problems };
  const zones = streamZones(calendars, floating, (problem) => problems.push({ ...problem, uid: null }));
  const events = new Map<string, PlacedEvent[]>();
  calendars.forEach((calendar, index) => {
    const own = zones[index] as FeedZones;
    read.name ??= textOf(calendar, 'x-wr-calname') || textOf(calendar, 'name') || null;
    read.zone ??= own.calendarZone;
    takeEvents(calendar, own, events, problems);
  });
  read.work = workOfFeed(events.size);
  for (const [uid, ofUid] of events) {
    const repeated = (property: string | null) => problems.push({ code: 'uid-repeated', uid, property });
    for (const series of seriesOf(ofUid, read.work, repeated)) read.series.push(series);
    if (read.work.left <= 0) problems.push({ code: 'too-many-instances', uid, property: 'RRULE' });
  }
  // Windows have a budget of their own: hostile rules that were hard to read take nothing from the others.
  read.work.left = workOfFeed(events.size).left;
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
  const { calendars, unreadable, linesLeftOut } = parseCalendars(text);
  if (linesLeftOut) problems.push({ code: 'line-unreadable', uid: null, property: null });
  return { calendars, problems: [...problems, ...unreadable.map(lostComponent)] };
}

function lostComponent(lines: readonly string[]): FeedProblem {
  const uid = lines.map((line) => /^UID[^:]*:(.*)$/i.exec(line)?.[1]).find((found) => found !== undefined);
  return { code: 'component-unreadable', uid: uid ?? null, property: null };
}

/** Adds a calendar's events to those of the stream, by their UIDs. */
function takeEvents(
  calendar: JcalComponent,
  zones: FeedZones,
  found: Map<string, PlacedEvent[]>,
  problems: FeedProblem[],
): void {
  const cancels = /^\s*CANCEL\s*$/i.test(textOf(calendar, 'method'));
  for (const component of calendar[2]) {
    if (component[0] !== 'vevent') continue;
    const given = textOf(component, 'uid').trim();
    const uid = given === '' ? uidOfContent(component) : given;
    if (given === '') problems.push({ code: 'uid-missing', uid, property: 'UID' });
    const read = attempt(component, uid, zones, problems);
    if (read === null) continue;
    // RFC 5546 §3.2.5: it is the calendar's METHOD that cancels, with or without a STATUS.
    const event = { event: cancels ? { ...read, status: 'CANCELLED' } : read, floating: zones.floating };
    const events = found.get(uid);
    if (events) events.push(event);
    else found.set(uid, [event]);
  }
}

/** What no test has thought of must not lose the other events either. */
function attempt(
  component: JcalComponent,
  uid: string,
  zones: FeedZones,
  problems: FeedProblem[],
): FeedEvent | null {
  try {
    return readFeedEvent(component, uid, zones, (code, property, zone) =>
      problems.push({ code, uid, property, ...(zone && { zone }) }),
    );
  } catch {
    problems.push({ code: 'event-unreadable', uid, property: null });
    return null;
  }
}
