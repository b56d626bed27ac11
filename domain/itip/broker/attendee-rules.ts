import { contentOf, sameSeries, sameTime } from './compare.ts';
import { declinedInstances, ownIn } from './own.ts';
import { counterpart } from './settle.ts';
import { partsOf, type Attendee, type Part, type Snapshot } from './snapshot.ts';
import { isOf, type CalendarUser } from './users.ts';

/** What is an attendee's to say, beside what nobody is told anyway; of a VTODO how far they are, too. */
const ATTENDEES = ['comment', 'percent-complete', 'completed', 'priority'];
const OF_TODO = [...ATTENDEES, 'status'];

/**
 * Whether an attendee changes nothing but what is theirs (RFC 6638 §3.2.2.1): their participation, alarms, TRANSP and the like, an
 * override for these, and instances that they leave out; with a delegate beside them in a VEVENT.
 */
export function isAllowedForAttendee(before: Snapshot, after: Snapshot, owner: CalendarUser): boolean {
  if (before.organizer?.address !== after.organizer?.address) return false;
  const declined = declinedInstances(before);
  for (const id of before.exdates) if (!after.exdates.has(id) && !declined.has(id)) return false;
  for (const part of partsOf(before))
    if (!after.overrides.has(part.id ?? NaN) && !mayGo(part, before, after)) return false;
  return partsOf(after).every((part) => {
    const known = counterpart(before, part);
    return known !== null && isAllowed(known, part, owner);
  });
}

/** An override goes with its instance; where there is no master, it is the instance. */
function mayGo(part: Part, before: Snapshot, after: Snapshot): boolean {
  if (part.id === null) return after.master !== null;
  return part.status === 'CANCELLED' || after.exdates.has(part.id) || before.master === null;
}

function isAllowed(before: Part, after: Part, owner: CalendarUser): boolean {
  const butFor = before.component[0] === 'vtodo' ? OF_TODO : ATTENDEES;
  const isTimeSame = after.id === null ? sameSeries(before, after) : sameTime(before, after);
  if (!isTimeSame || contentOf(before, butFor) !== contentOf(after, butFor)) return false;
  const [own, now] = [ownIn(before, owner), ownIn(after, owner)];
  if (!own || !now) return false;
  for (const address of before.attendees.keys()) {
    if (!after.attendees.has(address) && !isOf(owner, address) && !own.delegatedTo.includes(address))
      return false;
  }
  return newAttendees(before, after).every(
    (attendee) => isDelegateOf(now, attendee) && before.component[0] === 'vevent',
  );
}

export const newAttendees = (before: Part | null, after: Part): Attendee[] =>
  [...after.attendees.values()].filter(({ address }) => before?.attendees.has(address) !== true);

/** RFC 5545 §3.2.4 and §3.2.5: both say so. */
export const isDelegateOf = (delegator: Attendee, { address, delegatedFrom }: Attendee): boolean =>
  delegator.delegatedTo.includes(address) && delegatedFrom.includes(delegator.address);
