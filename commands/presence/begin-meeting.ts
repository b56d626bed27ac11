import { MeetingRefused } from '../../activities/meeting/meetings.ts';
import { insertRoomMeeting, type RoomMeeting } from '../../adapters/postgres/rooms/meetings.ts';
import { roomNamed } from '../../adapters/postgres/rooms/rooms.ts';
import { countUnscheduled } from '../../adapters/postgres/rooms/unscheduled.ts';
import { meetingInputOf } from '../../domain/meeting/room-input.ts';
import { isOver } from '../../domain/meeting/state.ts';
import type { Actor } from '../../policies/actor.ts';
import { permit } from '../../policies/permit.ts';
import { viewerFor } from '../../policies/viewer.ts';
import type { Counted } from '../counted.ts';
import type { CommandDeps } from '../deps.ts';
import { NotLetIn } from './not-let-in.ts';

/** Anybody who has the room's address may begin meetings in it, so not without end; the owner has a limit of their own. */
const MOST_MEETINGS = 10;
const MEETINGS_WITHIN_MS = 3_600_000;

/**
 * Begins a meeting that is in no calendar; the same id again finds the one begun before.
 *
 * @throws NotPermitted, NotLetIn and what `counted` throws; MeetingRefused when it is over, EngineUnavailable
 */
export async function beginMeeting(
  { knex, clock, config, meetings }: Pick<CommandDeps, 'knex' | 'clock' | 'config' | 'meetings'>,
  actor: Actor,
  { nameOrId, id, title }: { nameOrId: string; id: string; title: string },
  counted: Counted,
): Promise<RoomMeeting> {
  const room = permit(actor, 'room.begin-meeting', await roomNamed(knex, nameOrId), 'The room');
  const isOwner = viewerFor(actor, room) === 'owner';
  if (isOwner) await counted.countPlace('ownerStarts', room.id);
  else await counted.count('starts', room.id);
  const nowMs = clock.nowMs();
  const meeting = await knex.transaction(async (trx) => {
    const begun = await countUnscheduled(trx, room.id, nowMs - MEETINGS_WITHIN_MS, id);
    if (begun >= MOST_MEETINGS && !isOwner) throw new NotLetIn('too-many');
    return insertRoomMeeting(trx, {
      id,
      tenantId: room.tenantId,
      roomId: room.id,
      source: 'unscheduled',
      title,
      startMs: nowMs,
      endMs: nowMs + config.unscheduledMs,
    });
  });
  const event = { type: 'opened', key: `opened/${id}`, door: 'room' } as const;
  const outcome = await meetings.open(meetingInputOf(meeting, config), event);
  if (isOver(outcome)) throw new MeetingRefused('meeting-over');
  return meeting;
}
