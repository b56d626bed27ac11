import type { Instant } from '../../time/instant.ts';
import { dateTimeOf, SEQUENCE, withProperty } from './edit.ts';
import { isOver } from './instances.ts';
import { invitedTo } from './invited.ts';
import type { ItipMessage } from './messages.ts';
import { requester } from './request.ts';
import { partAt, partsOf, snapshotOf, type Snapshot } from './snapshot.ts';
import { isOf, type CalendarUser } from './users.ts';

/** It is another organizer's version from now on, the next one (RFC 5546 §4.2.11). */
export function settledTransfer(before: Snapshot, after: Snapshot, nowMs: Instant): Snapshot {
  const parts = new Map(partsOf(after).map((part) => [part.component, part]));
  const components = after.calendar[2].map((component) => {
    const part = parts.get(component);
    const known = part && (partAt(before, part.id) ?? before.master);
    if (!known) return component;
    const stamped = withProperty(component, dateTimeOf('dtstamp', nowMs));
    return part.sequence > known.sequence ? stamped : withProperty(stamped, SEQUENCE(known.sequence + 1));
  });
  return snapshotOf([after.calendar[0], after.calendar[1], components]) ?? after;
}

/**
 * The new organizer's REQUEST to all who are invited but the old one, who has it already, and to the new one, whose object it
 * becomes (RFC 5546 §4.2.11).
 */
export function transferMessages(after: Snapshot, owner: CalendarUser, nowMs: Instant): ItipMessage[] {
  const organizer = after.organizer?.address;
  if (organizer === undefined || isOver(after, nowMs)) return [];
  const request = requester(after, { addresses: [organizer] }, nowMs);
  const invited = [...invitedTo(after, owner)];
  // Also where nobody is left but the two of them.
  const people = partsOf(after).flatMap(({ attendees }) => [...attendees.values()]);
  const all = { inMaster: after.master !== null, overrides: new Set(after.overrides.keys()) };
  return [
    ...invited
      .filter(([address]) => !isOf(owner, address))
      .map(([address, to]) => request(address, to, [null], true)),
    ...people.slice(0, 1).map((attendee) => request(organizer, { ...all, attendee }, [null], true)),
  ];
}
