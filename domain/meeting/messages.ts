import type { Instant, TimeRange } from '../time/instant.ts';
import type { Attendee } from './attendees.ts';
import type { AttendeeId } from './attendee-id.ts';
import type { CalendarMethod, MessageKind, MessageSpec } from './message-spec.ts';
import type { BookingState } from './state.ts';
import { leading } from './leading.ts';
import type { Proposal } from './proposal.ts';
import { alarmsToCome } from './reminders.ts';

export const timeOf = (range: TimeRange): TimeRange => ({ startMs: range.startMs, endMs: range.endMs });

const METHODS: Partial<Record<MessageKind, CalendarMethod>> = {
  invitation: 'REQUEST',
  update: 'REQUEST',
  refresh: 'REQUEST',
  cancellation: 'CANCEL',
};

interface About {
  nowMs: Instant;
  cause: string;
  previousTime?: TimeRange;
  reason?: string;
  /** Who cancelled it. */
  by?: AttendeeId | undefined;
}

type CalendarKind = 'invitation' | 'update' | 'cancellation';

/** Everybody's calendar messages about the meeting as `state` now is: same UID and SEQUENCE, one recipient each. */
export const calendarMessages = (kind: CalendarKind, state: BookingState, about: About): MessageSpec[] =>
  state.attendees.map(({ id }) => calendarMessage(kind, state, id, about));

/** Everybody's REQUEST for the time that the meeting has now, with how each stands: who agreed to it has accepted. */
export const updateMessages = (
  state: BookingState,
  about: About & { previousTime: TimeRange },
): MessageSpec[] =>
  state.attendees.map(({ id, answer }) => ({
    ...calendarMessage('update', state, id, about),
    partstat: answer.partstat,
  }));

/** One attendee's calendar message about the meeting as `state` is. */
export const calendarMessage = (
  kind: CalendarKind,
  state: BookingState,
  to: AttendeeId,
  about: About,
): MessageSpec => ({
  ...base(state, kind, METHODS[kind] ?? null, to, about.cause, about.nowMs),
  previousTime: about.previousTime ?? null,
  reason: about.reason ?? '',
  ...(about.by !== undefined && { by: about.by }),
  ...(kind === 'invitation' && standing(state, to)),
});

/** How somebody stands who has accepted before they are invited. */
const standing = ({ attendees }: BookingState, to: AttendeeId): Pick<MessageSpec, 'partstat'> => {
  const { partstat } = attendees.find(({ id }) => id === to)?.answer ?? {};
  return partstat === undefined || partstat === 'NEEDS-ACTION' ? {} : { partstat };
};

/**
 * A message to one attendee about a proposal. A COUNTER that comes to nothing is answered by DECLINECOUNTER
 * (RFC 5546 §3.2.8).
 *
 * @param about who did what it tells; null: everybody who was asked
 */
export function proposalMessage(
  kind: Extract<MessageKind, 'approval-request' | `proposal-${string}` | `booking-${string}`>,
  state: BookingState,
  to: AttendeeId,
  proposal: Proposal,
  nowMs: Instant,
  { about = null, reason = '' }: { about?: AttendeeId | null; reason?: string } = {},
): MessageSpec {
  const endsCounter = to === proposal.proposedBy && proposal.door === 'mail';
  return {
    ...base(state, kind, endsCounter ? 'DECLINECOUNTER' : null, to, proposal.id, nowMs),
    proposal,
    about,
    reason,
  };
}

/** Tells each host that a guest comes, or does not, whose own invitation says nothing in their calendars. */
export const toHosts = (
  kind: 'guest-declined' | 'guest-booked',
  state: BookingState,
  guest: AttendeeId,
  cause: string,
  nowMs: Instant,
): MessageSpec[] =>
  state.attendees
    .filter(({ role }) => role === 'host')
    .map(({ id }) => ({ ...plainMessage(kind, state, id, cause, nowMs), about: guest }));

/** The newest REQUEST to one attendee once more: the same SEQUENCE, and how they stand (RFC 5546 §3.2.6). */
export const refreshMessage = (
  state: BookingState,
  { id, answer }: Attendee,
  cause: string,
  nowMs: Instant,
): MessageSpec => ({
  ...base(state, 'refresh', 'REQUEST', id, cause, nowMs),
  partstat: answer.partstat,
});

/**
 * Tells one attendee once more when the meeting is, and asks whoever has not answered. It has no calendar part: to a program a
 * REQUEST, whatever it says, is an invitation (docs/decisions/reminders.md).
 */
export const reminderMessage = (
  state: BookingState,
  { id, answer }: Attendee,
  about: About & { usefulUntilMs: Instant },
): MessageSpec => ({
  ...base(state, 'reminder', null, id, about.cause, about.nowMs),
  partstat: answer.partstat,
  usefulUntilMs: about.usefulUntilMs,
});

/** A message to one attendee that is neither about a proposal nor for their calendar. */
export const plainMessage = (
  kind:
    | 'fresh-link'
    | 'confirm-answer'
    | 'text-answer'
    | 'not-delivered'
    | 'delegation-refused'
    | 'guest-declined'
    | 'guest-booked',
  state: BookingState,
  to: AttendeeId,
  cause: string,
  nowMs: Instant,
): MessageSpec => base(state, kind, null, to, cause, nowMs);

function base(
  state: BookingState,
  kind: MessageKind,
  method: CalendarMethod | null,
  to: AttendeeId,
  cause: string,
  nowMs: Instant,
): MessageSpec {
  const alarms = method === 'REQUEST' ? alarmsToCome(state, nowMs) : [];
  return {
    key: [state.sequence, method ?? 'MAIL', kind, to, cause].join('/'),
    to,
    kind,
    method,
    sequence: state.sequence,
    dtstampMs: nowMs,
    time: timeOf(state),
    previousTime: null,
    proposal: null,
    about: null,
    reason: '',
    ...leading(state, kind, to, nowMs),
    ...(alarms.length > 0 && { alarmMinutesBefore: alarms }),
  };
}
