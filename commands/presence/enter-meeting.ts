import { MeetingNotRunning, MeetingRefused } from '../../activities/meeting/meetings.ts';
import { writeLeft } from '../../adapters/postgres/rooms/participants.ts';
import { videoUrlOf } from '../../domain/meeting/entrance.ts';
import { isOver } from '../../domain/meeting/state.ts';
import type { Instant } from '../../domain/time/instant.ts';
import type { Actor } from '../../policies/actor.ts';
import type { Counted } from '../counted.ts';
import type { CommandDeps } from '../deps.ts';
import { admit, type Coming } from './admit.ts';
import { requireDoor, type DoorName } from './known-door.ts';
import { tellJoined } from './tell.ts';

/** How somebody came to a meeting. */
export interface Entered {
  /** Where the people meet; null: the room is not ready, and nothing has happened. */
  videoUrl: string | null;
  meetingId: string;
  startMs: Instant;
  /** Null: it was booked, and is in no room. */
  roomName: string | null;
}

/**
 * Somebody enters a meeting; the same participant again enters once. The name is written first, so that it is there when the
 * meeting says who is inside.
 *
 * @throws NotPermitted, MeetingRefused when it is over, NotLetIn and what `counted` throws; EngineUnavailable
 */
export async function enterMeeting(
  deps: Pick<CommandDeps, 'knex' | 'clock' | 'config' | 'meetings'>,
  actor: Actor,
  named: DoorName,
  coming: Coming,
  counted: Counted,
): Promise<Entered> {
  const known = await requireDoor(deps, actor, named);
  const { door, roomName } = known;
  if (isOver(door)) throw new MeetingRefused('meeting-over');
  const videoUrl = videoUrlOf(door);
  const { participantId } = coming;
  if (videoUrl !== null) {
    await admit(deps, known, coming, counted);
    try {
      await tellJoined(deps, { uid: door.uid, participantId, key: participantId });
    } catch (error) {
      if (!(error instanceof MeetingNotRunning)) throw error;
      await writeLeft(deps.knex, { meetingId: door.id, participantId }, deps.clock.nowMs());
      throw new MeetingRefused('meeting-over');
    }
  }
  return { videoUrl, meetingId: door.id, startMs: door.startMs, roomName };
}
