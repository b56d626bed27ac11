import type { FeedEvent } from '../ical/feed-event.ts';
import { parameterOf, timeOf } from '../ical/jcal.ts';
import type { ObjectSeries } from '../ical/object-series.ts';
import type { JcalComponent, JcalProperty } from '../ical/parse-calendars.ts';
import { eventTime, type FeedZones } from '../ical/feed-zones.ts';
import { writeComponent, writeProperty } from '../ical/write-jcal.ts';
import { isoTime, writtenTime } from '../ical/written-time.ts';
import { instantOfTime } from '../recurrence/event-time.ts';
import { instancesBetween } from '../recurrence/instances.ts';
import type { Instance } from '../recurrence/set.ts';
import type { Instant, TimeRange } from '../time/instant.ts';
import { UTC_CLOCK, wallAt } from '../time/zone.ts';
import { subsetOf, type CompRequest } from './data-request.ts';
import { todoTest } from './part-range.ts';

export interface ExpandLimits {
  instances: number;
  /** Of the answer, in characters: an event with a long text may recur often. */
  characters: number;
}

/**
 * The instances of an object's series within a range as text, each a component of its own (RFC 4791 §9.6.5): times with a zone are in
 * UTC, days stay days and floating times floating, there are no rules, and each of a series has its RECURRENCE-ID, also the first
 * (which clients look for, though the RFC leaves it out there). What an override says stands for its instance. A component is
 * written once, and for each instance only its times.
 *
 * @param request what is wanted of each; null: all
 * @returns null: they are more than the limits allow
 */
export function expanded(
  series: ObjectSeries,
  range: TimeRange,
  request: CompRequest | null,
  { instances: limit, characters }: ExpandLimits,
): string | null {
  const { master, set, zones } = series;
  const isTodo = (master ?? series.overrides[0])?.component[0] === 'vtodo';
  // What ends or is due at the very start of the range counts of a to-do.
  const slack = isTodo ? 1 : 0;
  const found = instancesBetween(set, range.startMs - slack, range.endMs + slack, { limit });
  if (!found.complete) return null;
  const writers = new Map<FeedEvent, (instance: Instance) => string>();
  const texts: string[] = [];
  let left = characters;
  for (const instance of found.instances) {
    const event = instance.override ?? master;
    if (!event) continue;
    if (isTodo && !todoTest(event.component, range)(instance)) continue;
    let write = writers.get(event);
    if (!write) writers.set(event, (write = writerOf(event, series, zones, request)));
    const text = write(instance);
    if ((left -= text.length) < 0) return null;
    texts.push(text);
  }
  return texts.join('');
}

const RECURS: ReadonlySet<string> = new Set(['rrule', 'exrule', 'rdate', 'exdate', 'recurrence-id']);

function writerOf(
  event: FeedEvent,
  { set, master }: ObjectSeries,
  zones: FeedZones,
  request: CompRequest | null,
): (instance: Instance) => string {
  const { component, start } = event;
  const isInSeries = set.recurs || event.recurrenceId !== null;
  const idIsDay = master ? master.start.allDay : (event.recurrenceId?.allDay ?? false);
  const [name, properties, components] = subsetOf(component, request);
  const times = properties.filter((property) => isTime(property[0]));
  const rest: JcalComponent = [
    name,
    properties
      .filter((property) => !isTime(property[0]) && !RECURS.has(property[0]))
      .flatMap((each) => inUtc(each, zones)),
    components.map((each) => allInUtc(each, zones)),
  ];
  const upper = name.toUpperCase();
  // What is the same in all of them, without BEGIN and END.
  const text = writeComponent(rest).slice(`BEGIN:${upper}\r\n`.length);
  const time = (property: string, at: Instant, allDay: boolean, isFloating: boolean) => {
    const digits = writtenTime(wallAt(allDay || isFloating ? zones.floating : UTC_CLOCK, at));
    return allDay
      ? `${property};VALUE=DATE:${digits.slice(0, 8)}`
      : `${property}:${digits}${isFloating ? '' : 'Z'}`;
  };
  const isFloating = start.clock === null;
  return ({ startMs, endMs, recurrenceId }) =>
    [
      `BEGIN:${upper}`,
      ...times.map((property) => {
        const [of] = property;
        const at = of === 'dtstart' || !hasStart(component) ? startMs : endMs;
        if (of !== 'duration') return time(of.toUpperCase(), at, start.allDay, isFloating);
        const isExact = event.duration.days === 0 && endMs - startMs === event.duration.ms;
        if (isExact) return writeProperty(property);
        return time(name === 'vtodo' ? 'DUE' : 'DTEND', endMs, start.allDay, isFloating);
      }),
      ...(isInSeries ? [time('RECURRENCE-ID', recurrenceId, idIsDay, isFloating && !idIsDay)] : []),
      text,
    ].join('\r\n');
}

const isTime = (name: string): boolean =>
  name === 'dtstart' || name === 'dtend' || name === 'due' || name === 'duration';

const hasStart = ([, properties]: JcalComponent): boolean => properties.some(([name]) => name === 'dtstart');

const allInUtc = ([name, properties, components]: JcalComponent, zones: FeedZones): JcalComponent => [
  name,
  properties.flatMap((property) => inUtc(property, zones)),
  components.map((each) => allInUtc(each, zones)),
];

/** A property without a reference to a zone; none, where it has one that nobody knows. */
function inUtc(property: JcalProperty, zones: FeedZones): JcalProperty[] {
  if (parameterOf(property, 'tzid') === null) return [property];
  const [name, { tzid: _tzid, ...parameters }, type, ...values] = property;
  const instants = values.map((value) => {
    const time = timeOf(value) && eventTime(property, value, zones);
    return time === null || typeof time === 'string' ? null : instantOfTime(time, zones.floating);
  });
  if (!instants.every((at) => at !== null)) return [];
  return [[name, parameters, type, ...instants.map((at) => `${isoTime(at)}Z`)]];
}
