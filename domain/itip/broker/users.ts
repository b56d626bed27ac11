import { parameterOf } from '../../ical/jcal.ts';
import type { JcalComponent, JcalProperty } from '../../ical/parse-calendars.ts';
import { addressOf, mailto } from '../../ical/text.ts';
import { mappingProperties, withParameters } from './edit.ts';

/** Somebody who schedules (RFC 6638 §2.4.1): all their addresses, in lower case and without `mailto:`. */
export interface CalendarUser {
  addresses: readonly string[];
}

/**
 * The address of an ORGANIZER or ATTENDEE in lower case. What is no address of a mailbox (`invalid:nomail`, as Outlook has it)
 * stands for itself: it is somebody whom nothing reaches.
 */
export const addressIn = (property: JcalProperty): string => addressOfUri(String(property[3]));

export const addressOfUri = (uri: string): string => addressOf(uri) ?? uri.trim().toLowerCase();

/** Addresses in a parameter with several, as DELEGATED-TO. */
export function addressesIn(property: JcalProperty, parameter: string): string[] {
  const value = property[1][parameter];
  return (Array.isArray(value) ? value : value === undefined ? [] : [value])
    .filter((uri) => uri.trim() !== '')
    .map(addressOfUri);
}

/** Everybody who is named in a calendar as organizer or attendee, each once, as `addressIn` has them. */
export function usersIn(calendar: JcalComponent | null): string[] {
  const users = (calendar?.[2] ?? []).flatMap(([, properties]) =>
    properties.filter(([name]) => name === 'organizer' || name === 'attendee').map(addressIn),
  );
  return [...new Set(users)];
}

export const isOf = (user: CalendarUser, address: string): boolean => user.addresses.includes(address);

const NAMING = ['delegated-to', 'delegated-from', 'member', 'sent-by'];

/**
 * Writes calendar users by their address who are written by the path or the `urn:uuid:` of their principal, as Apple's programs
 * do: the broker, and whoever gets its messages, knows addresses (RFC 6638 §3.1). One that is not found, but says its address in
 * EMAIL (RFC 7986 §6.2), is written by that.
 *
 * @param lookup the address of a URI that is no `mailto:`; null: nobody's
 * @returns the calendar itself when there is nothing to map
 */
export function mapCalendarUsers(
  calendar: JcalComponent,
  lookup: (uri: string) => string | null,
): JcalComponent {
  const mapped = (uri: string): string => {
    if (/^\s*mailto:/i.test(uri)) return uri;
    const address = lookup(uri.trim());
    return address === null ? uri : mailto(address);
  };
  const mapProperty = (property: JcalProperty): JcalProperty => {
    if (property[0] !== 'organizer' && property[0] !== 'attendee') return property;
    let result = property;
    const uri = String(property[3]);
    let value = mapped(uri);
    const email = parameterOf(property, 'email');
    if (value === uri && email !== null && addressOf(uri) === null && addressOf(email) !== null)
      value = mailto(email);
    if (value !== uri) result = [property[0], property[1], property[2], value];
    for (const name of NAMING) {
      const named = property[1][name];
      if (named === undefined) continue;
      const to = Array.isArray(named) ? named.map(mapped) : mapped(named);
      if (String(to) !== String(named)) result = withParameters(result, { [name]: to });
    }
    return result;
  };
  const parts = calendar[2].map((part) => mappingProperties(part, mapProperty));
  return parts.every((part, index) => part === calendar[2][index])
    ? calendar
    : [calendar[0], calendar[1], parts];
}
