import type { Instant } from '../time/instant.ts';
import { change, type Decision, type Invited } from './decision.ts';
import type { Booked, Decided, MeetingEvent } from './events.ts';
import { agreed, scheduled } from './inviting.ts';
import { calendarMessages, proposalMessage } from './messages.ts';
import type { MessageSpec } from './message-spec.ts';
import type { Proposal } from './proposal.ts';
import type { BookingState } from './state.ts';
import { uuidOf } from '../uuid.ts';

/** The proposal that a booking of a meeting is, while its hosts are asked; there is one in a meeting's life. */
export const requestIdOf = (meetingId: string): string => uuidOf(meetingId.replaceAll('-', ''));

/**
 * A booking that the hosts have to approve is a proposal of its guest's: of the time that is held meanwhile. All required hosts are asked;
 * the first decline ends it.
 */
export function requestApproval(
  state: BookingState,
  event: Booked,
  nowMs: Instant,
  { invited, approvalMs }: { invited: Invited[]; approvalMs: number },
): Decision {
  const asked = state.attendees
    .filter(({ role, required }) => role === 'host' && required)
    .map(({ id }) => id);
  const guest = state.attendees.find(({ role }) => role === 'guest')?.id ?? 'guest';
  const proposal: Proposal = {
    id: requestIdOf(state.meetingId),
    proposedBy: guest,
    door: 'link',
    startMs: state.startMs,
    endMs: state.endMs,
    note: '',
    createdMs: nowMs,
    expiresMs: Math.min(nowMs + approvalMs, state.startMs),
    asked,
    waitsFor: asked,
  };
  const next = {
    ...state,
    status: 'held' as const,
    hold: { untilMs: proposal.expiresMs },
    proposals: [proposal],
  };
  return change(next, event, nowMs, {
    messages: [
      ...asked.map((to) => proposalMessage('booking-request', next, to, proposal, nowMs, { about: guest })),
      proposalMessage('booking-requested', next, guest, proposal, nowMs),
    ],
    invited,
    proposals: [{ proposal, status: 'pending', decidedBy: null, isNew: true }],
    story: [{ what: 'booking-requested', by: guest }],
  });
}

/** The last of the hosts says yes: it is booked, and who wanted it and who approved it have accepted it. */
export function approveRequest(
  state: BookingState,
  proposal: Proposal,
  event: MeetingEvent,
  nowMs: Instant,
  by: string,
): Decision {
  const inFavour = [proposal.proposedBy, ...proposal.asked];
  const booked = scheduled(agreed(state, inFavour, nowMs), nowMs);
  return change(booked, event, nowMs, {
    messages: calendarMessages('invitation', booked, { nowMs, cause: 'booked' }),
    proposals: [{ proposal, status: 'approved', decidedBy: by }],
    story: [
      { what: 'booking-approved', by },
      { what: 'booked', by: proposal.proposedBy },
    ],
  });
}

/** A host says no, or nobody said anything in time: the time is given back. */
export function endRequest(
  state: BookingState,
  proposal: Proposal,
  event: Decided | Extract<MeetingEvent, { type: 'deadline' }>,
  nowMs: Instant,
): Decision {
  const isDeclined = event.type !== 'deadline';
  const kind = isDeclined ? 'booking-declined' : 'booking-expired';
  const by = isDeclined ? event.attendeeId : 'parley';
  return change({ ...state, status: 'cancelled', proposals: [] }, event, nowMs, {
    messages: tellOthers(kind, state, proposal, nowMs, by),
    proposals: [{ proposal, status: isDeclined ? 'declined' : 'expired', decidedBy: by }],
    story: [{ what: kind, by }],
  });
}

/** The reason of a booking that comes to nothing since its guest took it back; mails have the words for it. */
export const TAKEN_BACK = 'taken-back';

/**
 * What everybody is told who has to do with a booking that its hosts were asked about, when it is cancelled meanwhile.
 *
 * @param by whose doing it is
 */
export const requestsDeclined = (state: BookingState, nowMs: Instant, by: string): MessageSpec[] =>
  state.proposals.flatMap((proposal) =>
    tellOthers('booking-declined', state, proposal, nowMs, by).map((message) => ({
      ...message,
      reason: proposal.proposedBy === by ? TAKEN_BACK : '',
    })),
  );

/** To who asked for the booking and to its hosts, but not to whose doing it is. */
const tellOthers = (
  kind: 'booking-declined' | 'booking-expired',
  state: BookingState,
  proposal: Proposal,
  nowMs: Instant,
  by: string,
): MessageSpec[] =>
  [proposal.proposedBy, ...proposal.asked]
    .filter((id) => id !== by)
    .map((to) => proposalMessage(kind, state, to, proposal, nowMs));
