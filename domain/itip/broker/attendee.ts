import type { JcalComponent, JcalProperty } from '../../ical/parse-calendars.ts';
import type { Instant } from '../../time/instant.ts';
import { isDelegateOf, newAttendees } from './attendee-rules.ts';
import { withParameters } from './edit.ts';
import { hasInstance, instanceAt, isOver, isPartOver } from './instances.ts';
import { commentOf, messageCalendar, replyPart, requestPart, type ItipMessage } from './messages.ts';
import { declinedInstances, ownIn } from './own.ts';
import { counterpart } from './settle.ts';
import { partsOf, type Attendee, type Part, type Snapshot } from './snapshot.ts';
import { textOf } from '../../ical/jcal.ts';
import type { CalendarUser } from './users.ts';

/** A change of an attendee's copy. */
export interface AttendeeChange {
  before: Snapshot | null;
  after: Snapshot | null;
  owner: CalendarUser;
  /** The organizer gets a REPLY even if it says nothing new (RFC 6638 §3.2.7). */
  isForced?: boolean;
  nowMs: Instant;
}

interface Answer {
  part: Part;
  own: Attendee;
  property: JcalProperty;
  sequence: number;
}

/**
 * What an attendee's change says to the organizer: one REPLY with all that they answer (RFC 6638 §3.2.2), to whoever sent them as
 * well, and a REQUEST to whom they send (RFC 5546 §3.2.2.3, §4.2.5). A copy that goes, or an instance, is declined, unless it was
 * before, or was cancelled.
 */
export function attendeeMessages({
  before,
  after,
  owner,
  isForced = false,
  nowMs,
}: AttendeeChange): ItipMessage[] {
  const of = after ?? before;
  if (!of?.organizer || [before, after].every((each) => each === null || isOver(each, nowMs))) return [];
  const answers = [
    ...(after ? answersIn(before, after, owner, isForced) : []),
    ...(before ? removedIn(before, after, owner) : []),
  ].filter(({ part }) => part.id === null || !isPartOver(part, nowMs));
  const replies = answers.length === 0 ? [] : replyMessages(of, answers, nowMs);
  return [...replies, ...(after ? delegations(before, after, owner, nowMs) : [])];
}

function replyMessages(of: Snapshot, answers: readonly Answer[], nowMs: Instant): ItipMessage[] {
  const [first] = answers as [Answer];
  const { organizer, uid, calendar } = of;
  const components = answers.map(({ part, property, sequence }) =>
    replyPart(part, property, sequence, nowMs),
  );
  const recipients = [organizer?.address ?? '', ...first.own.delegatedFrom];
  return [...new Set(recipients)].map((recipient) => ({
    method: 'REPLY',
    ...{ uid, recipient, sender: first.own.address },
    calendar: messageCalendar('REPLY', calendar, components),
    recurrenceIds: answers.map(({ part }) => part.id),
    significant: true,
  }));
}

const NO_ANSWER = 'NEEDS-ACTION';

/**
 * What is answered otherwise than before. With an answer for the series comes how each instance stands that the attendee knows as
 * one of its own: it is for all others. What is left out of the first version declines nothing.
 */
function answersIn(
  before: Snapshot | null,
  after: Snapshot,
  owner: CalendarUser,
  isForced: boolean,
): Answer[] {
  const parts = partsOf(after).flatMap((part) => {
    const own = ownIn(part, owner);
    if (!own || part.status === 'CANCELLED') return [];
    const known = before && counterpart(before, part);
    const knownOwn = known && ownIn(known, owner);
    const isNew =
      !known || !knownOwn ? own.partstat !== NO_ANSWER : isOtherAnswer(known, knownOwn, part, own);
    return [{ part, own, property: own.property, sequence: (known ?? part).sequence, isNew }];
  });
  const isOfSeries = isForced || parts.some(({ part, isNew }) => isNew && part.id === null);
  const answers: Answer[] = parts.filter(({ isNew }) => isNew || isOfSeries);
  return isOfSeries
    ? [...answers, ...[...declinedInstances(after).keys()].flatMap((id) => declining(after, id, owner))]
    : answers;
}

function declining(of: Snapshot, id: Instant, owner: CalendarUser): Answer[] {
  const part = instanceAt(of, id);
  const own = part && ownIn(part, owner);
  return own ? [{ part, own, property: declined(own), sequence: part.sequence }] : [];
}

const declined = ({ property }: Attendee): JcalProperty =>
  withParameters(property, { partstat: 'DECLINED', 'delegated-to': null });

const PROGRESS = ['percent-complete', 'completed', 'status'];

function isOtherAnswer(before: Part, own: Attendee, after: Part, now: Attendee): boolean {
  if (own.partstat !== now.partstat || String(own.delegatedTo) !== String(now.delegatedTo)) return true;
  if (commentOf(before.component) !== commentOf(after.component)) return now.partstat !== NO_ANSWER;
  const progress = ({ component }: Part) => String(PROGRESS.map((name) => textOf(component, name)));
  return after.component[0] === 'vtodo' && progress(before) !== progress(after);
}

/** What an attendee took out, which was not declined yet: all, or instances. */
function removedIn(before: Snapshot, after: Snapshot | null, owner: CalendarUser): Answer[] {
  return removedParts(before, after).flatMap((part) => {
    const own = ownIn(part, owner);
    if (!own || own.partstat === 'DECLINED' || part.status === 'CANCELLED') return [];
    return [{ part, own, property: declined(own), sequence: part.sequence }];
  });
}

function removedParts(before: Snapshot, after: Snapshot | null): Part[] {
  if (after === null) return partsOf(before);
  const ids = after.master
    ? [...after.exdates].filter((id) => !before.exdates.has(id))
    : [...before.overrides.keys()];
  return ids.flatMap((id) => {
    if (after.overrides.has(id)) return [];
    const part = before.overrides.get(id) ?? (hasInstance(before, id) ? instanceAt(before, id) : null);
    return part ?? [];
  });
}

function delegations(
  before: Snapshot | null,
  after: Snapshot,
  owner: CalendarUser,
  nowMs: Instant,
): ItipMessage[] {
  const to = new Map<string, { components: JcalComponent[]; ids: (Instant | null)[]; sender: string }>();
  for (const part of partsOf(after)) {
    const own = ownIn(part, owner);
    if (!own || before === null) continue;
    for (const attendee of newAttendees(counterpart(before, part), part)) {
      if (!isDelegateOf(own, attendee)) continue;
      const known = to.get(attendee.address) ?? { components: [], ids: [], sender: own.address };
      known.components.push(requestPart(part, { addresses: [after.organizer?.address ?? ''] }, nowMs));
      known.ids.push(part.id);
      to.set(attendee.address, known);
    }
  }
  return [...to].map(([recipient, { components, ids, sender }]) => ({
    method: 'REQUEST',
    ...{ uid: after.uid, recipient, sender },
    calendar: messageCalendar('REQUEST', after.calendar, components),
    recurrenceIds: ids,
    significant: true,
  }));
}
