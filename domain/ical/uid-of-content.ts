import type { JcalComponent } from './parse-calendars.ts';

/** What an event is, for people; a description or a stamp may be another in each export. */
const TELLING = new Set([
  'dtstart',
  'dtend',
  'duration',
  'rrule',
  'recurrence-id',
  'summary',
  'location',
  'url',
]);

/** A UID for an event that has none: the same as long as its time, title and place are. In proportion to the event. */
export function uidOfContent([, properties]: JcalComponent): string {
  const content = JSON.stringify(properties.filter(([name]) => TELLING.has(name)));
  return `content-${hash(content, 0)}${hash(content, 0x9e3779b9)}`;
}

/** 53 bits that differ for texts that do (cyrb53, public domain); `domain/` has no SHA-256, and nothing here is secret. */
function hash(text: string, seed: number): string {
  let [one, two] = [0xdeadbeef ^ seed, 0x41c6ce57 ^ seed];
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    one = Math.imul(one ^ code, 2654435761);
    two = Math.imul(two ^ code, 1597334677);
  }
  one = Math.imul(one ^ (one >>> 16), 2246822507) ^ Math.imul(two ^ (two >>> 13), 3266489909);
  two = Math.imul(two ^ (two >>> 16), 2246822507) ^ Math.imul(one ^ (one >>> 13), 3266489909);
  return (4294967296 * (2097151 & two) + (one >>> 0)).toString(16).padStart(14, '0');
}
