import { principalById } from '../../adapters/postgres/people/principals.ts';
import type { Actor } from '../../policies/actor.ts';
import { permit } from '../../policies/permit.ts';
import type { CommandDeps } from '../deps.ts';
import { InvalidInput } from '../invalid-input.ts';
import { deleteRoom } from '../rooms/delete-room.ts';

/**
 * Deletes a principal that is a room, as `deleteRoom` does; who or what else has a calendar stays.
 *
 * @throws NotPermitted also where there is none of this id; InvalidInput when it is no room; EngineUnavailable
 */
export async function deletePrincipal(
  deps: Pick<CommandDeps, 'knex' | 'clock' | 'config' | 'meetings' | 'feeds'>,
  actor: Actor,
  { tenantId, id }: { tenantId: string; id: string },
): Promise<void> {
  const found = await principalById(deps.knex, tenantId, id);
  const { kind } = permit(actor, 'room.delete', found, 'The principal');
  if (kind !== 'room') throw new InvalidInput('principalId', 'only rooms can be deleted');
  await deleteRoom(deps, actor, id);
}
