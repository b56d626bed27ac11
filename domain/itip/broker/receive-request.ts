import type { JcalComponent } from '../../ical/parse-calendars.ts';
import type { Instant, TimeRange } from '../../time/instant.ts';
import { adding, mappingProperties, propertiesOf, without, withParameters, withParts } from './edit.ts';
import { remembering } from './attendee-copy.ts';
import { contentOf, isMoved, sameTime } from './compare.ts';
import { hasInstance, instanceAt } from './instances.ts';
import { isAskedAnew, mergedPart, received } from './merge-part.ts';
import { refreshMessage } from './messages.ts';
import { ignored, type Outcome } from './outcome.ts';
import { DECLINED, declinedInstances, ownIn, roleIn } from './own.ts';
import { exdate } from './request.ts';
import { compareRevisions, isMadeBefore, isOlder } from './revision.ts';
import { partsOf, snapshotOf, type Part, type Revision, type Snapshot } from './snapshot.ts';
import { repeatedAnswers } from './repeated-answers.ts';
import { sameButForAnswers } from './same-object.ts';
import { addressIn, isOf, type CalendarUser } from './users.ts';

export interface RequestReceived {
  message: Snapshot;
  existing: Snapshot | null;
  /** The copy that the owner deleted last. */
  deleted: Snapshot | null;
  owner: CalendarUser;
  /** Whether the event's organizer may be another one than before: only where the message is known to be in order. */
  organizerMayChange: boolean;
  nowMs: Instant;
}

/** An organizer's REQUEST in an attendee's copy (RFC 5546 §3.2.2, RFC 6638 §4.1). */
export function receiveRequest(request: RequestReceived): Outcome {
  const { message, existing, deleted, owner, organizerMayChange } = request;
  if (!message.organizer) return ignored('no-organizer');
  if (existing?.organizer && existing.organizer.agent !== 'SERVER') return ignored('left-to-client');
  const isTransfer = existing?.organizer?.address !== message.organizer.address;
  if (existing?.organizer && isTransfer && !(organizerMayChange && isNewer(message, existing)))
    return ignored('organizer-differs');
  if (isOf(owner, message.organizer.address)) {
    if (!existing || !isTransfer || !organizerMayChange) return ignored('own-message');
    return stored(request, {
      components: partsOf(message).map((part) => mergedPart(at(existing, part), part, owner)),
      ids: [null],
    });
  }
  if (existing && roleIn(existing, owner) === 'organizer' && !isTransfer) return ignored('own-message');
  if (!partsOf(message).some((part) => ownIn(part, owner))) return ignored('not-invited');
  // Where the organizer has heard that the deleted copy was declined, all is as the message says.
  const isHeard = partsOf(message).some((part) => ownIn(part, owner)?.partstat === 'DECLINED');
  const isOpen = partsOf(message).some((part) => ownIn(part, owner)?.partstat === 'NEEDS-ACTION');
  const declined =
    existing || (isHeard && isOpen && deleted && isNewer(message, deleted))
      ? null
      : deleted && asDeclined(deleted, owner);
  if (declined && isSettledBy(message, declined, owner)) {
    const crossed = { message, existing: declined, now: declined, owner, nowMs: request.nowMs };
    const outcome = ignored('declined-before', repeatedAnswers(crossed));
    if (!message.master || !isNewer(message, declined)) return outcome;
    const { components } = mergedWhole(message, message.master, declined, owner);
    return { ...outcome, deleted: calendarWith(message, declined, components) };
  }
  const known = existing ?? declined;
  if (!known) {
    return stored(request, {
      components: partsOf(message).map(({ component }) => received(component)),
      ids: [null],
    });
  }
  if (message.master) {
    if (known.master && isOlder(message.master, known.master)) return ignored('stale');
    return stored(request, mergedWhole(message, message.master, known, owner), known);
  }
  return mergeInstances(request, known);
}

const at = ({ master, overrides }: Snapshot, { id }: Part): Part | null =>
  id === null ? master : (overrides.get(id) ?? null);

const firstOf = (snapshot: Snapshot): Revision => snapshot.master ?? (partsOf(snapshot)[0] as Part);

const isNewer = (message: Snapshot, existing: Snapshot): boolean =>
  compareRevisions(firstOf(existing), firstOf(message)) < 0;

/** A deleted copy comes back when the owner is asked for something new: another time, or something they had not. */
function isSettledBy(message: Snapshot, deleted: Snapshot, owner: CalendarUser): boolean {
  return partsOf(message).every((part) => {
    const own = ownIn(part, owner);
    if (!own || own.partstat === 'DECLINED' || part.status === 'CANCELLED') return true;
    const known = at(deleted, part) ?? (part.id === null ? null : instanceAt(deleted, part.id));
    if (known === null) return false;
    const isOn = known.status === 'CANCELLED' || isMoved(known, part);
    return !(isOn && isNewerThan(part, known));
  });
}

/** A copy as its deletion says it: declined, but for what was cancelled. */
function asDeclined(deleted: Snapshot, owner: CalendarUser): Snapshot | null {
  const components = partsOf(deleted).map(({ component, status }) =>
    status === 'CANCELLED'
      ? component
      : mappingProperties(component, (property) =>
          property[0] === 'attendee' && isOf(owner, addressIn(property))
            ? withParameters(property, { partstat: 'DECLINED' })
            : property,
        ),
  );
  return snapshotOf(withParts(deleted.calendar, components));
}

const isNewerThan = (one: Revision, other: Revision): boolean => compareRevisions(one, other) > 0;

interface Merged {
  components: JcalComponent[];
  ids: (Instant | null)[];
}

/** A message with the master is the whole state: what is older goes, but for what the attendee made of it. */
function mergedWhole(message: Snapshot, master: Part, existing: Snapshot, owner: CalendarUser): Merged {
  const moved = !existing.master || isAskedAnew(existing.master, master);
  const overrides = new Map<Instant, JcalComponent>();
  for (const [id, part] of message.overrides) {
    const known = existing.overrides.get(id);
    if (known && isMadeBefore(part, known)) overrides.set(id, known.component);
    else overrides.set(id, mergedPart(known ?? (moved ? null : instanceAt(existing, id)), part, owner));
  }
  for (const [id, known] of existing.overrides) {
    if (overrides.has(id) || message.exdates.has(id)) continue;
    if (isMadeBefore(master, known) && known.component[1].some(([name]) => name === 'attendee'))
      overrides.set(id, known.component);
    else if (!moved && isOwnAnswer(existing, known, owner) && hasInstance(message, id)) {
      const instance = instanceAt(message, id);
      if (instance) overrides.set(id, mergedPart(known, instance, owner));
    }
  }
  let merged = mergedPart(existing.master, master, owner);
  const declined = moved ? [] : [...declinedInstances(existing)];
  const leftOut = new Map(declined.filter(([id, time]) => staysOut(message, id, time, owner)));
  for (const id of leftOut.keys()) {
    overrides.delete(id);
    merged = adding(merged, ...exdate(message, id));
  }
  return {
    components: [remembering(without(merged, DECLINED), leftOut), ...overrides.values()],
    ids: [null],
  };
}

/** Whether an instance that the attendee took out is still to be left out: unless it is at another time now. */
function staysOut(
  message: Snapshot,
  id: Instant,
  { startMs, endMs }: TimeRange,
  owner: CalendarUser,
): boolean {
  const part = message.overrides.get(id) ?? (hasInstance(message, id) ? instanceAt(message, id) : null);
  if (!part) return false;
  return ownIn(part, owner)?.partstat === 'DECLINED' || (part.startMs === startMs && part.endMs === endMs);
}

/** An override that the attendee made to answer for one instance, and the organizer does not have, or has not heard of. */
function isOwnAnswer(existing: Snapshot, override: Part, owner: CalendarUser): boolean {
  const instance = override.id === null ? null : instanceAt(existing, override.id);
  if (!instance || override.status === 'CANCELLED') return false;
  const isElse = ownIn(instance, owner)?.partstat !== ownIn(override, owner)?.partstat;
  return (
    isElse &&
    sameTime(instance, override) &&
    contentOf(instance, ['comment']) === contentOf(override, ['comment'])
  );
}

/** A message about instances alone: each is compared with what is known of it. */
function mergeInstances(request: RequestReceived, existing: Snapshot): Outcome {
  const { message, owner, nowMs } = request;
  const overrides = new Map([...existing.overrides].map(([id, { component }]) => [id, component]));
  let master = existing.master?.component ?? null;
  const taken: Instant[] = [];
  let isStale = false;
  for (const [id, part] of message.overrides) {
    const known = existing.overrides.get(id);
    const isOld = known ? isOlder(part, known) : existing.master && isMadeBefore(part, existing.master);
    if (isOld) {
      isStale = true;
      continue;
    }
    const isLeftOut = existing.exdates.has(id);
    if (existing.master && !existing.overrides.has(id) && !isLeftOut && !hasInstance(existing, id)) continue;
    const of = existing.overrides.get(id) ?? (isLeftOut ? null : instanceAt(existing, id));
    overrides.set(id, mergedPart(of, part, owner));
    if (master && isLeftOut) master = withoutExdate(existing, master, id);
    taken.push(id);
  }
  if (taken.length > 0)
    return stored(request, { components: [...(master ? [master] : []), ...overrides.values()], ids: taken });
  if (isStale) return ignored('stale');
  // An instance that is not known here: the organizer has changed the series (RFC 5546 §3.2.6).
  const own = partsOf(existing).flatMap((part) => ownIn(part, owner) ?? [])[0];
  const refresh = own && refreshMessage(existing, own.address, nowMs);
  return ignored('unknown-instance', refresh ? [refresh] : []);
}

/** A master that has an instance again. */
function withoutExdate(of: Snapshot, master: JcalComponent, id: Instant): JcalComponent {
  const others = [...of.exdates].filter((other) => other !== id).flatMap((other) => exdate(of, other));
  return propertiesOf(master, 'exdate').length === 0 ? master : adding(without(master, 'exdate'), ...others);
}

/** @param known what was merged with: the copy, or the one that was deleted */
function stored(request: RequestReceived, { components, ids }: Merged, known = request.existing): Outcome {
  const { message, existing, owner, nowMs } = request;
  const calendar = calendarWith(message, existing, components);
  const now = snapshotOf(calendar) as Snapshot;
  if (existing && JSON.stringify(existing.calendar[2]) === JSON.stringify(calendar[2]))
    return ignored('nothing-new');
  const asks = partsOf(now).some((part) => {
    const own = ownIn(part, owner);
    const known = existing && at(existing, part);
    if (own?.partstat !== 'NEEDS-ACTION' || part.status === 'CANCELLED') return false;
    return (
      !known ||
      known.status === 'CANCELLED' ||
      ownIn(known, owner)?.partstat !== 'NEEDS-ACTION' ||
      isMoved(known, part)
    );
  });
  return {
    kind: 'stored',
    change: existing ? 'updated' : 'created',
    object: calendar,
    recurrenceIds: ids,
    asks,
    answers: [],
    scheduleTagChanges: !existing || !sameButForAnswers(existing, now, owner),
    messages: known ? repeatedAnswers({ message, existing: known, now, owner, nowMs }) : [],
  };
}

function calendarWith(
  message: Snapshot,
  existing: Snapshot | null,
  components: readonly JcalComponent[],
): JcalComponent {
  const [name, properties] = message.calendar;
  const head = properties.filter(([of]) => of !== 'method');
  return withParts([name, head, zonesOf(message, existing)], components);
}

/** The zones of the message, and those of the object that the message does not define. */
function zonesOf(message: Snapshot, existing: Snapshot | null): JcalComponent[] {
  const zones = (of: Snapshot | null) => of?.calendar[2].filter(([name]) => name === 'vtimezone') ?? [];
  const named = ([, properties]: JcalComponent) => String(properties.find(([name]) => name === 'tzid')?.[3]);
  const theirs = zones(message);
  const known = new Set(theirs.map(named));
  return [...theirs, ...zones(existing).filter((zone) => !known.has(named(zone)))];
}
