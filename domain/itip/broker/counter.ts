import type { JcalComponent, JcalProperty } from '../../ical/parse-calendars.ts';
import { mailto } from '../../ical/text.ts';
import type { Instant } from '../../time/instant.ts';
import {
  adding,
  dateTimeOf,
  keeping,
  propertyOf,
  SEQUENCE,
  without,
  withParts,
  withProperty,
} from './edit.ts';
import { hasInstance, instanceAt, timeLike } from './instances.ts';
import { commentOf, messageCalendar, publicPart, type ItipMessage } from './messages.ts';
import { ignored, type Outcome, type Proposal } from './outcome.ts';
import { roleIn } from './own.ts';
import type { IgnoredBecause } from './refusal.ts';
import { partAt, partsOf, snapshotOf, type Part, type Snapshot } from './snapshot.ts';
import type { CalendarUser } from './users.ts';

/** An attendee's COUNTER (RFC 5546 §3.2.7): another time, for the organizer to decide on. */
export function receiveCounter(
  message: Snapshot,
  existing: Snapshot | null,
  owner: CalendarUser,
  sender: string | null,
): Outcome {
  if (!existing) return ignored('unknown-event');
  if (roleIn(existing, owner) !== 'organizer') return ignored('organizer-differs');
  const proposals: Proposal[] = [];
  let reason: IgnoredBecause = 'unknown-instance';
  for (const said of partsOf(message)) {
    const of = partIn(existing, said.id);
    if (!of) continue;
    const proposal = proposalOf(message, of, said, sender);
    if (typeof proposal === 'string') reason = proposal;
    else proposals.push(proposal);
  }
  return proposals.length === 0 ? ignored(reason) : { kind: 'proposal', proposals, messages: [] };
}

const partIn = (of: Snapshot, id: Instant | null): Part | null =>
  partAt(of, id) ?? (id !== null && hasInstance(of, id) ? instanceAt(of, id) : null);

/** The attendee of a COUNTER is its sender, since it repeats all who are invited. */
function proposalOf(
  { uid }: Snapshot,
  of: Part,
  said: Part,
  sender: string | null,
): Proposal | IgnoredBecause {
  const { event, startMs, endMs, sequence, attendees, id, component } = said;
  const attendee = sender ?? (attendees.size === 1 ? ([...attendees.keys()][0] ?? null) : null);
  if (attendee === null) return 'attendee-unclear';
  if (!of.attendees.has(attendee)) return 'attendee-not-invited';
  if (sequence < of.sequence) return 'stale';
  if (!event || startMs === null || endMs === null) return 'time-missing';
  const time = { startMs, endMs, allDay: event.start.allDay };
  return { attendee, uid, recurrenceId: id, sequence, ...time, note: commentOf(component), component };
}

/**
 * The organizer's object with a proposed time, for `scheduleChange` to tell everybody. It raises no SEQUENCE and asks nobody: that is
 * done there, as for a change that the organizer makes by hand.
 *
 * @returns null when there is no such instance any more
 */
export function acceptCounter(object: JcalComponent, proposal: Proposal): JcalComponent | null {
  const of = snapshotOf(object);
  const part = of && partIn(of, proposal.recurrenceId);
  if (!of || !part) return null;
  const { startMs, endMs, allDay, component: proposed } = proposal;
  const isSameKind = part.event?.start.allDay === allDay;
  let component = without(part.component, 'dtend', 'due', 'duration');
  const end = propertyOf(part.component, 'dtend') ? 'dtend' : part.component[0] === 'vtodo' ? 'due' : 'dtend';
  const like = propertyOf(part.component, 'dtstart') ?? propertyOf(part.component, end);
  if (isSameKind && like) {
    const time = (name: string, ms: Instant) => timeLike(of, [name, ...like.slice(1)] as JcalProperty, ms);
    component = adding(withProperty(component, time('dtstart', startMs)), time(end, endMs));
  } else {
    const day = (name: string, ms: Instant): JcalProperty => [
      name,
      {},
      'date',
      new Date(ms).toISOString().slice(0, 10),
    ];
    const moment = allDay ? day : dateTimeOf;
    component = adding(withProperty(component, moment('dtstart', startMs)), moment(end, endMs));
  }
  const place = propertyOf(proposed, 'location');
  if (place && String(place[3]) !== '') component = withProperty(component, place);
  const others = partsOf(of).filter(({ id }) => id !== part.id);
  const all = [...others.map((other) => other.component), component];
  return withParts(object, part.id === null ? all.toReversed() : all);
}

const SAID = ['uid', 'organizer', 'recurrence-id', 'dtstart', 'dtend', 'duration', 'due', 'summary'];

/**
 * The organizer keeps the time (RFC 5546 §3.2.8).
 *
 * @param note why, to the attendee; empty: nothing is said
 * @returns null when there is no such instance any more
 */
export function declineCounter(
  object: JcalComponent,
  proposal: Proposal,
  note: string,
  nowMs: Instant,
): ItipMessage | null {
  const of = snapshotOf(object);
  const part = of && partIn(of, proposal.recurrenceId);
  if (!of?.organizer || !part) return null;
  const attendee: JcalProperty = ['attendee', {}, 'cal-address', mailto(proposal.attendee)];
  const comment: JcalProperty[] = note === '' ? [] : [['comment', {}, 'text', note]];
  const said = keeping(publicPart(part.component), ([name]) => SAID.includes(name));
  const component = adding(said, dateTimeOf('dtstamp', nowMs), SEQUENCE(part.sequence), attendee, ...comment);
  return {
    method: 'DECLINECOUNTER',
    ...{ uid: of.uid, recipient: proposal.attendee, sender: of.organizer.address },
    calendar: messageCalendar('DECLINECOUNTER', object, [component]),
    recurrenceIds: [proposal.recurrenceId],
    significant: true,
  };
}

/** The organizer's answer to a COUNTER: the copy stays as it is. */
export function receiveDeclineCounter(message: Snapshot, existing: Snapshot | null): Outcome {
  if (!existing) return ignored('unknown-event');
  if (message.organizer?.address !== existing.organizer?.address) return ignored('organizer-differs');
  const parts = partsOf(message);
  const note = parts
    .map(({ component }) => commentOf(component))
    .filter((text) => text !== '')
    .join('\n');
  return { kind: 'proposal-declined', recurrenceIds: parts.map(({ id }) => id), note, messages: [] };
}
