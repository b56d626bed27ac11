import { writeHeartbeat } from '../../adapters/postgres/presence.ts';
import type { Actor } from '../../policies/actor.ts';
import type { CommandDeps } from '../deps.ts';
import { requireDoor, type DoorName } from './known-door.ts';

/**
 * The page of somebody inside says that it is still there; the first one promises more. Who was taken for gone because
 * none came, is back.
 *
 * @param participantId anything
 * @returns false when they have left, never came, or the meeting is over
 * @throws NotPermitted
 */
export async function stillInside(
  { knex, clock }: Pick<CommandDeps, 'knex' | 'clock'>,
  actor: Actor,
  named: DoorName,
  participantId: string,
): Promise<boolean> {
  const { door } = await requireDoor({ knex }, actor, named);
  return writeHeartbeat(knex, { meetingId: door.id, participantId }, clock.nowMs());
}
