import { childOf, textIn, type XmlElement, type XmlName } from '../../../adapters/xml/element.ts';
import type { CalendarChanges } from '../../../commands/calendars/change-calendar.ts';
import { timezoneOf } from '../../../domain/ical/calendar-timezone.ts';
import { openZone } from '../../../domain/time/zone.ts';
import { C, D } from '../names.ts';

/** What a live property says that may be set; null: it cannot be set to that. */
export type Settable = (property: XmlElement) => CalendarChanges | null;

const LONGEST_NAME = 1_000;

const SETTABLE: Readonly<Record<XmlName, Settable>> = {
  [D('displayname')]: (property) => {
    const name = textIn(property);
    return name.length <= LONGEST_NAME ? { name } : null;
  },
  [C('calendar-timezone')]: (property) => {
    const zone = timezoneOf(textIn(property).trim());
    return zone === null ? null : zone === '' ? {} : { timezone: zone };
  },
  [C('calendar-timezone-id')]: (property) => {
    const zone = openZone(textIn(property).trim());
    return zone && { timezone: zone.name };
  },
  [C('schedule-calendar-transp')]: (property) => {
    if (childOf(property, C('transparent'))) return { transparent: true };
    return childOf(property, C('opaque')) ? { transparent: false } : null;
  },
};

/** How a live property is set; undefined: it is not. */
export const settableOf = (name: XmlName): Settable | undefined =>
  Object.hasOwn(SETTABLE, name) ? SETTABLE[name] : undefined;
