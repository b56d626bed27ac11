import type { JcalComponent, JcalProperty } from '../../ical/parse-calendars.ts';
import { mappingProperties, withParameters } from './edit.ts';
import { addressIn } from './users.ts';

/** RFC 6638 §3.2.9 with RFC 5546 §3.6, as far as the server says them. */
export type ScheduleStatus =
  /** On its way. */
  | '1.0'
  /** Sent; whether it came is not known. */
  | '1.1'
  /** Delivered. */
  | '1.2'
  | '2.0'
  /** No such calendar user. */
  | '3.7'
  | '3.8'
  /** Could not be delivered; it may be tried again. */
  | '5.1'
  | '5.2'
  | '5.3';

/**
 * Writes what became of the message to somebody: on ATTENDEE in the organizer's object, on ORGANIZER in an attendee's copy
 * (RFC 6638 §7.3).
 *
 * @param address in lower case
 * @param code any status of the form `n.n`
 * @returns the calendar itself when it says so already, or does not name them
 */
export function setScheduleStatus(calendar: JcalComponent, address: string, code: string): JcalComponent {
  const parts = calendar[2].map((part) =>
    mappingProperties(part, (property): JcalProperty => {
      const [name, parameters] = property;
      if ((name !== 'attendee' && name !== 'organizer') || addressIn(property) !== address) return property;
      return parameters['schedule-status'] === code
        ? property
        : withParameters(property, { 'schedule-status': code });
    }),
  );
  return parts.every((part, index) => part === calendar[2][index])
    ? calendar
    : [calendar[0], calendar[1], parts];
}
