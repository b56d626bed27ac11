import { presenceKey } from '../../adapters/postgres/presence.ts';
import { participantOf, writeLeft } from '../../adapters/postgres/rooms/participants.ts';
import type { Actor } from '../../policies/actor.ts';
import type { CommandDeps } from '../deps.ts';
import { requireDoor, type DoorName } from './known-door.ts';
import { tellLeft } from './tell.ts';

/**
 * Somebody leaves. Who never came, or has left, leaves nothing behind, in the meeting's history neither.
 *
 * @param participantId anything
 * @returns under which name they came; null: under none, or they never did
 * @throws NotPermitted; EngineUnavailable
 */
export async function leaveMeeting(
  deps: Pick<CommandDeps, 'knex' | 'clock' | 'meetings'>,
  actor: Actor,
  named: DoorName,
  participantId: string,
): Promise<{ displayName: string | null }> {
  const { door } = await requireDoor(deps, actor, named);
  const participant = await participantOf(deps.knex, door.id, participantId);
  if (participant && !participant.left) {
    const key = presenceKey(participantId, participant.comings);
    await tellLeft(deps, { uid: door.uid, participantId, key });
    await writeLeft(deps.knex, { meetingId: door.id, participantId }, deps.clock.nowMs());
  }
  return { displayName: participant?.displayName ?? null };
}
