import { refuse, type Decision } from './decision.ts';
import type { DeadlineReached } from './events.ts';
import { decideExpired } from './proposals.ts';
import { closeRoom, endUnbooked, makeRoomReady, start } from './room.ts';
import type { Instant, MeetingState } from './state.ts';

export interface Deadline {
  atMs: Instant;
  what: 'booking-ends' | 'proposal-expires' | 'room-ready' | 'start' | 'grace-ends' | 'forced-close';
  /** For an operator who looks at the timer. */
  summary: string;
}

/**
 * The next moment at which the meeting changes by itself; null when it is over.
 * Of two at the same moment the earlier in the list comes first: a proposal expires before the meeting starts.
 */
export function nextDeadline(state: MeetingState): Deadline | null {
  const deadlines = deadlinesOf(state);
  return deadlines.reduce<Deadline | null>(
    (first, next) => (first && first.atMs <= next.atMs ? first : next),
    null,
  );
}

function deadlinesOf(state: MeetingState): Deadline[] {
  switch (state.status) {
    case 'open':
      return [{ atMs: state.startMs, what: 'booking-ends', summary: 'Open until the start' }];
    case 'scheduled':
      return [...proposalDeadlines(state), roomDeadline(state)];
    case 'live':
      return [...graceDeadline(state), forcedClose(state)];
    case 'cancelled':
    case 'closed':
      return [];
  }
}

const proposalDeadlines = (state: MeetingState): Deadline[] =>
  state.proposals.map((proposal) => ({
    atMs: proposal.expiresMs,
    what: 'proposal-expires',
    summary: `The ${proposal.proposedBy}'s proposal expires`,
  }));

const roomDeadline = (state: MeetingState): Deadline =>
  state.room.phase === 'none'
    ? {
        atMs: state.startMs - state.timings.readyBeforeMs,
        what: 'room-ready',
        summary: 'The room is made ready',
      }
    : { atMs: state.startMs, what: 'start', summary: 'The meeting starts' };

function graceDeadline(state: MeetingState): Deadline[] {
  const { emptySinceMs } = state.room;
  if (emptySinceMs === null) return [];
  // Leaving before the start does not close the room at the very moment when people arrive.
  const atMs = Math.max(emptySinceMs, state.startMs) + state.timings.graceMs;
  return [{ atMs, what: 'grace-ends', summary: 'Closes unless someone returns' }];
}

const forcedClose = (state: MeetingState): Deadline => ({
  atMs: state.endMs + state.timings.forceCloseMs,
  what: 'forced-close',
  summary: 'Closes whoever is inside',
});

/** Does what is due at `nowMs`; when more than one thing is, the first of them, and the next call does the next. */
export function decideDeadline(state: MeetingState, event: DeadlineReached, nowMs: Instant): Decision {
  const due = nextDeadline(state);
  if (!due) return refuse('meeting-over');
  if (due.atMs > nowMs) return refuse('not-due');
  switch (due.what) {
    case 'booking-ends':
      return endUnbooked(state, event, nowMs);
    case 'proposal-expires':
      return decideExpired(state, event, nowMs);
    case 'room-ready':
      return makeRoomReady(state, event, nowMs);
    case 'start':
      return start(state, event, nowMs);
    case 'grace-ends':
    case 'forced-close':
      return closeRoom(state, event, nowMs);
  }
}
