import type { JcalComponent } from '../../ical/parse-calendars.ts';
import type { Instant } from '../../time/instant.ts';
import { differences, type Differences } from './differences.ts';
import { instanceAt, isOver, isPartOver } from './instances.ts';
import { handsOff, invitedTo, isInvitedTo, type Invited } from './invited.ts';
import { cancelPart, messageCalendar, type ItipMessage } from './messages.ts';
import { requester, type Requester } from './request.ts';
import { partAt, type Part, type Snapshot } from './snapshot.ts';
import type { CalendarUser } from './users.ts';

/** A change of an organizer's object; both sides as they are stored. */
export interface OrganizerChange {
  before: Snapshot | null;
  after: Snapshot | null;
  owner: CalendarUser;
  /** Attendees who get a REQUEST even if it says nothing new (RFC 6638 §3.2.7). */
  forced: ReadonlySet<string>;
  nowMs: Instant;
}

/**
 * What an organizer's change has to be told, each message to one attendee (RFC 6638 §3.2.1): a REQUEST of all that they are invited
 * to, and a CANCEL of what they no longer are. What is over is told to nobody.
 */
export function organizerMessages(change: OrganizerChange): ItipMessage[] {
  const { before, after, owner, forced, nowMs } = change;
  if ((before === null || isOver(before, nowMs)) && (after === null || isOver(after, nowMs))) return [];
  const was = invitedTo(before, owner);
  const is = invitedTo(after, owner);
  const leftAlone = handsOff(after);
  const found = before && after && differences(before, after, owner, nowMs);
  const request = after && requester(after, owner, nowMs);
  return [...new Set([...was.keys(), ...is.keys()])].flatMap((address) => {
    const [earlier, now] = [was.get(address), is.get(address)];
    const cancel =
      earlier && before && !leftAlone.has(address) ? cancelled(change, before, address, earlier, now) : null;
    const update =
      now && request ? updated(found, earlier, now, address, forced.has(address), request) : null;
    return [...(cancel ? [cancel] : []), ...(update ? [update] : [])];
  });
}

function updated(
  found: Differences | null,
  earlier: Invited | undefined,
  now: Invited,
  address: string,
  isForced: boolean,
  request: Requester,
): ItipMessage | null {
  if (!earlier || !found) return request(address, now, [null], true);
  const ids = new Set<Instant | null>();
  let significant = false;
  const concern = (id: Instant | null, isSignificant: boolean) => {
    ids.add(id);
    significant ||= isSignificant;
  };
  if (now.inMaster !== earlier.inMaster) concern(null, true);
  for (const id of now.overrides) {
    if (!earlier.overrides.has(id) && !earlier.inMaster) concern(id, true);
  }
  for (const { id, content, people, lines } of found.parts) {
    const isIn = id === null ? now.inMaster : found.isIn(now, id);
    if (!isIn) continue;
    if (content) concern(id, true);
    else if (people || lines.has(address)) concern(id, lines.has(address));
  }
  if (isForced) concern(null, true);
  return ids.size === 0 ? null : request(address, now, [...ids], significant);
}

/** What somebody was invited to and is no more. */
function cancelled(
  { after, owner, nowMs }: OrganizerChange,
  before: Snapshot,
  address: string,
  earlier: Invited,
  now: Invited | undefined,
): ItipMessage | null {
  const isWhole = !now || (earlier.inMaster && !now.inMaster);
  const ids = isWhole
    ? earlier.inMaster
      ? [null]
      : [...earlier.overrides]
    : lostInstances(before, after as Snapshot, earlier, now);
  const isGone = after === null || [...invitedTo(after, owner)].length === 0;
  const components = ids.flatMap((id): JcalComponent[] => {
    const now = after && partAt(after, id);
    // As it is cancelled, it may say why.
    const part =
      now?.status === 'CANCELLED'
        ? now
        : (partAt(before, id) ?? (id === null ? null : instanceAt(before, id)));
    if (!part || (id !== null && isPartOver(part, nowMs))) return [];
    return [cancelPart(part, sequenceOfCancel(part, after), isGone && isWhole ? null : [address], nowMs)];
  });
  if (components.length === 0) return null;
  return {
    method: 'CANCEL',
    ...{ uid: before.uid, recipient: address, sender: before.organizer?.address ?? '' },
    calendar: messageCalendar('CANCEL', before.calendar, components),
    recurrenceIds: ids,
    significant: true,
  };
}

/** A deletion is a change of its own; anything else has raised what is stored. */
function sequenceOfCancel(part: Part, after: Snapshot | null): number {
  if (after === null) return part.sequence + 1;
  const now = partAt(after, part.id) ?? after.master;
  return Math.max(part.sequence, now?.sequence ?? 0);
}

/** Instances that somebody loses who stays invited to others. */
function lostInstances(before: Snapshot, after: Snapshot, earlier: Invited, now: Invited): Instant[] {
  const candidates = now.inMaster
    ? [...[...after.exdates].filter((id) => !before.exdates.has(id)), ...after.overrides.keys()]
    : [...before.overrides.keys()];
  return [...new Set(candidates)].filter(
    (id) => isInvitedTo(before, earlier, id) && !isInvitedTo(after, now, id),
  );
}
