/**
 * What is the same in two writings of a TZID: as the TEXT of a VTIMEZONE it has escapes, as a parameter quotes (RFC 5545
 * §3.8.3.1, §3.2); programs differ in case, blanks and a leading slash, too.
 */
export const tzidKey = (tzid: string): string =>
  tzid
    .replace(/\\([\\;,])/g, '$1')
    .replace(/^[\s"'/]+|["'\s]+$/g, '')
    .replace(/\s+/g, ' ')
    .toLowerCase();
