import { decide } from '../../../domain/meeting/decide.ts';
import type { Change, RefusalCode } from '../../../domain/meeting/decision.ts';
import type { MeetingEvent } from '../../../domain/meeting/events.ts';
import type { AttendeeId, Invite, Part } from '../../../domain/meeting/attendee-id.ts';
import {
  openMeeting,
  type BookingInput,
  type BookingState,
  type MeetingState,
} from '../../../domain/meeting/state.ts';
import { BUDGETS } from '../../support/budgets.ts';

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const NOW = Date.UTC(2026, 10, 2, 9);
export const START = NOW + 72 * HOUR;

export const input: BookingInput = {
  source: 'booking',
  uid: 'uid-1@example.com',
  tenantId: 'tenant-1',
  meetingId: 'room-1',
  title: 'Practice',
  startMs: START,
  endMs: START + HOUR,
  policy: 'strict',
  bouncePolicy: 'keep',
  proposalExpiryMs: 48 * HOUR,
  budgets: BUDGETS,
  notesPauseMs: 0,
  timings: { readyBeforeMs: MINUTE, graceMs: 15 * MINUTE, forceCloseMs: 30 * MINUTE },
  attendees: [{ id: 'host', role: 'host', required: true }],
};

/** What a meeting in a room begins with; its source is to come. */
export const ROOM_INPUT = {
  ...{ uid: input.uid, tenantId: input.tenantId, meetingId: input.meetingId, title: input.title },
  ...{ startMs: input.startMs, endMs: input.endMs, timings: input.timings },
};

let keys = 0;
const key = (): string => `key-${(keys += 1)}`;

export const GUEST: Part = { role: 'guest', required: true };
export const OPTIONAL: Part = { role: 'guest', required: false };

export const invite = (part: Part = GUEST): Invite => ({ ...part, requestId: key() });

/** @param parts who is invited beside the host */
export const booked = (parts: Part[] = [GUEST]): MeetingEvent => ({
  type: 'booked',
  key: key(),
  door: 'api',
  invites: parts.map(invite),
});
export const cancelled = (reason = ''): MeetingEvent => ({
  type: 'cancelled',
  key: key(),
  door: 'api',
  reason,
});
export const deadline = (): MeetingEvent => ({ type: 'deadline', key: key(), door: 'clock' });

export const answered = (
  attendeeId: AttendeeId,
  partstat: 'ACCEPTED' | 'DECLINED' | 'TENTATIVE',
  about: { sequence?: number; dtstampMs?: number; undated?: true } = {},
): MeetingEvent => ({
  type: 'answered',
  key: key(),
  door: 'mail',
  attendeeId,
  partstat,
  sequence: 0,
  dtstampMs: NOW,
  ...about,
});

export const proposed = (
  attendeeId: AttendeeId,
  id: string,
  { startMs = START + 24 * HOUR, lengthMs = HOUR, door = 'link', sequence = null as number | null } = {},
): MeetingEvent => ({
  type: 'proposed',
  key: key(),
  door: door as 'link' | 'mail',
  attendeeId,
  proposalId: id,
  startMs,
  endMs: startMs + lengthMs,
  note: '',
  sequence,
  linkId: null,
});

export const decided = (
  type: 'approved' | 'declined',
  attendeeId: AttendeeId,
  proposalId: string,
): MeetingEvent => ({
  type,
  key: key(),
  door: 'link',
  attendeeId,
  proposalId,
  linkId: null,
});

/** By the backend, to an hour later. */
export const moved = (sequence: number): MeetingEvent => ({
  ...{ type: 'moved', key: key(), door: 'api', sequence },
  ...{ startMs: START + HOUR, endMs: START + 2 * HOUR },
});

export const presence = (type: 'joined' | 'left', participantId = 'p1'): MeetingEvent => ({
  type,
  key: key(),
  door: 'room',
  participantId,
});

/** Lets events happen one after the other; every one of them must be allowed. */
export function after<S extends MeetingState = BookingState>(
  events: MeetingEvent[],
  nowMs = NOW,
  from: S = openMeeting(input) as S,
): S {
  return events.reduce<S>((state, event) => changeBy(state, event, nowMs).next, from);
}

export function changeBy<S extends MeetingState>(
  state: S,
  event: MeetingEvent,
  nowMs = NOW,
): Change & { next: S } {
  const decision = decide(state, event, nowMs);
  if (decision.kind === 'refusal') throw new Error(`refused: ${decision.code}`);
  return decision as Change & { next: S };
}

export function refusalOf(state: MeetingState, event: MeetingEvent, nowMs = NOW): RefusalCode | null {
  const decision = decide(state, event, nowMs);
  return decision.kind === 'refusal' ? decision.code : null;
}

export const asked = (
  type: 'refresh-requested' | 'link-requested' | 'delegation-tried',
  attendeeId: AttendeeId,
): MeetingEvent => ({ type, key: key(), door: 'mail', attendeeId });

export const held = (attendeeId: AttendeeId, inboundId = 'i'): MeetingEvent => ({
  type: 'answer-held',
  key: key(),
  door: 'mail',
  attendeeId,
  held: { inboundId, says: 'ACCEPTED', time: null },
  fingerprint: inboundId,
});
