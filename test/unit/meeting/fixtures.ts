import { decide } from '../../../domain/meeting/decide.ts';
import type { Change, RefusalCode } from '../../../domain/meeting/decision.ts';
import type { MeetingEvent } from '../../../domain/meeting/events.ts';
import { openMeeting, type MeetingInput, type MeetingState } from '../../../domain/meeting/state.ts';
import { BUDGETS } from '../../support/budgets.ts';

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const NOW = Date.UTC(2026, 10, 2, 9);
export const START = NOW + 72 * HOUR;

export const input: MeetingInput = {
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
};

let keys = 0;
const key = (): string => `key-${(keys += 1)}`;

export const booked = (): MeetingEvent => ({
  type: 'booked',
  key: key(),
  door: 'api',
  requestId: 'request-1',
});
export const cancelled = (reason = ''): MeetingEvent => ({
  type: 'cancelled',
  key: key(),
  door: 'api',
  reason,
});
export const deadline = (): MeetingEvent => ({ type: 'deadline', key: key(), door: 'clock' });

export const answered = (
  role: 'host' | 'guest',
  partstat: 'ACCEPTED' | 'DECLINED' | 'TENTATIVE',
  about: { sequence?: number; dtstampMs?: number; undated?: true } = {},
): MeetingEvent => ({
  type: 'answered',
  key: key(),
  door: 'mail',
  role,
  partstat,
  sequence: 0,
  dtstampMs: NOW,
  ...about,
});

export const proposed = (
  role: 'host' | 'guest',
  id: string,
  { startMs = START + 24 * HOUR, lengthMs = HOUR, door = 'link', sequence = null as number | null } = {},
): MeetingEvent => ({
  type: 'proposed',
  key: key(),
  door: door as 'link' | 'mail',
  role,
  proposalId: id,
  startMs,
  endMs: startMs + lengthMs,
  note: '',
  sequence,
  linkId: null,
});

export const decided = (
  type: 'approved' | 'declined',
  role: 'host' | 'guest',
  proposalId: string,
): MeetingEvent => ({
  type,
  key: key(),
  door: 'link',
  role,
  proposalId,
  linkId: null,
});

export const presence = (type: 'joined' | 'left', participantId = 'p1'): MeetingEvent => ({
  type,
  key: key(),
  door: 'room',
  participantId,
});

/** Lets events happen one after the other; every one of them must be allowed. */
export function after(
  events: MeetingEvent[],
  nowMs = NOW,
  from: MeetingState = openMeeting(input),
): MeetingState {
  return events.reduce((state, event) => changeBy(state, event, nowMs).next, from);
}

export function changeBy(state: MeetingState, event: MeetingEvent, nowMs = NOW): Change {
  const decision = decide(state, event, nowMs);
  if (decision.kind === 'refusal') throw new Error(`refused: ${decision.code}`);
  return decision;
}

export function refusalOf(state: MeetingState, event: MeetingEvent, nowMs = NOW): RefusalCode | null {
  const decision = decide(state, event, nowMs);
  return decision.kind === 'refusal' ? decision.code : null;
}

export const asked = (
  type: 'refresh-requested' | 'link-requested' | 'delegation-tried',
  role: 'host' | 'guest',
): MeetingEvent => ({ type, key: key(), door: 'mail', role });

export const held = (role: 'host' | 'guest', inboundId = 'i'): MeetingEvent => ({
  type: 'answer-held',
  key: key(),
  door: 'mail',
  role,
  held: { inboundId, says: 'ACCEPTED', time: null },
  fingerprint: inboundId,
});
