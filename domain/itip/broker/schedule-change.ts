import type { JcalComponent } from '../../ical/parse-calendars.ts';
import type { Instant } from '../../time/instant.ts';
import { settledCopy } from './attendee-copy.ts';
import { isAllowedForAttendee } from './attendee-rules.ts';
import { attendeeMessages } from './attendee.ts';
import type { ItipMessage } from './messages.ts';
import { organizerMessages } from './organizer.ts';
import { roleIn, type SchedulingRole } from './own.ts';
import type { SchedulingRefusal } from './refusal.ts';
import { settled } from './settle.ts';
import { partsOf, snapshotOf, type Snapshot } from './snapshot.ts';
import { settledTransfer, transferMessages } from './transfer.ts';
import { addressIn, isOf, type CalendarUser } from './users.ts';
import { propertiesOf } from './edit.ts';

export interface ScheduleOptions {
  /** False: an attendee removes it without a word (the header `Schedule-Reply: F`, RFC 6638 §8.1). */
  scheduleReply?: boolean;
  /** An import or a restore: nobody is told, and nothing is checked that only matters when somebody is. */
  silent?: boolean;
  /** Whom the organizer may give the event to; nobody by default. */
  mayOrganize?: (address: string) => boolean;
}

/** A change that a client makes of one calendar object. */
export interface ChangeOfObject {
  /** The object as it is stored, a VCALENDAR without METHOD; null: it is new. */
  before: JcalComponent | null;
  /** As the client sends it; null: it goes. */
  after: JcalComponent | null;
  /** Whose calendar it is in, whoever writes there. */
  owner: CalendarUser;
  nowMs: Instant;
  options?: ScheduleOptions;
}

export type ScheduledChange =
  | { kind: 'refused'; refusal: SchedulingRefusal }
  | {
      /** As what the owner changes it; none: it is no matter of scheduling. */
      kind: SchedulingRole;
      /** Each to one recipient. */
      messages: ItipMessage[];
      /** What is to be stored where that is not what was sent; then the client gets no ETag. */
      object: JcalComponent | null;
      /** Whether Schedule-Tag is another then (RFC 6638 §3.2.10). */
      scheduleTagChanges: boolean;
    };

/**
 * Implicit scheduling (RFC 6638 §3): what a PUT, DELETE or MOVE of a calendar object has to be told whom, what is stored, and what is
 * not allowed. Both versions are calendar objects that were checked (RFC 4791 §4.1), with users as addresses (`mapCalendarUsers`) and
 * rules as text. A move between calendars of one owner is no change, and not to be asked about. In proportion to the length of both,
 * and for each attendee to the number of overrides.
 */
export function scheduleChange({
  before,
  after,
  owner,
  nowMs,
  options = {},
}: ChangeOfObject): ScheduledChange {
  const [old, now] = [before && snapshotOf(before), after && snapshotOf(after)];
  const [role, newRole] = [roleIn(old, owner), roleIn(now, owner)];
  const unchanged = { messages: [], object: null };
  if (options.silent === true) return { kind: now ? newRole : role, ...unchanged, scheduleTagChanges: true };
  if (now && namesSeveralOrganizers(now)) return refused('same-organizer-in-all-components');
  if (role === 'attendee' && old && now) return changeOfAttendee(old, now, owner, nowMs);
  if (role === 'attendee' || (newRole === 'attendee' && role === 'none')) {
    const object = now && settledCopy(null, now, owner);
    const isTold = object !== null || options.scheduleReply !== false;
    return {
      kind: 'attendee',
      messages: isTold
        ? attendeeMessages({ before: role === 'attendee' ? old : null, after: object && now, owner, nowMs })
        : [],
      object: changed(now, object),
      scheduleTagChanges: true,
    };
  }
  if (role === 'organizer' && old && now?.organizer && !isOf(owner, now.organizer.address))
    return changeOfOrganizer(old, now, owner, nowMs, options);
  if (role === 'none' && newRole === 'none') return { kind: 'none', ...unchanged, scheduleTagChanges: false };
  return changeByOrganizer(
    role === 'organizer' ? old : null,
    newRole === 'organizer' ? now : null,
    owner,
    nowMs,
  );
}

const refused = (refusal: SchedulingRefusal): ScheduledChange => ({ kind: 'refused', refusal });

const changed = (sent: Snapshot | null, stored: Snapshot | null): JcalComponent | null =>
  stored === null || stored === sent ? null : stored.calendar;

function changeOfAttendee(
  old: Snapshot,
  now: Snapshot,
  owner: CalendarUser,
  nowMs: Instant,
): ScheduledChange {
  // Who has another program schedule it (RFC 6638 §7.1) is left alone; who takes the organizer out is not.
  const isTold = !now.organizer || now.organizer.agent === 'SERVER';
  if (isTold && !isAllowedForAttendee(old, now, owner))
    return refused('allowed-attendee-scheduling-object-change');
  const object = settledCopy(old, now, owner);
  return {
    kind: 'attendee',
    messages: isTold
      ? attendeeMessages({
          before: old,
          after: object,
          owner,
          isForced: now.organizer?.forceSend === 'REPLY',
          nowMs,
        })
      : [],
    object: changed(now, object),
    scheduleTagChanges: true,
  };
}

function changeOfOrganizer(
  old: Snapshot,
  now: Snapshot,
  owner: CalendarUser,
  nowMs: Instant,
  { mayOrganize }: ScheduleOptions,
): ScheduledChange {
  if (mayOrganize?.(now.organizer?.address ?? '') !== true)
    return refused('allowed-organizer-scheduling-object-change');
  const object = settledTransfer(old, settled(old, now, owner), nowMs);
  const messages = transferMessages(object, owner, nowMs);
  return { kind: 'organizer', messages, object: changed(now, object), scheduleTagChanges: true };
}

function changeByOrganizer(
  old: Snapshot | null,
  now: Snapshot | null,
  owner: CalendarUser,
  nowMs: Instant,
): ScheduledChange {
  const object = now && settled(old, now, owner);
  const forced = now ? forcedIn(now) : new Set<string>();
  return {
    kind: 'organizer',
    messages: organizerMessages({ before: old, after: object, owner, forced, nowMs }),
    object: changed(now, object),
    scheduleTagChanges: true,
  };
}

const forcedIn = (snapshot: Snapshot): ReadonlySet<string> =>
  new Set(
    partsOf(snapshot).flatMap(({ attendees }) =>
      [...attendees.values()]
        .filter(({ forceSend }) => forceSend === 'REQUEST')
        .map(({ address }) => address),
    ),
  );

/** RFC 6638 §3.2.4.2, of those that name one. */
const namesSeveralOrganizers = (snapshot: Snapshot): boolean =>
  new Set(partsOf(snapshot).flatMap(({ component }) => propertiesOf(component, 'organizer').map(addressIn)))
    .size > 1;
