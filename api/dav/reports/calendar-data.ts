import { childOf, childrenOf, type XmlElement } from '../../../adapters/xml/element.ts';
import { calendarData } from '../../../domain/calendar-query/calendar-data.ts';
import type { CalendarDataRequest, CompRequest } from '../../../domain/calendar-query/data-request.ts';
import { readObject } from '../../../domain/ical/calendar-object.ts';
import { openZone, UTC_CLOCK, type Clock } from '../../../domain/time/zone.ts';
import { conditionFailed } from '../dav-error.ts';
import { C, D } from '../names.ts';
import type { PropertyValue } from '../properties/property.ts';
import type { Resource } from '../resource.ts';
import { closedRange } from './time-range.ts';

/** What of each object's text is wanted. */
export type DataWanted =
  /** None of it. */
  | null
  /** As it is stored. */
  | { kind: 'whole' }
  | { kind: 'part'; request: CalendarDataRequest };

const DEEPEST = 5;

/** Reads CALDAV:calendar-data of a report (RFC 4791 §9.6). @throws DavError supported-calendar-data, 400 */
export function dataWantedIn(body: XmlElement): DataWanted {
  const prop = childOf(body, D('prop'));
  const data = prop && childOf(prop, C('calendar-data'));
  if (!data) return null;
  const { 'content-type': type = 'text/calendar', version = '2.0' } = data.attributes;
  if (type !== 'text/calendar' || version !== '2.0') throw conditionFailed(C('supported-calendar-data'));
  const comp = childOf(data, C('comp'));
  const range = (name: string) => {
    const found = childOf(data, C(name));
    return found && closedRange(found);
  };
  const [expand, limitRecurrenceSet, limitFreebusySet] = [
    'expand',
    'limit-recurrence-set',
    'limit-freebusy-set',
  ].map(range);
  if (!comp && !expand && !limitRecurrenceSet && !limitFreebusySet) return { kind: 'whole' };
  return {
    kind: 'part',
    request: {
      comp: comp ? compIn(comp, 1) : null,
      ...(expand ? { expand } : {}),
      ...(limitRecurrenceSet ? { limitRecurrenceSet } : {}),
      ...(limitFreebusySet ? { limitFreebusySet } : {}),
    },
  };
}

function compIn(comp: XmlElement, depth: number): CompRequest {
  const name = (comp.attributes.name ?? '').toUpperCase();
  if (name === '' || depth > DEEPEST) throw conditionFailed(C('supported-calendar-data'));
  const props = childrenOf(comp, C('prop')).map(({ attributes }) => ({
    name: attributes.name ?? '',
    noValue: attributes.novalue === 'yes',
  }));
  const comps = childrenOf(comp, C('comp')).map((each) => compIn(each, depth + 1));
  return {
    name,
    props: childOf(comp, C('allprop')) ? 'all' : props,
    comps: childOf(comp, C('allcomp')) ? 'all' : comps,
  };
}

/**
 * The text of an object, beside its properties.
 *
 * @param floating where the report looks at floating times; absent: where the calendar does
 */
export function calendarDataOf(
  resource: Resource,
  wanted: DataWanted,
  floating?: Clock,
): Record<string, PropertyValue> {
  if (wanted === null) return {};
  const text = textOf(resource);
  if (text === null) return {};
  if (wanted.kind === 'whole') return { [C('calendar-data')]: [text] };
  const clock = floating ?? zoneOf(resource);
  const object = readObject(text, { floating: clock, isMessage: true });
  const data = 'problem' in object ? text : calendarData(object, wanted.request, { floating: clock });
  if (data === null) throw conditionFailed(C('max-instances'));
  return { [C('calendar-data')]: [data] };
}

function textOf(resource: Resource): string | null {
  if (resource.kind === 'message') return resource.message.raw;
  return resource.kind === 'object' && 'raw' in resource.object ? resource.object.raw : null;
}

const zoneOf = (resource: Resource): Clock =>
  (resource.kind === 'object' ? openZone(resource.at.collection.timezone) : null) ?? UTC_CLOCK;
