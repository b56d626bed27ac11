import { bookedDoor, meetingDoor, type MeetingDoor } from '../../adapters/postgres/rooms/door.ts';
import { roomNamed } from '../../adapters/postgres/rooms/rooms.ts';
import type { Actor } from '../../policies/actor.ts';
import { NotPermitted } from '../../policies/not-permitted.ts';
import { permit } from '../../policies/permit.ts';
import { viewerFor } from '../../policies/viewer.ts';
import type { CommandDeps } from '../deps.ts';

/** The meeting that somebody goes to: one of a room, named with it, or one that was booked. */
export interface DoorName {
  /** The room's name or id. */
  room?: string;
  meetingId: string;
}

/** A meeting's door, and who stands there. */
export interface KnownDoor {
  door: MeetingDoor;
  /** Null: it was booked, and is in no room. */
  roomName: string | null;
  /** Of the room: never kept out by strangers. */
  isOwner: boolean;
}

/** The door of a meeting, for somebody who may go there. @throws NotPermitted also where there is none */
export async function requireDoor(
  { knex }: Pick<CommandDeps, 'knex'>,
  actor: Actor,
  { room: nameOrId, meetingId }: DoorName,
): Promise<KnownDoor> {
  if (nameOrId === undefined) {
    const door = await bookedDoor(knex, meetingId);
    return {
      door: permit(actor, 'meeting.visit', door, 'The meeting'),
      roomName: null,
      isOwner: false,
    };
  }
  const room = permit(actor, 'room.visit', await roomNamed(knex, nameOrId), 'The room');
  const door = await meetingDoor(knex, room.id, meetingId);
  if (!door) throw new NotPermitted('The meeting');
  return { door, roomName: room.name, isOwner: viewerFor(actor, room) === 'owner' };
}
