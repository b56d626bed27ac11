import type { JcalComponent } from '../../ical/parse-calendars.ts';
import type { Instant } from '../../time/instant.ts';
import { dateTimeOf, SEQUENCE, STATUS, withParts, withProperty } from './edit.ts';
import { hasInstance, instanceAt } from './instances.ts';
import { ignored, type Outcome } from './outcome.ts';
import { roleIn } from './own.ts';
import { compareRevisions, isMadeBefore, isOlder } from './revision.ts';
import type { Part, Revision, Snapshot } from './snapshot.ts';
import type { CalendarUser } from './users.ts';

/**
 * An organizer's CANCEL in an attendee's copy (RFC 5546 §3.2.5): it stays there with STATUS:CANCELLED, all of it or the instances
 * that are named, so that the attendee sees that it was cancelled, and a REQUEST that comes late is known to be older.
 */
export function receiveCancel(message: Snapshot, existing: Snapshot | null, owner: CalendarUser): Outcome {
  if (!existing) return ignored('unknown-event');
  if (!message.organizer || message.organizer.address !== existing.organizer?.address)
    return ignored('organizer-differs');
  if (roleIn(existing, owner) === 'organizer') return ignored('own-message');
  const parts = new Map<Instant | null, JcalComponent>();
  if (existing.master) parts.set(null, existing.master.component);
  for (const [id, { component }] of existing.overrides) parts.set(id, component);
  const cancelled: (Instant | null)[] = [];
  let isStale = false;
  let isUnknown = false;
  const cancel = (known: Part, by: Part, isInTime: boolean) => {
    const isKnown = known.status === 'CANCELLED' && compareRevisions(known, by) >= 0;
    if (!isInTime || isKnown) isStale = true;
    else {
      parts.set(known.id, cancelledPart(known, by));
      cancelled.push(known.id);
    }
  };
  if (message.master) {
    const by = message.master;
    if (existing.master) cancel(existing.master, by, !isOlder(by, existing.master));
    else isUnknown = true;
    if (!existing.master || !isOlder(by, existing.master)) {
      for (const override of existing.overrides.values()) {
        if (isEarlier(override, by)) cancel(override, { ...by, sequence: override.sequence }, true);
      }
    }
  }
  for (const [id, by] of message.overrides) {
    const known = existing.overrides.get(id);
    const of = known ?? (hasInstance(existing, id) ? instanceAt(existing, id) : null);
    const isOld = known ? isOlder(by, known) : of !== null && isMadeBefore(by, of);
    if (of) cancel(of, by, !isOld && !isOfOneMoment(of, by));
    else if (existing.master && isMadeBefore(by, existing.master)) isStale = true;
    else isUnknown = true;
  }
  if (cancelled.length === 0)
    return ignored(isUnknown ? 'unknown-instance' : isStale ? 'stale' : 'nothing-new');
  return {
    kind: 'stored',
    change: 'cancelled',
    object: withParts(existing.calendar, [...parts.values()]),
    recurrenceIds: cancelled,
    asks: false,
    answers: [],
    scheduleTagChanges: true,
    messages: [],
  };
}

/** Of a REQUEST and a CANCEL that were made at once, the one invites to an instance, and the other cancels the rest. */
const isOfOneMoment = (one: Revision, other: Revision): boolean =>
  one.dtstampMs !== null && compareRevisions(one, other) === 0;

const isEarlier = (one: Revision, other: Revision): boolean =>
  one.dtstampMs === null || other.dtstampMs === null || one.dtstampMs < other.dtstampMs;

/** What it was, with the version of the message. */
function cancelledPart({ component }: Part, { sequence, dtstampMs }: Part): JcalComponent {
  const marked = withProperty(withProperty(component, STATUS('CANCELLED')), SEQUENCE(sequence));
  return dtstampMs === null ? marked : withProperty(marked, dateTimeOf('dtstamp', dtstampMs));
}
