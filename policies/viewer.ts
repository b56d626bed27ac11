import type { Actor } from './actor.ts';
import { may, type Subject } from './may.ts';

/** Which of the two views of a room somebody gets. */
export type Viewer = 'owner' | 'participant';

/** Its owner, and whoever sees everything of it, get the owner's; everybody else the participant's. */
export const viewerFor = (actor: Actor, room: Subject): Viewer =>
  may(actor, 'room.see-everything', room) ? 'owner' : 'participant';
