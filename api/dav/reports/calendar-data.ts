import { childOf, type XmlElement } from '../../../adapters/xml/element.ts';
import { C, D } from '../names.ts';
import type { PropertyValue } from '../properties/property.ts';
import type { DavRequest } from '../request.ts';
import type { Resource } from '../resource.ts';

/** What of each object's text is wanted; null: nothing. */
export type DataWanted = Record<string, never> | null;

/** Reads CALDAV:calendar-data of a report (RFC 4791 §9.6). */
export function dataWantedIn(body: XmlElement): DataWanted {
  const prop = childOf(body, D('prop'));
  return prop && childOf(prop, C('calendar-data')) ? {} : null;
}

/** The text of an object, beside its properties. */
export function calendarDataOf(
  resource: Resource,
  wanted: DataWanted,
  _request: DavRequest,
): Record<string, PropertyValue> {
  if (wanted === null) return {};
  if (resource.kind === 'object' && 'raw' in resource.object)
    return { [C('calendar-data')]: [resource.object.raw] };
  return resource.kind === 'message' ? { [C('calendar-data')]: [resource.message.raw] } : {};
}
