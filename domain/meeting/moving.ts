import { askingProblem } from './changing.ts';
import { change, refuse, type Decision, type ProposalChange, type RefusalCode } from './decision.ts';
import type { Moved } from './events.ts';
import type { AttendeeId } from './attendee-id.ts';
import { agreedAlready, unanswered } from './attendees.ts';
import { timeOf, updateMessages } from './messages.ts';
import { isUnbooked, type BookingState, type MeetingState } from './state.ts';
import type { Proposal } from './proposal.ts';
import type { Instant, TimeRange } from '../time/instant.ts';

const LONGEST_MEETING_MS = 7 * 24 * 3_600_000;

/** Why no meeting can be at `time`, or null when one can. */
export function timeProblem({ startMs, endMs }: TimeRange, nowMs: Instant): RefusalCode | null {
  if (endMs <= startMs) return 'time-empty';
  if (endMs - startMs > LONGEST_MEETING_MS) return 'time-too-long';
  return startMs <= nowMs ? 'time-past' : null;
}

/** Why the meeting cannot move to `time`, or null when it can. */
export function moveProblem(state: MeetingState, time: TimeRange, nowMs: Instant): RefusalCode | null {
  const problem = timeProblem(time, nowMs);
  if (problem) return problem;
  if (time.startMs === state.startMs && time.endMs === state.endMs) return 'time-unchanged';
  return null;
}

/** All pending proposals come to nothing, because the meeting itself changed. */
export const expireAllProposals = ({ proposals }: { proposals: readonly Proposal[] }): ProposalChange[] =>
  proposals.map((proposal) => ({ proposal, status: 'expired', decidedBy: 'parley' }));

/** The meeting moves without asking; the SEQUENCE that is named must be the next one, so that a repeat cannot move it twice. */
export function decideMoved(state: BookingState, event: Moved, nowMs: Instant): Decision {
  const stands = schedulingProblem(state, nowMs);
  if (stands) return refuse(stands);
  if (event.sequence !== state.sequence + 1) return refuse('stale-sequence');
  const { attendeeId: by } = event;
  const who = by === undefined ? undefined : state.attendees.find(({ id }) => id === by);
  if (by !== undefined && !who) return refuse('not-attending');
  const problem = (who && askingProblem(who, state, nowMs)) ?? moveProblem(state, event, nowMs);
  if (problem) return refuse(problem);
  const agreement = who ? { by: [who.id], atMs: nowMs } : null;
  const next = { ...movedTo(state, event, nowMs, agreement), proposals: [] };
  return change(next, event, nowMs, {
    messages: updateMessages(next, { nowMs, cause: 'moved', previousTime: timeOf(state) }),
    proposals: expireAllProposals(state),
    story: [{ what: 'moved', by: by ?? 'backend' }],
  });
}

/** Why nobody can ask for another time now, or null when one can. */
export function schedulingProblem(
  state: Pick<MeetingState, 'status' | 'startMs'>,
  nowMs: Instant,
): RefusalCode | null {
  if (isUnbooked(state)) return 'not-booked';
  if (state.status === 'live') return 'meeting-started';
  if (state.status !== 'scheduled') return 'meeting-over';
  return state.startMs <= nowMs ? 'meeting-started' : null;
}

/** Whether somebody can ask for another time now. */
export const canMove = (state: Pick<MeetingState, 'status' | 'startMs'>, nowMs: Instant): boolean =>
  schedulingProblem(state, nowMs) === null;

/** Who agreed to a new time before the meeting moved there, and when the last of them did. */
interface Agreement {
  by: readonly AttendeeId[];
  atMs: Instant;
}

/**
 * What a new time does to a meeting: the next SEQUENCE, and everybody is asked again
 * (RFC 5546 §3.2.2.1: an answer counts for the time that it was given to), except who agreed to that very time. Reminders are those
 * of the new time.
 *
 * @param agreement null: nobody was asked whether it suits
 */
export function movedTo(
  state: BookingState,
  time: TimeRange,
  nowMs: Instant,
  agreement: Agreement | null = null,
): BookingState {
  const sequence = state.sequence + 1;
  return {
    ...state,
    sequence,
    startMs: time.startMs,
    endMs: time.endMs,
    remindedUntilMs: nowMs,
    attendees: state.attendees.map((attendee) => ({
      ...attendee,
      answer: agreement?.by.includes(attendee.id)
        ? agreedAlready(sequence, agreement.atMs)
        : unanswered(sequence),
      unreachable: false,
    })),
    video: { phase: 'none', present: [], emptySinceMs: null },
  };
}
