import type { Room } from '../../adapters/postgres/rooms/rooms.ts';
import type { Actor } from '../../policies/actor.ts';
import { may } from '../../policies/may.ts';

/** Which of the two views of a room somebody gets. */
export type Viewer = 'owner' | 'participant';

export const viewerFor = (actor: Actor, room: Pick<Room, 'tenantId' | 'ownerId'>): Viewer =>
  may(actor, 'room.see-everything', room) ? 'owner' : 'participant';
