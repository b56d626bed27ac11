import { DAY_MS } from '../time/calendar-days.ts';
import { instantOfTime, type EventDuration, type EventTime } from '../recurrence/event-time.ts';
import { parseRule, type RuleProblem } from '../recurrence/parse-rule.ts';
import { readRule } from './read-rule.ts';
import type { RecurrenceRule } from '../recurrence/rule.ts';
import type { MasterInput } from '../recurrence/set.ts';
import { eventTime, type FeedZones } from './feed-zones.ts';
import { durationOf, parameterOf, textOf, timeOf } from './jcal.ts';
import type { JcalComponent, JcalProperty } from './parse-calendars.ts';
import type { TimeProblem } from './read-time.ts';

/** What is wrong with an event. Of those with a start that is not understood, no instance is given. */
export type EventProblem =
  | TimeProblem
  /** Of a rule that is not followed: the first instance and single dates are given. */
  | RuleProblem
  | 'start-missing'
  /** It takes no time then. */
  | 'end-before-start'
  /** Its DTEND or DURATION is none; it takes no time then. */
  | 'end-unreadable'
  /** The file's own definition of the zone of its DTSTART, and the zone of that name, which counts, are two. */
  | 'timezone-differs'
  /** It breaks the grammar, can mean only one thing, and is followed. */
  | 'rule-mended'
  /** The first ones are followed. Every rule is looked at in every stretch between overrides, which multiplies. */
  | 'too-many-rules'
  /** One of its EXDATEs or RDATEs is left out. */
  | 'date-unreadable';

/**
 * Is told of what is wrong with an event.
 *
 * @param zone the name that its times have, where that is what is not known
 */
type Report = (problem: EventProblem, property: string, zone?: string | null) => void;

/** RFC 5545 §3.8.5.3: more than one RRULE should not be. */
const MOST_RULES = 50;
/** Stands for one that cannot be followed: of the instances that it has, the first is known. */
const FIRST_ALONE = parseRule('FREQ=DAILY;COUNT=1') as RecurrenceRule;

/** A VEVENT with what the time core needs; the rest is in `component`, understood or not. */
export interface FeedEvent {
  uid: string;
  /** 0 unless given. */
  sequence: number;
  /** In upper case; empty when there is none. */
  status: string;
  summary: string;
  start: EventTime;
  duration: EventDuration;
  /** Null: it is no override. */
  recurrenceId: EventTime | null;
  thisAndFuture: boolean;
  recurrence: Pick<MasterInput, 'rules' | 'exRules' | 'dates' | 'exDates'>;
  /** The VEVENT as jCal (RFC 7265), with all its properties. */
  component: JcalComponent;
}

/**
 * Reads a VEVENT.
 *
 * @param report is told of what is wrong; the event is given all the same when its time is known for sure
 * @returns null when it is not
 */
export function readFeedEvent(
  component: JcalComponent,
  uid: string,
  zones: FeedZones,
  report: Report,
): FeedEvent | null {
  const properties = component[1];
  const first = (name: string) =>
    properties.find((property) => property[0] === name && !isEmpty(property[3]));
  const timeIn = (property: JcalProperty): EventTime | null => {
    const time = eventTime(property, property[3], zones);
    if (typeof time !== 'string') return time;
    report(time, property[0].toUpperCase(), unknownZone(time, property));
    return null;
  };
  const startProperty = first('dtstart');
  if (!startProperty) report('start-missing', 'DTSTART');
  const start = startProperty ? timeIn(startProperty) : null;
  const duration = start && readDuration(first, start, zones, (name) => report('end-unreadable', name));
  const tzid = startProperty && start?.clock ? parameterOf(startProperty, 'tzid') : null;
  if (start && tzid !== null && zones.differs(tzid, start.wall)) report('timezone-differs', 'DTSTART');
  const idProperty = first('recurrence-id');
  const recurrenceId = idProperty ? timeIn(idProperty) : null;
  const recurrence = readRecurrence(properties, zones, report);
  if (!start || !duration || !recurrence || (idProperty && !recurrenceId)) return null;
  const backwards = duration.ms + duration.days * DAY_MS < 0;
  if (backwards) report('end-before-start', first('dtend') ? 'DTEND' : 'DURATION');
  const sequence = Number.parseInt(textOf(component, 'sequence'), 10);
  return {
    uid,
    sequence: sequence > 0 ? sequence : 0,
    status: textOf(component, 'status').trim().toUpperCase(),
    summary: textOf(component, 'summary'),
    start,
    duration: backwards ? shortest(start) : duration,
    recurrenceId,
    thisAndFuture: idProperty ? /^THISANDFUTURE$/i.test(parameterOf(idProperty, 'range') ?? '') : false,
    recurrence,
    component,
  };
}

type First = (name: string) => JcalProperty | undefined;

/** What ical.js makes of a time without any digit is its punctuation. */
const isEmpty = (value: unknown): boolean => typeof value === 'string' && /^[-T:]*$/.test(value);

/** A day that ends where it starts, or before, is one day; a time is a moment. */
const shortest = ({ allDay }: EventTime): EventDuration => ({ days: allDay ? 1 : 0, ms: 0 });

/**
 * Without DTEND and DURATION a day lasts a day, and anything else no time at all (RFC 5545 §3.6.1); so it does where the one
 * cannot be read and the other does not say it.
 */
function readDuration(
  first: First,
  start: EventTime,
  zones: FeedZones,
  unreadable: (property: string) => void,
): EventDuration {
  const [endProperty, durationProperty] = [first('dtend'), first('duration')];
  if (endProperty) {
    const end = eventTime(endProperty, endProperty[3], zones);
    if (typeof end !== 'string') return upTo(end, start, zones);
    unreadable('DTEND');
  }
  if (durationProperty) {
    const read = durationOf(durationProperty[3]);
    if (read !== null) return read.days === 0 && read.ms === 0 ? shortest(start) : read;
    if (!endProperty) unreadable('DURATION');
  }
  return shortest(start);
}

function upTo(end: EventTime, start: EventTime, zones: FeedZones): EventDuration {
  if (start.allDay && end.allDay) return { days: (end.wall - start.wall) / DAY_MS || 1, ms: 0 };
  // An end without a zone is in that of the start.
  const clock = start.clock ?? zones.floating;
  return { days: 0, ms: instantOfTime(end, clock) - instantOfTime(start, clock) };
}

/** DTSTAMP or LAST-MODIFIED, whichever is later, in milliseconds since 1970; null without either. */
export function changedAt({ component }: FeedEvent): number | null {
  const stamps = component[1].flatMap(([name, , , value]) =>
    name === 'dtstamp' || name === 'last-modified' ? (timeOf(value)?.wall ?? []) : [],
  );
  return stamps.length === 0 ? null : Math.max(...stamps);
}

/**
 * Where a rule cannot be followed, the others are, and its first instance is DTSTART. Null where that is a rule of what is
 * left out: no instance is known to be there then.
 */
function readRecurrence(
  properties: readonly JcalProperty[],
  zones: FeedZones,
  report: Report,
): FeedEvent['recurrence'] | null {
  const rules: RecurrenceRule[] = [];
  const exRules: RecurrenceRule[] = [];
  const dates: { start: EventTime; duration: EventDuration | null }[] = [];
  const exDates: EventTime[] = [];
  let knowsLeftOut = true;
  let tooMany: string | null = null;
  for (const property of properties) {
    const [name, , , ...values] = property;
    if (name === 'rrule' || name === 'exrule') {
      if (String(values[0]).trim() === '') continue;
      if (rules.length + exRules.length >= MOST_RULES) {
        tooMany ??= name;
        continue;
      }
      const rule = readRule(String(values[0]), () => report('rule-mended', name.toUpperCase()));
      if (typeof rule !== 'string') (name === 'rrule' ? rules : exRules).push(rule);
      else {
        report(rule, name.toUpperCase());
        if (name === 'rrule') rules.push(FIRST_ALONE);
        else knowsLeftOut = false;
      }
    } else if (name === 'exdate' || name === 'rdate') {
      for (const value of values) {
        if (isEmpty(value)) continue;
        const date = readDate(property, value, zones);
        if (typeof date === 'string') report(date, name.toUpperCase(), unknownZone(date, property));
        else if (name === 'rdate') dates.push(date);
        else exDates.push(date.start);
      }
    }
  }
  if (tooMany !== null) report('too-many-rules', tooMany.toUpperCase());
  return knowsLeftOut ? { rules, exRules, dates, exDates } : null;
}

const unknownZone = (problem: EventProblem, property: JcalProperty): string | null =>
  problem === 'zone-unknown' ? parameterOf(property, 'tzid') : null;

/** A DATE, a DATE-TIME or a PERIOD, with its end or its duration (RFC 5545 §3.3.9). */
function readDate(property: JcalProperty, value: unknown, zones: FeedZones) {
  const [from, to] = Array.isArray(value) ? (value as unknown[]) : [value, undefined];
  const start = eventTime(property, from, zones);
  if (typeof start === 'string') return start === 'zone-unknown' ? start : ('date-unreadable' as const);
  if (to === undefined) return { start, duration: null };
  const end = eventTime(property, to, zones);
  const duration =
    typeof end === 'string'
      ? durationOf(to)
      : {
          days: 0,
          ms: instantOfTime(end, start.clock ?? zones.floating) - instantOfTime(start, zones.floating),
        };
  return duration && duration.ms + duration.days >= 0 ? { start, duration } : ('date-unreadable' as const);
}
