import type { CalendarObject } from '../ical/calendar-object.ts';
import { parameterOf, timeOf } from '../ical/jcal.ts';
import type { ObjectSeries } from '../ical/object-series.ts';
import type { JcalComponent, JcalProperty } from '../ical/parse-calendars.ts';
import type { TimeRange } from '../time/instant.ts';
import type { Clock } from '../time/zone.ts';
import { eventTime } from '../ical/feed-zones.ts';
import { endOf, instantOfTime } from '../recurrence/event-time.ts';
import { alarmMatches } from './alarm-range.ts';
import type { CompFilter, ParamFilter, PropFilter } from './filter.ts';
import { eventOf, partMatches } from './part-range.ts';
import { textMatches, textsOf } from './text-match.ts';

export interface MatchOptions {
  /** Where days and floating times are looked at: the zone that the query names, or that of the calendar (RFC 4791 §7.3). */
  floating: Clock;
}

/**
 * Whether an object is one that a calendar-query asks for (RFC 4791 §7.8, §9.7): all filters have to hold. Each is about VCALENDAR;
 * where one is about a component in it, as some clients write, it is taken as if it were within. With a time range a component counts
 * for the instances that are as it says: an override for its own, and the series for all that nothing overrides.
 *
 * @param filters none: every object is asked for
 */
export function matches(
  object: CalendarObject,
  filters: readonly CompFilter[],
  { floating }: MatchOptions,
): boolean {
  const { calendar } = object;
  const asked: Asked = { object, series: object.seriesIn(floating), floating };
  return filters.every((filter) =>
    filter.name === 'VCALENDAR'
      ? filter.isNotDefined !== true && holdsOf(calendar, null, filter, asked)
      : holdsWithin(calendar, filter, asked),
  );
}

interface Asked {
  object: CalendarObject;
  series: ObjectSeries;
  floating: Clock;
}

/** @param parent the component that it is in; null of the calendar itself */
function holdsOf(
  component: JcalComponent,
  parent: JcalComponent | null,
  { timeRange, props = [], comps = [] }: CompFilter,
  asked: Asked,
): boolean {
  return (
    props.every((filter) => propertyHolds(component, filter, asked)) &&
    comps.every((filter) => holdsWithin(component, filter, asked)) &&
    (timeRange === undefined || isInRange(component, parent, timeRange, asked))
  );
}

function holdsWithin(parent: JcalComponent, filter: CompFilter, asked: Asked): boolean {
  const name = filter.name.toLowerCase();
  const named = parent[2].filter((component) => component[0] === name);
  if (filter.isNotDefined === true) return named.length === 0;
  return named.some((component) => holdsOf(component, parent, filter, asked));
}

function isInRange(
  component: JcalComponent,
  parent: JcalComponent | null,
  range: TimeRange,
  { object, series }: Asked,
): boolean {
  switch (component[0]) {
    case 'vcalendar':
      return object.parts.some((part) => partMatches(part, series, range));
    case 'valarm':
      return parent !== null && alarmMatches(component, parent, series, range);
    default:
      return partMatches(component, series, range);
  }
}

function propertyHolds(component: JcalComponent, filter: PropFilter, asked: Asked): boolean {
  const [, properties] = component;
  const name = filter.name.toLowerCase();
  const named = properties.filter((property) => property[0] === name);
  if (filter.isNotDefined === true) return named.length === 0;
  const { timeRange, textMatch, params = [] } = filter;
  if (named.length === 0 && timeRange !== undefined)
    return (
      textMatch === undefined && params.length === 0 && effectiveEndIsIn(component, name, timeRange, asked)
    );
  return named.some(
    (property) =>
      (timeRange === undefined || valueIsIn(property, timeRange, asked)) &&
      (textMatch === undefined || textMatches(textsOf(property), textMatch)) &&
      params.every((param) => parameterHolds(property, param)),
  );
}

/** RFC 4791 §9.9 has it for COMPLETED, CREATED, DTEND, DTSTAMP, DTSTART, DUE and LAST-MODIFIED; others that have times are alike. */
function valueIsIn(
  property: JcalProperty,
  { startMs, endMs }: TimeRange,
  { series, floating }: Asked,
): boolean {
  const [, , , ...values] = property;
  return values.some((value) => {
    if (timeOf(value) === null) return false;
    const time = eventTime(property, value, series.zones);
    if (typeof time === 'string') return false;
    const at = instantOfTime(time, floating);
    return startMs <= at && at < endMs;
  });
}

/** Where DURATION stands for it, that is DTEND or DUE (§9.9). */
function effectiveEndIsIn(
  component: JcalComponent,
  name: string,
  { startMs, endMs }: TimeRange,
  { series, floating }: Asked,
): boolean {
  const isEnd = name === (component[0] === 'vtodo' ? 'due' : 'dtend');
  if (!isEnd || !component[1].some((property) => property[0] === 'duration')) return false;
  const event = eventOf(component, series);
  if (event === null) return false;
  const { start, duration } = event;
  const at = endOf(start.wall, instantOfTime(start, floating), duration, start.clock ?? floating);
  return startMs <= at && at < endMs;
}

function parameterHolds(property: JcalProperty, { name, isNotDefined, textMatch }: ParamFilter): boolean {
  const key = name.toLowerCase();
  const isThere = parameterOf(property, key) !== null;
  if (isNotDefined === true) return !isThere;
  const value = property[1][key];
  const texts = value === undefined ? [] : Array.isArray(value) ? value : [value];
  return isThere && (textMatch === undefined || textMatches(texts, textMatch));
}
