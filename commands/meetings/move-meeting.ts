import type { TimeRange } from '../../domain/time/instant.ts';
import type { Actor } from '../../policies/actor.ts';
import type { MeetingName } from '../../queries/known-meeting.ts';
import { requireBookedMeeting } from './booked-meeting.ts';
import type { MeetingDeps } from './meeting-input.ts';

/**
 * Moves a booked meeting without asking; everybody is invited anew.
 *
 * @param requestKey the same key again is the same move
 * @throws NotPermitted; MeetingRefused, MeetingNotRunning, EngineUnavailable
 */
export async function moveMeeting(
  deps: MeetingDeps,
  actor: Actor,
  named: MeetingName & { time: TimeRange; requestKey: string },
): Promise<void> {
  const { uid, sequence } = await requireBookedMeeting(deps, actor, 'meetings.change', named);
  const { startMs, endMs } = named.time;
  await deps.meetings.update(uid, {
    type: 'moved',
    key: `moved/${named.requestKey}`,
    door: 'api',
    sequence: sequence + 1,
    startMs,
    endMs,
  });
}
