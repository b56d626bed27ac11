import { DAY_MS } from '../time/calendar-days.ts';
import { instantOfTime, type EventDuration, type EventTime } from '../recurrence/event-time.ts';
import { mendedRule } from './mend-rule.ts';
import { parseRule, type RuleProblem } from '../recurrence/parse-rule.ts';
import type { RecurrenceRule } from '../recurrence/rule.ts';
import type { MasterInput } from '../recurrence/set.ts';
import { eventTime, type FeedZones } from './feed-zones.ts';
import { durationOf, parameterOf, textOf, timeOf } from './jcal.ts';
import type { JcalComponent, JcalProperty } from './parse-calendars.ts';
import type { TimeProblem } from './read-time.ts';

/** What is wrong with an event. Of those with a time that is not understood, no instance is given. */
export type EventProblem =
  | TimeProblem
  | RuleProblem
  | 'start-missing'
  /** It takes no time then. */
  | 'end-before-start'
  /** It breaks the grammar, can mean only one thing, and is followed. */
  | 'rule-mended'
  /** The first ones are followed. Every rule is looked at in every stretch between overrides, which multiplies. */
  | 'too-many-rules'
  /** One of its EXDATEs or RDATEs is left out. */
  | 'date-unreadable';

/** RFC 5545 §3.8.5.3: more than one RRULE should not be. */
const MOST_RULES = 50;
/** A longer rule is not looked through for what it may mean. */
const LONGEST_MENDED = 2_000;

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
  report: (problem: EventProblem, property: string) => void,
): FeedEvent | null {
  const properties = component[1];
  const first = (name: string) =>
    properties.find((property) => property[0] === name && !isEmpty(property[3]));
  const required = <T extends object>(read: T | EventProblem, property: string): T | null => {
    if (typeof read !== 'string') return read;
    report(read, property);
    return null;
  };
  const startProperty = first('dtstart');
  const start = required(
    startProperty ? eventTime(startProperty, startProperty[3], zones) : 'start-missing',
    'DTSTART',
  );
  const duration = start && required(readDuration(first, start, zones), 'DTEND');
  const idProperty = first('recurrence-id');
  const recurrenceId = idProperty
    ? required(eventTime(idProperty, idProperty[3], zones), 'RECURRENCE-ID')
    : null;
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

/** Without DTEND and DURATION a day lasts a day, and anything else no time at all (RFC 5545 §3.6.1). */
function readDuration(first: First, start: EventTime, zones: FeedZones): EventDuration | TimeProblem {
  const endProperty = first('dtend');
  if (endProperty) {
    const end = eventTime(endProperty, endProperty[3], zones);
    if (typeof end === 'string') return end;
    if (start.allDay && end.allDay) return { days: (end.wall - start.wall) / DAY_MS || 1, ms: 0 };
    // An end without a zone is in that of the start.
    const clock = start.clock ?? zones.floating;
    return { days: 0, ms: instantOfTime(end, clock) - instantOfTime(start, clock) };
  }
  const durationProperty = first('duration');
  if (durationProperty) {
    const read = durationOf(durationProperty[3]);
    if (read === null) return 'time-unreadable';
    return read.days === 0 && read.ms === 0 ? shortest(start) : read;
  }
  return shortest(start);
}

/** DTSTAMP or LAST-MODIFIED, whichever is later, in milliseconds since 1970; null without either. */
export function changedAt({ component }: FeedEvent): number | null {
  const stamps = component[1].flatMap(([name, , , value]) =>
    name === 'dtstamp' || name === 'last-modified' ? (timeOf(value)?.wall ?? []) : [],
  );
  return stamps.length === 0 ? null : Math.max(...stamps);
}

/** Null when a rule cannot be followed: the others would give instances that are not. */
function readRecurrence(
  properties: readonly JcalProperty[],
  zones: FeedZones,
  report: (problem: EventProblem, property: string) => void,
): FeedEvent['recurrence'] | null {
  const rules: RecurrenceRule[] = [];
  const exRules: RecurrenceRule[] = [];
  const dates: { start: EventTime; duration: EventDuration | null }[] = [];
  const exDates: EventTime[] = [];
  let followed = true;
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
        followed = false;
      }
    } else if (name === 'exdate' || name === 'rdate') {
      for (const value of values) {
        if (isEmpty(value)) continue;
        const date = readDate(property, value, zones);
        if (typeof date === 'string') report(date, name.toUpperCase());
        else if (name === 'rdate') dates.push(date);
        else exDates.push(date.start);
      }
    }
  }
  if (tooMany !== null) report('too-many-rules', tooMany.toUpperCase());
  return followed ? { rules, exRules, dates, exDates } : null;
}

function readRule(text: string, onMended: () => void): RecurrenceRule | RuleProblem {
  const read = parseRule(text);
  if (typeof read !== 'string' || text.length > LONGEST_MENDED) return read;
  const mended = mendedRule(text);
  const rule = mended === text ? read : parseRule(mended);
  if (typeof rule === 'string') return read;
  onMended();
  return rule;
}

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
