import type { Answered, Proposed } from './events.ts';
import type { MeetingState } from './state.ts';
import type { TimelineWord } from './timeline-word.ts';
import type { ProposalStatus } from './proposal.ts';
import type { Instant } from '../time/instant.ts';

/** Why an answer that waits for its attendee's word could not count any more. */
export type HeldProblem = 'cancelled' | 'over' | 'moved' | 'past';

/** @returns null when it could count now */
export function heldProblem(
  held: Pick<Answered | Proposed, 'sequence'> & { time: { startMs: Instant } | null },
  meeting: Pick<MeetingState, 'status' | 'sequence'>,
  nowMs: Instant,
): HeldProblem | null {
  if (meeting.status === 'cancelled') return 'cancelled';
  if (meeting.status === 'closed') return 'over';
  if (held.sequence !== null && held.sequence < meeting.sequence) return 'moved';
  return held.time !== null && held.time.startMs <= nowMs ? 'past' : null;
}

/** What the meeting made of an answer that its attendee has confirmed. */
export type HeldOutcome = 'counts' | 'outdated' | 'refused' | 'gone';

/**
 * @param story what the answer has added to the meeting's
 * @param proposal how the proposal that it made stands now; null: it made none
 */
export function heldOutcome(story: readonly TimelineWord[], proposal: ProposalStatus | null): HeldOutcome {
  if (story.includes('stale-answer')) return 'outdated';
  if (story.includes('proposal-refused')) return 'refused';
  const stands = proposal === null || proposal === 'pending' || proposal === 'approved';
  return stands ? 'counts' : 'gone';
}
