import type { JcalComponent } from '../../ical/parse-calendars.ts';
import { isRescheduled, isSignificant } from './compare.ts';
import { mappingProperties, SEQUENCE, withoutParameters, withParameters, withProperty } from './edit.ts';
import { instanceAt } from './instances.ts';
import { partsOf, snapshotOf, type Part, type Snapshot } from './snapshot.ts';
import { addressIn, isOf, type CalendarUser } from './users.ts';

/** The SEQUENCE since which an attendee is asked for an answer; one to an earlier is stale. Kept on ATTENDEE. */
export const ASKED = 'x-parley-asked';
/** SEQUENCE and DTSTAMP of the last answer that was heard of an attendee. Kept on ATTENDEE. */
export const ANSWERED = 'x-parley-answered';

/**
 * What the organizer's object has to be for it to be sent: SEQUENCE raised where the change asks for it and the client did not
 * (RFC 6638 §3.2.5), attendees asked again where it moves an instance (§3.2.8), and SCHEDULE-FORCE-SEND, which is an order and no
 * state, left out (§7.2).
 *
 * @returns the snapshot itself when it is so already
 */
export function settled(before: Snapshot | null, after: Snapshot, owner: CalendarUser): Snapshot {
  const parts = new Map(partsOf(after).map((part) => [part.component, part]));
  const components = after.calendar[2].map((component) => {
    const part = parts.get(component);
    return part ? settledPart(before, part, owner) : component;
  });
  if (components.every((component, index) => component === after.calendar[2][index])) return after;
  return snapshotOf([after.calendar[0], after.calendar[1], components]) ?? after;
}

function settledPart(before: Snapshot | null, part: Part, owner: CalendarUser): JcalComponent {
  const known = before && counterpart(before, part);
  let { component } = part;
  if (known) {
    const least = known.sequence + (isSignificant(known, part) ? 1 : 0);
    const sequence = Math.max(least, part.sequence);
    if (sequence !== part.sequence) component = withProperty(component, SEQUENCE(sequence));
    if (isRescheduled(known, part)) component = askingAgain(component, known, sequence, owner);
  }
  return mappingProperties(component, (property) =>
    withoutParameters(property, (name) => name === 'schedule-force-send'),
  );
}

/** What the part was: itself, or where it is a new override, the instance of the master. */
export const counterpart = (before: Snapshot, { id }: Part): Part | null =>
  id === null ? before.master : (before.overrides.get(id) ?? instanceAt(before, id));

function askingAgain(
  component: JcalComponent,
  known: Part,
  sequence: number,
  owner: CalendarUser,
): JcalComponent {
  return mappingProperties(component, (property) => {
    if (property[0] !== 'attendee') return property;
    const address = addressIn(property);
    const attendee = known.attendees.get(address);
    if (!attendee || isOf(owner, address) || attendee.agent !== 'SERVER') return property;
    const partstat = String(property[1]['partstat'] ?? '').toUpperCase();
    const asked = { [ASKED]: String(sequence), [ANSWERED]: null };
    if (partstat === 'DELEGATED') return withParameters(property, asked);
    return withParameters(
      property,
      partstat === '' || partstat === 'NEEDS-ACTION'
        ? asked
        : { ...asked, partstat: 'NEEDS-ACTION', rsvp: 'TRUE' },
    );
  });
}
