import ICAL from 'ical.js';
import { refold } from './fold.ts';
import type { JcalComponent, JcalProperty } from './parse-calendars.ts';

/**
 * A component as iCalendar text: CRLF, folded at 75 octets. Rules that were read as texts (`prepare` makes them that) are rules again.
 * In proportion to the component.
 */
export const writeComponent = (component: JcalComponent): string => refold(linesOf(component).join('\r\n'));

function linesOf([name, properties, components]: JcalComponent): string[] {
  const upper = name.toUpperCase();
  return [
    `BEGIN:${upper}`,
    ...properties.map(writeProperty),
    ...components.flatMap((component) => linesOf(component)),
    `END:${upper}`,
  ];
}

/** A property as a content line, not folded. */
export function writeProperty(property: JcalProperty): string {
  const [name, , type, value] = property;
  if (property.length > 3 && (name === 'rrule' || name === 'exrule') && type === 'text')
    // A TEXT may have line ends in it, and a rule may not.
    return `${name.toUpperCase()}:${String(value).replace(/[\r\n]/g, ' ')}`;
  return ICAL.stringify.property(property, ICAL.design.icalendar, true);
}
