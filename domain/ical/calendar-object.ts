import { namesNothing } from '../recurrence/names-nothing.ts';
import { UTC_CLOCK, wallMs, type Clock } from '../time/zone.ts';
import type { EventProblem, FeedEvent } from './feed-event.ts';
import { parameterOf, textOf } from './jcal.ts';
import { objectProblem, type ObjectProblem, type ObjectProblemCode } from './object-problem.ts';
import { objectSeries, workOfObject, type ObjectSeries } from './object-series.ts';
import { parseObject } from './parse-object.ts';
import type { JcalComponent, JcalProperty } from './parse-calendars.ts';
import { addressOf } from './text.ts';

/** What a calendar object may be about (RFC 5545 §3.6, RFC 7953 §3.1). */
export const COMPONENTS = ['VEVENT', 'VTODO', 'VJOURNAL', 'VFREEBUSY', 'VAVAILABILITY'] as const;
export type ObjectComponent = (typeof COMPONENTS)[number];

/** What a calendar object resource holds (RFC 4791 §4.1): one thing with one UID, and the instances of it that differ. */
export interface CalendarObject {
  uid: string;
  component: ObjectComponent;
  /** METHOD in upper case; null: none, as of all that is stored in a calendar. */
  method: string | null;
  /** The VCALENDAR, whose rules (RRULE, EXRULE) are of the type `text`. */
  calendar: JcalComponent;
  /** Its components but VTIMEZONEs and extensions, in their order. */
  parts: readonly JcalComponent[];
  /** The address in lower case, or what stands there when it is none of a mailbox; null: it is no scheduling object. */
  organizer: string | null;
  hasAttendees: boolean;
  /** When it is depends on where one looks: it has days or floating times. */
  isFloating: boolean;
  /** Its times, read for a place once and kept for it. */
  seriesIn: (floating: Clock) => ObjectSeries;
}

export interface ObjectLimits {
  /** Of the text, in characters. */
  characters: number;
  /** Overrides and single dates. */
  instances: number;
  /** Of each component. */
  attendees: number;
}

export const OBJECT_LIMITS: ObjectLimits = { characters: 10_000_000, instances: 5_000, attendees: 1_000 };

export interface ReadObjectOptions {
  /** Where days and floating times are looked at while it is checked; UTC by default. */
  floating?: Clock;
  limits?: ObjectLimits;
  /** It is a scheduling message, which has a METHOD, and without a DTSTART says something of no time (RFC 5546 §3.2). */
  isMessage?: boolean;
}

/** An index of PostgreSQL holds no more than 2,700 octets. */
const LONGEST_UID = 500;

/**
 * Reads a calendar object, as strictly as RFC 4791 §4.1 and §5.3.2.1 ask: what it says has to be understood for sure. What cannot
 * change that is let pass, since clients send it: any line end, no PRODID, VERSION or DTSTAMP, times and rules in other notations,
 * a TZID that is a known name without its VTIMEZONE, several overrides of one instance, an end before the start. In proportion to the
 * text.
 */
export function readObject(
  text: string,
  { floating = UTC_CLOCK, limits = OBJECT_LIMITS, isMessage = false }: ReadObjectOptions = {},
): CalendarObject | { problem: ObjectProblem } {
  const calendar = parseObject(text, limits);
  if (typeof calendar === 'string') return { problem: objectProblem(calendar) };
  const method = textOf(calendar, 'method').trim().toUpperCase();
  const parts = calendar[2].filter(([name]) => name !== 'vtimezone' && !name.startsWith('x-'));
  const known = shapeOf(calendar, parts, limits);
  if ('problem' in known) return known;
  if (method !== '' && !isMessage) return { problem: objectProblem('method-present', 'METHOD') };
  const { uid, component } = known;
  const problems: ObjectProblem[] = [];
  const series = objectSeries(calendar, parts, uid, floating, (code, property) => {
    const refused = refusedFor(code, component, isMessage);
    if (refused !== null) problems.push(objectProblem(refused, property));
  });
  const [problem = problemOfSeries(series, parts, component, isMessage)] = problems;
  if (problem) return { problem };
  const people = parts.flatMap(([, properties]) => properties.filter(([name]) => name === 'organizer'));
  const organizer = people[0] ? userOf(people[0]) : null;
  let last = { floating, series };
  return {
    ...{ uid, component, calendar, parts, organizer },
    method: method === '' ? null : method,
    hasAttendees: parts.some((part) => attendeesOf(part) > 0),
    isFloating: [series.master, ...series.overrides].some((event) => event?.start.clock === null),
    seriesIn(place) {
      if (last.floating !== place)
        last = { floating: place, series: objectSeries(calendar, parts, uid, place) };
      return last.series;
    },
  };
}

const attendeesOf = ([, properties]: JcalComponent): number =>
  properties.reduce((count, [name]) => (name === 'attendee' ? count + 1 : count), 0);

function userOf(property: JcalProperty): string | null {
  const value = String(property[3]).trim();
  return addressOf(value) ?? addressOf(parameterOf(property, 'email') ?? '') ?? (value === '' ? null : value);
}

/** What the object is, by its components alone. */
function shapeOf(
  calendar: JcalComponent,
  parts: readonly JcalComponent[],
  limits: ObjectLimits,
): Pick<CalendarObject, 'uid' | 'component'> | { problem: ObjectProblem } {
  const refused = (code: ObjectProblemCode, property: string | null = null) => ({
    problem: objectProblem(code, property),
  });
  const said = (name: string) => textOf(calendar, name).trim().toUpperCase();
  if (!['', '2.0'].includes(said('version'))) return refused('version-unsupported', 'VERSION');
  if (!['', 'GREGORIAN'].includes(said('calscale'))) return refused('calscale-unsupported', 'CALSCALE');
  const [first] = parts;
  if (!first) return refused('no-component');
  const component = COMPONENTS.find((name) => name === first[0].toUpperCase());
  if (!component) return refused('component-unsupported');
  if (parts.some(([name]) => name !== first[0])) return refused('several-components');
  const uids = new Set(parts.map((part) => textOf(part, 'uid').trim()));
  const [uid = ''] = uids;
  if (uids.has('')) return refused('uid-missing', 'UID');
  if (uids.size > 1) return refused('several-uids', 'UID');
  if (uid.length > LONGEST_UID) return refused('uid-too-long', 'UID');
  const isOverride = ([, properties]: JcalComponent) => properties.some(([name]) => name === 'recurrence-id');
  if (parts.filter((part) => !isOverride(part)).length > 1) return refused('several-masters');
  const dates = first[1].reduce(
    (count, [name, , , ...all]) => count + (name === 'rdate' ? all.length : 0),
    0,
  );
  if (parts.length + dates > limits.instances) return refused('too-many-instances');
  if (parts.some((part) => attendeesOf(part) > limits.attendees))
    return refused('too-many-attendees', 'ATTENDEE');
  return { uid, component };
}

/** What is wrong with a component's times is let pass where it is clear what is meant. */
function refusedFor(
  code: EventProblem,
  component: ObjectComponent,
  isMessage: boolean,
): ObjectProblemCode | null {
  switch (code) {
    case 'start-missing':
      return component === 'VEVENT' && !isMessage ? code : null;
    case 'end-unreadable':
    case 'date-unreadable':
      return 'time-unreadable';
    case 'end-before-start':
    case 'timezone-differs':
    case 'rule-mended':
      return null;
    default:
      return code;
  }
}

/** Some programs think that the year 1604 or 1601 is none; before the year 1, no store has a name for it. */
const FIRST_WALL = wallMs(1, 1, 2);

function problemOfSeries(
  { master, overrides, isCut }: ObjectSeries,
  parts: readonly JcalComponent[],
  component: ObjectComponent,
  isMessage: boolean,
): ObjectProblem | undefined {
  const events = master ? [master, ...overrides] : overrides;
  if (events.some(({ start }) => start.wall < FIRST_WALL))
    return objectProblem('before-first-date', 'DTSTART');
  if (isCut) return objectProblem('rule-too-costly', 'RRULE');
  if (component === 'VEVENT' && !isMessage && events.length === 0)
    return objectProblem('start-missing', 'DTSTART');
  if (master === null) {
    // A rule without a start to count from (RFC 5545 §3.8.2.4).
    const isRuled = parts.some(([, properties]) => properties.some(([name]) => name === 'rrule'));
    return isRuled && overrides.length === 0 && !isMessage
      ? objectProblem('start-missing', 'DTSTART')
      : undefined;
  }
  return neverMatches(master) ? objectProblem('rule-never-matches', 'RRULE') : undefined;
}

function neverMatches({ start, recurrence }: FeedEvent): boolean {
  const work = workOfObject();
  return recurrence.rules.some((rule) => namesNothing(rule, start, work));
}
