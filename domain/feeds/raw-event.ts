import ICAL from 'ical.js';
import type { JcalComponent, JcalProperty } from '../ical/parse-calendars.ts';

/** A day's agenda fits; the picture that somebody put into an event does not, and nobody looks for it here. */
const LONGEST = 32_000;

/** A VEVENT as text, all of its properties in their order, unfolded where it was and folded as RFC 5545 §3.1 says. */
export function rawEvent([name, properties, parts]: JcalComponent): string {
  const written = ICAL.stringify.component([name, properties.map(asItCame), parts], ICAL.design.icalendar);
  const text = written.replace(/^(RRULE|EXRULE);VALUE=UNKNOWN:/gm, '$1:');
  return text.length <= LONGEST ? text : text.slice(0, LONGEST);
}

/** Rules were read as TEXT, so that one that ical.js does not know loses no other event. */
const asItCame = (property: JcalProperty): JcalProperty =>
  property[0] === 'rrule' || property[0] === 'exrule'
    ? [property[0], property[1], 'unknown', ...property.slice(3)]
    : property;
