import type { Instant } from '../../time/instant.ts';
import { contentOf, isRescheduled, roleOf, sameSeries, sameTime } from './compare.ts';
import { hasInstance, instanceAt, isPartOver } from './instances.ts';
import type { Invited } from './invited.ts';
import { counterpart } from './settle.ts';
import { partsOf, type Part, type Snapshot } from './snapshot.ts';
import { isOf, type CalendarUser } from './users.ts';

/** How a component differs from what it was. */
export interface PartDifference {
  id: Instant | null;
  /** Its time, title, place or anything else that all who are in it are told. */
  content: boolean;
  /** Who is invited, or how somebody answered. */
  people: boolean;
  /** Those of whom ROLE, RSVP or CUTYPE is another, or PARTSTAT: by the organizer's hand. */
  lines: ReadonlySet<string>;
}

export interface Differences {
  parts: PartDifference[];
  /** Whether somebody is in an instance now, of those that `parts` names. */
  isIn: (invited: Invited, id: Instant) => boolean;
}

/** What is another between two versions; what is over in both is left out. In proportion to their length. */
export function differences(
  before: Snapshot,
  after: Snapshot,
  owner: CalendarUser,
  nowMs: Instant,
): Differences {
  const pairs: [Part | null, Part][] = partsOf(after).map((part) => [counterpart(before, part), part]);
  for (const [id, part] of before.overrides) {
    if (after.overrides.has(id) || after.exdates.has(id) || !hasInstance(after, id)) continue;
    const instance = instanceAt(after, id);
    if (instance) pairs.push([part, instance]);
  }
  const parts = pairs.flatMap(([old, now]): PartDifference[] => {
    if (now.status === 'CANCELLED') return [];
    if (now.id !== null && isPartOver(now, nowMs) && (old === null || isPartOver(old, nowMs))) return [];
    const found = old
      ? difference(old, now, owner)
      : { id: now.id, content: true, people: true, lines: new Set<string>() };
    return found.content || found.people || found.lines.size > 0 ? [found] : [];
  });
  return {
    parts,
    isIn: (invited, id) => (after.overrides.has(id) ? invited.overrides.has(id) : invited.inMaster),
  };
}

function difference(before: Part, after: Part, owner: CalendarUser): PartDifference {
  const lines = new Set<string>();
  let people = before.attendees.size !== after.attendees.size;
  for (const [address, attendee] of after.attendees) {
    const known = before.attendees.get(address);
    if (!known) {
      people = true;
      continue;
    }
    if (known.partstat !== attendee.partstat) people = true;
    if (!isOf(owner, address) && roleOf(known) !== roleOf(attendee)) lines.add(address);
  }
  const isTimeSame = after.id === null ? sameSeries(before, after) : sameTime(before, after);
  const content = !isTimeSame || contentOf(before) !== contentOf(after) || isRescheduled(before, after);
  return { id: after.id, content, people, lines };
}
