import { MeetingNotRunning, MeetingRefused } from '../../../activities/meeting/meetings.ts';
import type { BookedMeeting } from '../../../adapters/postgres/booked-meetings.ts';
import { isOver } from '../../../domain/meeting/state.ts';
import type { TimeRange } from '../../../domain/time/instant.ts';
import type { ApiDeps } from '../../deps.ts';
import { refused } from '../../middleware/problems.ts';
import { Problem } from '../../middleware/problem.ts';
import { iso } from '../fields.ts';
import { requireMeeting } from '../../../commands/meetings/known-meeting.ts';
import type { Actor } from '../../../policies/actor.ts';

export interface Wanted extends TimeRange {
  sequence: number;
}

/** @throws Problem meeting-over, sequence-mismatch, time-mismatch */
export function requireAsWanted(meeting: BookedMeeting, wanted: Wanted): void {
  if (isOver(meeting)) throw refused('meeting-over');
  if (meeting.sequence !== wanted.sequence) {
    throw new Problem('sequence-mismatch', `The meeting is at SEQUENCE ${meeting.sequence}.`, {
      members: { sequence: meeting.sequence },
    });
  }
  if (meeting.startMs !== wanted.startMs || meeting.endMs !== wanted.endMs) {
    throw new Problem('time-mismatch', 'At this SEQUENCE the meeting is at another time.', {
      members: { startUtc: iso(meeting.startMs), endUtc: iso(meeting.endMs) },
    });
  }
}

/**
 * Moves the meeting to the wanted time, when the wanted SEQUENCE is the next one. Everybody's messages are
 * prepared by the first call; those for the others find it done.
 *
 * @returns the room as it then is
 */
export async function moveMeeting(
  deps: ApiDeps,
  actor: Actor,
  meeting: BookedMeeting,
  wanted: Wanted,
): Promise<BookedMeeting> {
  if (wanted.sequence !== meeting.sequence + 1 || meeting.status !== 'scheduled') return meeting;
  const event = { type: 'moved', key: `moved/${wanted.sequence}`, door: 'api', ...wanted } as const;
  try {
    await deps.meetings.update(meeting.uid, event);
  } catch (error) {
    // Somebody else was faster; whether to the same time, the room tells.
    const overtaken = error instanceof MeetingRefused && error.code === 'stale-sequence';
    if (!overtaken && !(error instanceof MeetingNotRunning)) throw error;
  }
  return requireMeeting(deps, actor, 'ics.compose', { tenantId: meeting.tenantId, meetingId: meeting.id });
}
