import { nextDeadline } from '../../domain/meeting/deadline.ts';
import { isBooking, type MeetingState } from '../../domain/meeting/state.ts';
import type { MeetingOutcome } from './messages.ts';

export const outcomeOf = (meeting: MeetingState): MeetingOutcome => ({
  status: meeting.status,
  sequence: meeting.sequence,
  startMs: meeting.startMs,
  endMs: meeting.endMs,
});

/** What the meeting waits for, in a few words that an operator can filter by. */
export function waitingFor(meeting: MeetingState): WaitingFor {
  if (isBooking(meeting) && meeting.proposals.length > 0) return 'approval';
  switch (nextDeadline(meeting)?.what) {
    case undefined:
      return 'nothing';
    case 'hold-ends':
    case 'booking-ends':
      return 'booking';
    case 'proposal-expires':
      return 'approval';
    case 'notes-due':
      return meeting.status === 'live' ? 'end' : 'start';
    case 'reminder-due':
    case 'room-ready':
    case 'start':
    case 'room-let-go':
      return 'start';
    case 'grace-ends':
      return 'return';
    case 'forced-close':
      return 'end';
  }
}

export type WaitingFor = 'booking' | 'approval' | 'start' | 'end' | 'return' | 'nothing';
