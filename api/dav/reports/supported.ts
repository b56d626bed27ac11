import { element, type XmlElement } from '../../../adapters/xml/element.ts';
import { C, D } from '../names.ts';
import type { Resource } from '../resource.ts';

const EVERYWHERE = [
  D('expand-property'),
  D('principal-property-search'),
  D('principal-search-property-set'),
  D('principal-match'),
];
const OF_CALENDARS = [
  C('calendar-query'),
  C('calendar-multiget'),
  C('free-busy-query'),
  D('sync-collection'),
];

/** The reports that a resource takes (DAV:supported-report-set, RFC 3253 §3.1.5). */
export function reportsOf(resource: Resource): string[] {
  const { kind } = resource;
  if (kind === 'principal' || kind === 'home') return [...EVERYWHERE, C('free-busy-query')];
  if (kind !== 'collection') return EVERYWHERE;
  if (resource.collection.kind === 'calendar') return [...EVERYWHERE, ...OF_CALENDARS];
  return [...EVERYWHERE, C('calendar-query'), C('calendar-multiget')];
}

export const supportedReports = (resource: Resource): XmlElement[] =>
  reportsOf(resource).map((name) => element(D('supported-report'), [element(D('report'), [element(name)])]));
