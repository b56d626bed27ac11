import type { JcalComponent, JcalProperty } from '../../ical/parse-calendars.ts';
import { mappingProperties, withParameters } from './edit.ts';
import { addressIn, isOf, type CalendarUser } from './users.ts';

export type Answer = 'ACCEPTED' | 'TENTATIVE' | 'DECLINED';

/** An attendee's copy with their answer to all of it, under whichever address they were invited; they are asked no more. */
export const answered = (
  [name, properties, components]: JcalComponent,
  owner: CalendarUser,
  partstat: Answer,
): JcalComponent => [
  name,
  properties,
  components.map((part) =>
    mappingProperties(part, (property): JcalProperty =>
      property[0] === 'attendee' && isOf(owner, addressIn(property))
        ? withParameters(property, { partstat, rsvp: null })
        : property,
    ),
  ),
];
