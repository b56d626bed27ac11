import { namesIn } from '../../adapters/xml/element.ts';
import type { XmlPrefixes } from '../../adapters/xml/write.ts';

export const DAV = 'DAV:';
/** RFC 4791 and RFC 6638. */
export const CALDAV = 'urn:ietf:params:xml:ns:caldav';
/** What Apple's calendar server added, and all clients use. */
export const CALENDAR_SERVER = 'http://calendarserver.org/ns/';
const APPLE_ICAL = 'http://apple.com/ns/ical/';

export const D = namesIn(DAV);
export const C = namesIn(CALDAV);
export const CS = namesIn(CALENDAR_SERVER);
export const ICAL = namesIn(APPLE_ICAL);

export const PREFIXES: XmlPrefixes = {
  [DAV]: 'D',
  [CALDAV]: 'C',
  [CALENDAR_SERVER]: 'CS',
  [APPLE_ICAL]: 'I',
};
