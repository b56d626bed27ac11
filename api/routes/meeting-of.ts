import { roomById, type Room } from '../../adapters/postgres/rooms.ts';
import type { MeetingInput } from '../../domain/meeting/state.ts';
import type { ApiDeps } from '../deps.ts';
import { notFound } from '../middleware/problems.ts';
import { isUuid } from './fields.ts';

/** The room, when it is this tenant's. @throws Problem not-found */
export async function requireRoom(deps: ApiDeps, tenantId: string, roomId: string): Promise<Room> {
  const room = isUuid(roomId) ? await roomById(deps.knex, tenantId, roomId) : null;
  if (!room) throw notFound('The room');
  return room;
}

/** What the meeting's workflow starts with. */
export const meetingInput = (room: Room, deps: ApiDeps): MeetingInput => ({
  uid: room.uid,
  tenantId: room.tenantId,
  roomId: room.id,
  title: room.title,
  startMs: room.startMs,
  endMs: room.endMs,
  policy: room.policy,
  bouncePolicy: deps.config.bouncePolicy,
  proposalExpiryMs: room.proposalExpiryHours * 3_600_000,
  budgets: deps.config.budgets,
  notesPauseMs: deps.config.notesPauseMs,
  timings: deps.config.room,
});
