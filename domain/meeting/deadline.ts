import { endHold } from './booking.ts';
import { change, refuse, type Decision } from './decision.ts';
import type { DeadlineReached } from './events.ts';
import { notesDueMs } from './notes.ts';
import { decideExpired } from './proposals.ts';
import { nextReminderMs } from './reminders.ts';
import { decideReminderDue } from './reminding.ts';
import { closeVideo, endUnbooked, letVideoGo, makeVideoReady, start } from './video.ts';
import { hasVideo, isBooking, type BookingState, type MeetingState } from './state.ts';
import type { Instant } from '../time/instant.ts';

export interface Deadline {
  atMs: Instant;
  what:
    | 'hold-ends'
    | 'booking-ends'
    | 'proposal-expires'
    | 'notes-due'
    | 'reminder-due'
    | 'room-ready'
    | 'start'
    | 'room-let-go'
    | 'grace-ends'
    | 'forced-close';
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
      // A meeting in a room begins with what starts its workflow, and that may be after the start.
      return isBooking(state)
        ? [{ atMs: state.startMs, what: 'booking-ends', summary: 'Open until the start' }]
        : [forcedClose(state)];
    case 'held':
      return isBooking(state) ? [...proposalDeadlines(state), ...holdDeadline(state)] : [];
    case 'scheduled':
      return [
        ...proposalDeadlines(state),
        ...notesDeadlines(state),
        ...reminderDeadline(state),
        videoDeadline(state),
        ...emptyVideoDeadline(state),
      ];
    case 'live':
      return [...notesDeadlines(state), ...emptyVideoDeadline(state), forcedClose(state)];
    case 'cancelled':
    case 'closed':
      return [];
  }
}

const proposalDeadlines = (state: MeetingState): Deadline[] =>
  isBooking(state)
    ? state.proposals.map((proposal) => ({
        atMs: proposal.expiresMs,
        what: 'proposal-expires',
        summary: `The proposal of ${proposal.proposedBy} expires`,
      }))
    : [];

/** A request for approval has a deadline of its own. */
const holdDeadline = ({ hold, startMs, proposals }: BookingState): Deadline[] =>
  proposals.length > 0
    ? []
    : [
        {
          atMs: Math.min(hold?.untilMs ?? startMs, startMs),
          what: 'hold-ends',
          summary: 'Held until then, unless it is booked',
        },
      ];

/** What waits when the meeting is over is told by its end. */
const notesDeadlines = (state: MeetingState): Deadline[] =>
  isBooking(state)
    ? state.attendees
        .filter(({ notes }) => notes.waiting.length > 0)
        .map(({ id, notes }) => ({
          atMs: notesDueMs(state, notes),
          what: 'notes-due',
          summary: `What happened is told to ${id}`,
        }))
    : [];

function reminderDeadline(state: MeetingState): Deadline[] {
  const atMs = isBooking(state) ? nextReminderMs(state) : null;
  return atMs === null ? [] : [{ atMs, what: 'reminder-due', summary: 'A reminder is due' }];
}

const videoDeadline = (state: MeetingState): Deadline =>
  state.video.phase === 'none' && hasVideo(state)
    ? {
        atMs: state.startMs - state.timings.readyBeforeMs,
        what: 'room-ready',
        summary: 'The room is made ready',
      }
    : { atMs: state.startMs, what: 'start', summary: 'The meeting starts' };

/** What becomes of a room that everybody left; nothing while somebody is inside, or when nobody ever was. */
function emptyVideoDeadline(state: MeetingState): Deadline[] {
  const { startMs, timings, video } = state;
  const calendar = isBooking(state) ? undefined : state.calendar;
  if (video.emptySinceMs === null) return [];
  const graceEndsMs = video.emptySinceMs + timings.graceMs;
  if (calendar?.removed) return [graceEnds(graceEndsMs)];
  // The calendar moved the meeting while people were inside; they have left, and it is yet to come.
  if (calendar && graceEndsMs < startMs - timings.readyBeforeMs) {
    return [{ atMs: graceEndsMs, what: 'room-let-go', summary: 'The room is let go until the meeting' }];
  }
  // Leaving before the start does not close the room at the very moment when people arrive.
  return [graceEnds(Math.max(graceEndsMs, startMs + timings.graceMs))];
}

const graceEnds = (atMs: Instant): Deadline => ({
  atMs,
  what: 'grace-ends',
  summary: 'Closes unless someone returns',
});

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
    case 'hold-ends':
      return isBooking(state) ? endHold(state, event, nowMs) : refuse('not-booked');
    case 'booking-ends':
      return endUnbooked(state, event, nowMs);
    case 'proposal-expires':
      return isBooking(state) ? decideExpired(state, event, nowMs) : refuse('not-booked');
    case 'notes-due':
      return change(state, event, nowMs, { story: [] });
    case 'reminder-due':
      return isBooking(state) ? decideReminderDue(state, event, nowMs) : refuse('not-booked');
    case 'room-ready':
      return makeVideoReady(state, event, nowMs);
    case 'start':
      return start(state, event, nowMs);
    case 'room-let-go':
      return letVideoGo(state, event, nowMs);
    case 'grace-ends':
    case 'forced-close':
      return closeVideo(state, event, nowMs);
  }
}
