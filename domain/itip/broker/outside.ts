import type { JcalComponent, JcalProperty } from '../../ical/parse-calendars.ts';
import { mailto } from '../../ical/text.ts';
import { keeping, mappingProperties, withoutParameters, withParameters } from './edit.ts';
import { addressIn } from './users.ts';

/** Whose answers come to an address of ours instead of their own. */
export interface Disguise {
  /** Of the organizer as the message names them. */
  organizer: string;
  /** Where answers go. */
  address: string;
  /** Null: they have told none. */
  name: string | null;
}

/**
 * A message as somebody outside gets it: the recipient is its only ATTENDEE, and its ORGANIZER an address to which only their answers
 * come, so that people who meet do not learn each other's address, and answers find back (RFC 6047 §2.3 asks for both to be mailto).
 *
 * @param disguise null: the message is an attendee's, to an organizer outside
 */
export function outsideForm(
  [name, properties, components]: JcalComponent,
  recipient: string,
  disguise: Disguise | null,
): JcalComponent {
  if (disguise === null) return [name, properties, components];
  const parts = components.map((part) => {
    if (part[0] === 'vtimezone') return part;
    const own = keeping(part, (property) => property[0] !== 'attendee' || addressIn(property) === recipient);
    return mappingProperties(own, (property) =>
      property[0] === 'organizer' && addressIn(property) === disguise.organizer
        ? disguised(property, disguise)
        : property,
    );
  });
  return [name, properties, parts];
}

const TELLING = ['email', 'sent-by', 'dir', 'x-calendarserver-email'];

function disguised(property: JcalProperty, { address, name }: Disguise): JcalProperty {
  const [kind, parameters, type] = withoutParameters(property, (parameter) => TELLING.includes(parameter));
  const cn = parameters.cn ?? name;
  const plain: JcalProperty = [kind, parameters, type, mailto(address)];
  // A program may have written the address where a name belongs.
  const isAddress = String(cn ?? '').includes('@');
  return withParameters(plain, { cn: isAddress ? name : (cn ?? null) });
}

/** A message that came back from outside, as the organizer's object knows it: under the address that it was sent from. */
export const insideForm = (
  [name, properties, components]: JcalComponent,
  organizer: { tagged: string; address: string },
): JcalComponent => [
  name,
  properties,
  components.map((part) =>
    mappingProperties(part, (property) =>
      property[0] === 'organizer' && addressIn(property) === organizer.tagged
        ? [property[0], property[1], property[2], mailto(organizer.address)]
        : property,
    ),
  ),
];
