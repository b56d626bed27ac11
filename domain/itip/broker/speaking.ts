import { mailto } from '../../ical/text.ts';
import { parameterOf } from '../../ical/jcal.ts';
import type { JcalComponent, JcalProperty } from '../../ical/parse-calendars.ts';
import { propertiesOf } from './edit.ts';
import { isOfAttendee, type ItipMethod } from './messages.ts';
import { addressIn, addressOfUri } from './users.ts';

/**
 * Whether the sender of a mail is whom its calendar speaks for: the organizer of a request, an attendee who answers, or who was
 * told to write for them (SENT-BY; RFC 6047 §2.2.1 asks receivers to look).
 */
export function speaksFor(calendar: JcalComponent, method: ItipMethod, sender: string): boolean {
  const who = isOfAttendee(method) ? 'attendee' : 'organizer';
  return calendar[2]
    .flatMap((part) => propertiesOf(part, who))
    .some((person) => {
      const sentBy = parameterOf(person, 'sent-by');
      return addressIn(person) === sender || (sentBy !== null && addressOfUri(sentBy) === sender);
    });
}

/**
 * An answer under the address that was invited: programs answer by whichever address their owner has. Of several attendees the one of
 * that address counts, and where none is, the only one.
 */
export function answeredBy([name, properties, components]: JcalComponent, address: string): JcalComponent {
  const parts = components.map((part): JcalComponent => {
    if (part[0] === 'vtimezone') return part;
    const attendees = propertiesOf(part, 'attendee');
    const own = attendees.find((property) => addressIn(property) === address) ?? attendees[0];
    if (!own) return part;
    const kept = part[1].filter((property) => property[0] !== 'attendee' || property === own);
    const asInvited = kept.map((property): JcalProperty =>
      property === own && addressIn(own) !== address ? [own[0], own[1], own[2], mailto(address)] : property,
    );
    return [part[0], asInvited, part[2]];
  });
  return [name, properties, parts];
}
