import { MeetingNotRunning, MeetingRefused } from '../../activities/meeting/meetings.ts';
import type { BookedMeeting } from '../../adapters/postgres/booked-meetings.ts';
import type { Actor } from '../../policies/actor.ts';
import { requireBookedMeeting } from '../meetings/booked-meeting.ts';
import type { MeetingDeps } from '../meetings/meeting-input.ts';
import { requireAddressee, type AddresseeName } from './addressee.ts';
import { bringAbout, type SentMessage } from './bring-about.ts';
import { requireAsWanted, type Wanted } from './wanted.ts';

/**
 * Moves the meeting to the wanted time, when the wanted SEQUENCE is the next one, and brings about or repeats the message
 * about it. Everybody's messages are prepared by the first call; those for the others find it done.
 *
 * @throws NotPermitted, UnknownAttendee, NotAsWanted; MeetingRefused, EngineUnavailable
 */
export async function sendUpdate(
  deps: MeetingDeps,
  actor: Actor,
  named: AddresseeName,
  wanted: Wanted,
): Promise<SentMessage> {
  const to = await requireAddressee(deps, actor, named);
  const meeting = await moved(deps, actor, to.meeting, wanted);
  requireAsWanted(meeting, wanted);
  return bringAbout(deps, { ...to, meeting }, { method: 'REQUEST', sequence: wanted.sequence });
}

/** @returns the meeting as it then is */
async function moved(
  deps: MeetingDeps,
  actor: Actor,
  meeting: BookedMeeting,
  wanted: Wanted,
): Promise<BookedMeeting> {
  if (wanted.sequence !== meeting.sequence + 1 || meeting.status !== 'scheduled') return meeting;
  const event = { type: 'moved', key: `moved/${wanted.sequence}`, door: 'api', ...wanted } as const;
  try {
    await deps.meetings.update(meeting.uid, event);
  } catch (error) {
    // Somebody else was faster; whether to the same time, the meeting tells.
    const overtaken = error instanceof MeetingRefused && error.code === 'stale-sequence';
    if (!overtaken && !(error instanceof MeetingNotRunning)) throw error;
  }
  return requireBookedMeeting(deps, actor, 'ics.compose', {
    tenantId: meeting.tenantId,
    meetingId: meeting.id,
  });
}
