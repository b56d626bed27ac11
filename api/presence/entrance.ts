import { MeetingNotRunning } from '../../activities/meeting/meetings.ts';
import { isOver, type MeetingStatus } from '../../domain/meeting/state.ts';
import type { Instant } from '../../domain/time/instant.ts';
import type { ApiDeps } from '../deps.ts';
import { refused } from '../middleware/problems.ts';
import { Problem } from '../middleware/problem.ts';
import { iso } from '../routes/fields.ts';

/** What says whether a meeting can be entered. */
export interface Entrance {
  status: MeetingStatus;
  startMs: Instant;
  readyAt: Date | null;
  closedAt: Date | null;
  videoUrl: string | null;
}

/** Where the people meet, while the room is ready; null before, and when the meeting is over. */
export const videoUrlOf = (meeting: Entrance): string | null =>
  !isOver(meeting) && meeting.readyAt !== null && meeting.closedAt === null ? meeting.videoUrl : null;

/** Where the people meet, while the room is ready; null before. @throws Problem meeting-over */
export function openVideoUrl(meeting: Entrance): string | null {
  if (isOver(meeting)) throw refused('meeting-over');
  return videoUrlOf(meeting);
}

/** @throws Problem meeting-over, room-not-ready */
export function requireReady(meeting: Entrance): string {
  const url = openVideoUrl(meeting);
  if (url !== null) return url;
  throw new Problem('room-not-ready', 'The room opens shortly before the meeting starts.', {
    members: { startsAt: iso(meeting.startMs) },
  });
}

interface Presence {
  uid: string;
  participantId: string;
  /** Names this coming or going for ever. */
  key: string;
}

/** @throws Problem meeting-over */
export async function tellJoined({ meetings }: Pick<ApiDeps, 'meetings'>, who: Presence): Promise<void> {
  const { uid, participantId, key } = who;
  const event = { type: 'joined', key: `joined/${key}`, door: 'room', participantId } as const;
  try {
    await meetings.tell(uid, event);
  } catch (error) {
    throw error instanceof MeetingNotRunning ? refused('meeting-over') : error;
  }
}

/** A meeting that is over has nobody inside any more, so it need not hear of it. */
export async function tellLeft({ meetings }: Pick<ApiDeps, 'meetings'>, who: Presence): Promise<void> {
  const { uid, participantId, key } = who;
  const event = { type: 'left', key: `left/${key}`, door: 'room', participantId } as const;
  try {
    await meetings.tell(uid, event);
  } catch (error) {
    if (!(error instanceof MeetingNotRunning)) throw error;
  }
}
