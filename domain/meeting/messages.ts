import type { CalendarMethod, MessageKind, MessageSpec } from './decision.ts';
import { ROLES, type MeetingState, type Proposal, type Role } from './state.ts';
import type { Instant, TimeRange } from '../time/instant.ts';

export const timeOf = (range: TimeRange): TimeRange => ({ startMs: range.startMs, endMs: range.endMs });

const METHODS: Partial<Record<MessageKind, CalendarMethod>> = {
  invitation: 'REQUEST',
  update: 'REQUEST',
  refresh: 'REQUEST',
  cancellation: 'CANCEL',
};

/** Both parties' calendar messages about the meeting as `state` now is: same UID and SEQUENCE, one recipient each. */
export function calendarMessages(
  kind: 'invitation' | 'update' | 'cancellation',
  state: MeetingState,
  about: { nowMs: Instant; cause: string; previousTime?: TimeRange; reason?: string },
): MessageSpec[] {
  return ROLES.map((to) => ({
    ...base(state, kind, METHODS[kind] ?? null, to, about.cause, about.nowMs),
    previousTime: about.previousTime ?? null,
    reason: about.reason ?? '',
  }));
}

/** A message to one party about a proposal. A COUNTER that comes to nothing is answered by DECLINECOUNTER (RFC 5546 §3.2.8). */
export function proposalMessage(
  kind: Extract<MessageKind, 'approval-request' | `proposal-${string}`>,
  state: MeetingState,
  to: Role,
  proposal: Proposal,
  nowMs: Instant,
  reason = '',
): MessageSpec {
  const endsCounter = to === proposal.proposedBy && proposal.door === 'mail';
  return {
    ...base(state, kind, endsCounter ? 'DECLINECOUNTER' : null, to, proposal.id, nowMs),
    proposal,
    reason,
  };
}

/** The newest REQUEST to one party once more: the same SEQUENCE, and how the party stands (RFC 5546 §3.2.6). */
export const refreshMessage = (
  state: MeetingState,
  to: Role,
  cause: string,
  nowMs: Instant,
): MessageSpec => ({
  ...base(state, 'refresh', 'REQUEST', to, cause, nowMs),
  partstat: state.answers[to].partstat,
});

/** A message to one party that is neither about a proposal nor for its calendar. */
export const plainMessage = (
  kind: 'fresh-link' | 'confirm-answer' | 'text-answer' | 'not-delivered' | 'delegation-refused',
  state: MeetingState,
  to: Role,
  cause: string,
  nowMs: Instant,
): MessageSpec => base(state, kind, null, to, cause, nowMs);

function base(
  state: MeetingState,
  kind: MessageKind,
  method: CalendarMethod | null,
  to: Role,
  cause: string,
  nowMs: Instant,
): MessageSpec {
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
    reason: '',
  };
}
