import { withoutEdges } from './text.ts';

/**
 * What is the same in two writings of a TZID: as the TEXT of a VTIMEZONE it has escapes, as a parameter quotes (RFC 5545
 * §3.8.3.1, §3.2); programs differ in case, blanks and a leading slash, too.
 */
export const tzidKey = (tzid: string): string =>
  withoutEdges(tzid.replace(/\\([\\;,])/g, '$1'), /[\s"'/]/, /[\s"']/)
    .replace(/\s+/g, ' ')
    .toLowerCase();
