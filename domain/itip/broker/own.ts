import type { Instant } from '../../time/instant.ts';
import { propertiesOf } from './edit.ts';
import { partsOf, type Attendee, type Part, type Snapshot } from './snapshot.ts';
import { isOf, type CalendarUser } from './users.ts';

/** As whom somebody is invited: any of their addresses counts, and the one that is written is answered for. */
export function ownIn({ attendees }: Part, owner: CalendarUser): Attendee | null {
  for (const address of owner.addresses) {
    const own = attendees.get(address);
    if (own) return own;
  }
  return null;
}

/** Whether somebody organizes an object, attends it, or is not in it. */
export type SchedulingRole = 'organizer' | 'attendee' | 'none';

/**
 * RFC 6638 §3.1: an object with ORGANIZER and somebody to schedule with. One whose ORGANIZER says that a client, or nobody, schedules
 * it is none of the server's (§7.1).
 */
export function roleIn(snapshot: Snapshot | null, owner: CalendarUser): SchedulingRole {
  if (!snapshot?.organizer || snapshot.organizer.agent !== 'SERVER') return 'none';
  const parts = partsOf(snapshot);
  if (isOf(owner, snapshot.organizer.address)) {
    const hasOthers = ({ attendees }: Part) => [...attendees.keys()].some((address) => !isOf(owner, address));
    return parts.some(hasOthers) ? 'organizer' : 'none';
  }
  return parts.some((part) => ownIn(part, owner)) ? 'attendee' : 'none';
}

/**
 * The instances that an attendee took out of their copy: they are left out of the master as are those that the organizer cancelled,
 * and are not to come back with the organizer's next REQUEST. A list of instants, kept in the master.
 */
export const DECLINED = 'x-parley-declined';

export const declinedInstances = ({ master }: Snapshot): ReadonlySet<Instant> =>
  new Set(
    (master === null ? [] : propertiesOf(master.component, DECLINED)).flatMap(([, , , value]) =>
      String(value)
        .split(' ')
        .map(Number)
        .filter((id) => Number.isSafeInteger(id)),
    ),
  );
