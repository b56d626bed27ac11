import type { Instant, TimeRange } from '../../time/instant.ts';
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
 * and are not to come back with the organizer's next REQUEST. `ID/START/END`, in milliseconds since 1970, of each, kept in the master:
 * at another time than the one that was declined they come back.
 */
export const DECLINED = 'x-parley-declined';

/** By RECURRENCE-ID, what they were when they were taken out. */
export const declinedInstances = ({ master }: Snapshot): ReadonlyMap<Instant, TimeRange> =>
  new Map(
    (master === null ? [] : propertiesOf(master.component, DECLINED)).flatMap(([, , , value]) =>
      String(value)
        .split(' ')
        .flatMap((each): [Instant, TimeRange][] => {
          const [id = NaN, startMs = NaN, endMs = NaN] = each.split('/').map(Number);
          return [id, startMs, endMs].every(Number.isSafeInteger) ? [[id, { startMs, endMs }]] : [];
        }),
    ),
  );
