import {
  insertRoomMeeting,
  meetingInputOf,
  type RoomMeeting,
} from '../../adapters/postgres/rooms/meetings.ts';
import type { Room } from '../../adapters/postgres/rooms/rooms.ts';
import { countUnscheduled } from '../../adapters/postgres/rooms/unscheduled.ts';
import { isOver } from '../../domain/meeting/state.ts';
import type { ApiDeps } from '../deps.ts';
import type { RequestLimits } from '../limits/request.ts';
import { refused, tooManyRequests } from '../middleware/problems.ts';

/** Anybody who has the room's address may begin meetings in it, so not without end; the owner has a limit of their own. */
const MOST_MEETINGS = 10;
const MEETINGS_WITHIN_MS = 3_600_000;

/**
 * Begins a meeting that is in no calendar; the same id again finds the one begun before.
 *
 * @throws Problem too-many-requests, meeting-over, engine-unavailable
 */
export async function startUnscheduled(
  deps: ApiDeps,
  room: Room,
  { id, title }: { id: string; title: string },
  by: { counted: RequestLimits; isOwner: boolean },
): Promise<RoomMeeting> {
  if (by.isOwner) await by.counted.countPlace('ownerStarts', room.id);
  else await by.counted.count('starts', room.id);
  const nowMs = deps.clock.nowMs();
  const meeting = await deps.knex.transaction(async (trx) => {
    const begun = await countUnscheduled(trx, room.id, nowMs - MEETINGS_WITHIN_MS, id);
    if (begun >= MOST_MEETINGS && !by.isOwner) throw tooManyRequests();
    return insertRoomMeeting(trx, {
      id,
      tenantId: room.tenantId,
      roomId: room.id,
      source: 'unscheduled',
      title,
      startMs: nowMs,
      endMs: nowMs + deps.config.unscheduledMs,
    });
  });
  const event = { type: 'opened', key: `opened/${id}`, door: 'room' } as const;
  const outcome = await deps.meetings.open(meetingInputOf(meeting, deps.config), event);
  if (isOver(outcome)) throw refused('meeting-over');
  return meeting;
}
