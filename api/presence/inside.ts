import type { MeetingDoor } from '../../adapters/postgres/rooms/door.ts';
import { participantOf, writeLeft } from '../../adapters/postgres/rooms/participants.ts';
import { presenceKey, writeHeartbeat } from '../../adapters/postgres/presence.ts';
import type { ApiDeps } from '../deps.ts';
import { Problem } from '../middleware/problem.ts';
import { admit, type Comer } from './admit.ts';
import { openVideoUrl, tellJoined, tellLeft } from './entrance.ts';

interface Coming {
  participantId: string;
  displayName: string | null;
}

/**
 * Somebody enters a meeting; the same participant again enters once. The name is written first, so
 * that it is there when the meeting says who is inside.
 *
 * @returns where the people meet; null when the room is not ready, and then nothing has happened
 * @throws Problem meeting-over, too-many-requests, room-full
 */
export async function enterMeeting(
  deps: ApiDeps,
  door: MeetingDoor,
  { participantId, displayName }: Coming,
  by: Comer,
): Promise<string | null> {
  const videoUrl = openVideoUrl(door);
  if (videoUrl === null) return null;
  const nowMs = deps.clock.nowMs();
  const place = { tenantId: door.tenantId, meetingId: door.id, participantId };
  await admit(deps, { ...place, displayName }, by, nowMs);
  try {
    await tellJoined(deps, { uid: door.uid, participantId, key: participantId });
  } catch (error) {
    if (error instanceof Problem && error.code === 'meeting-over') await writeLeft(deps.knex, place, nowMs);
    throw error;
  }
  return videoUrl;
}

/** Somebody leaves. Who never came, or has left, leaves nothing behind, in the meeting's history neither. */
export async function leaveMeeting(deps: ApiDeps, door: MeetingDoor, participantId: string): Promise<void> {
  const participant = await participantOf(deps.knex, door.id, participantId);
  if (!participant || participant.left) return;
  const key = presenceKey(participantId, participant.comings);
  await tellLeft(deps, { uid: door.uid, participantId, key });
  await writeLeft(deps.knex, { meetingId: door.id, participantId }, deps.clock.nowMs());
}

/**
 * The page of somebody inside says that it is still there; the first one promises more. Who was taken for gone because
 * none came, is back.
 *
 * @returns false when they have left, never came, or the meeting is over
 */
export const stillInside = (
  { knex, clock }: Pick<ApiDeps, 'knex' | 'clock'>,
  { id }: Pick<MeetingDoor, 'id'>,
  participantId: string,
): Promise<boolean> => writeHeartbeat(knex, { meetingId: id, participantId }, clock.nowMs());
