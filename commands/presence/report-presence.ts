import { MeetingRefused } from '../../activities/meeting/meetings.ts';
import { videoUrlOf } from '../../domain/meeting/entrance.ts';
import { isOver } from '../../domain/meeting/state.ts';
import type { Instant } from '../../domain/time/instant.ts';
import type { Actor } from '../../policies/actor.ts';
import type { MeetingName } from '../../queries/known-meeting.ts';
import { requireBookedMeeting } from '../meetings/booked-meeting.ts';
import type { CommandDeps } from '../deps.ts';
import { tellJoined, tellLeft } from './tell.ts';

/** The video room is not open yet. */
export class RoomNotReady extends Error {
  /** When the meeting starts. */
  readonly startMs: Instant;

  constructor(startMs: Instant) {
    super('the video room is not ready');
    this.name = 'RoomNotReady';
    this.startMs = startMs;
  }
}

/** Somebody of whom the backend tells. */
interface Reported extends MeetingName {
  participantId: string;
  /** Of this report: the same again is told once. */
  requestKey: string;
}

/**
 * The backend lets somebody into a booked meeting.
 *
 * @returns where the people meet
 * @throws NotPermitted, RoomNotReady; MeetingRefused, MeetingNotRunning when it is over; EngineUnavailable
 */
export async function reportJoined(
  deps: Pick<CommandDeps, 'knex' | 'meetings'>,
  actor: Actor,
  { participantId, requestKey, ...named }: Reported,
): Promise<string> {
  const meeting = await requireBookedMeeting(deps, actor, 'meetings.join', named);
  if (isOver(meeting)) throw new MeetingRefused('meeting-over');
  const videoUrl = videoUrlOf(meeting);
  if (videoUrl === null) throw new RoomNotReady(meeting.startMs);
  await tellJoined(deps, { uid: meeting.uid, participantId, key: requestKey });
  return videoUrl;
}

/**
 * Somebody has left, says the backend; also when the meeting is over.
 *
 * @returns the id of the meeting
 * @throws NotPermitted; EngineUnavailable
 */
export async function reportLeft(
  deps: Pick<CommandDeps, 'knex' | 'meetings'>,
  actor: Actor,
  { participantId, requestKey, ...named }: Reported,
): Promise<string> {
  const { id, uid } = await requireBookedMeeting(deps, actor, 'meetings.join', named);
  await tellLeft(deps, { uid, participantId, key: requestKey });
  return id;
}
