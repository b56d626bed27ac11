import type { Instant } from '../../time/instant.ts';
import { hasInstance } from './instances.ts';
import { partsOf, type Attendee, type Snapshot } from './snapshot.ts';
import { isOf, type CalendarUser } from './users.ts';

/** To what of an event somebody is invited. */
export interface Invited {
  inMaster: boolean;
  /** The overrides that name them. */
  overrides: ReadonlySet<Instant>;
  /** How they stand in the first component that names them. */
  attendee: Attendee;
}

/**
 * Who is invited to what, by address: all but the organizer, to whatever is not cancelled. Whom scheduling is not left to the
 * server for is not among them (RFC 6638 §7.1).
 */
export function invitedTo(snapshot: Snapshot | null, organizer: CalendarUser): Map<string, Invited> {
  const invited = new Map<string, { inMaster: boolean; overrides: Set<Instant>; attendee: Attendee }>();
  for (const part of snapshot === null ? [] : partsOf(snapshot)) {
    if (part.status === 'CANCELLED') continue;
    for (const attendee of part.attendees.values()) {
      const { address, agent } = attendee;
      if (agent !== 'SERVER' || isOf(organizer, address) || address === snapshot?.organizer?.address)
        continue;
      let known = invited.get(address);
      if (!known) invited.set(address, (known = { inMaster: false, overrides: new Set(), attendee }));
      if (part.id === null) known.inMaster = true;
      else known.overrides.add(part.id);
    }
  }
  return invited;
}

/** Those whom the server is to leave alone, as their SCHEDULE-AGENT says. */
export const handsOff = (snapshot: Snapshot | null): ReadonlySet<string> =>
  new Set(
    (snapshot === null ? [] : partsOf(snapshot)).flatMap(({ attendees }) =>
      [...attendees.values()].filter(({ agent }) => agent !== 'SERVER').map(({ address }) => address),
    ),
  );

/** Whether somebody is invited to an instance. */
export function isInvitedTo(snapshot: Snapshot, invited: Invited, id: Instant): boolean {
  if (snapshot.overrides.has(id)) return invited.overrides.has(id);
  return invited.inMaster && !snapshot.exdates.has(id) && hasInstance(snapshot, id);
}
