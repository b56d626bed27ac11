import { setAddresses } from '../../adapters/postgres/people/addresses.ts';
import {
  insertPrincipal,
  principalById,
  type NewPrincipal,
  type Principal,
} from '../../adapters/postgres/people/principals.ts';
import { insertRoom } from '../../adapters/postgres/rooms/rooms.ts';
import { RoomNameTaken } from '../../domain/principals/taken.ts';
import type { Actor } from '../../policies/actor.ts';
import { permit } from '../../policies/permit.ts';
import type { CommandDeps } from '../deps.ts';
import { InvalidInput } from '../invalid-input.ts';
import { putMembers, requireOwner } from './references.ts';

export interface CreatePrincipal extends NewPrincipal {
  /** The first one is the primary one. */
  addresses: readonly string[];
  /** Of a group. */
  memberIds: readonly string[];
}

/**
 * Makes a principal; the same id again finds the one made before.
 *
 * @throws NotPermitted
 * @throws InvalidInput a member without an address, a room or resource whose owner is no member, a group of unknown ones
 * @throws RoomNameTaken, AddressTaken
 */
export async function createPrincipal(
  { knex }: Pick<CommandDeps, 'knex'>,
  actor: Actor,
  principal: CreatePrincipal,
): Promise<Principal> {
  const { id, tenantId, kind, addresses } = principal;
  permit(actor, 'principals.create', { tenantId }, 'The tenant');
  if (kind === 'individual' && addresses.length === 0) {
    throw new InvalidInput('addresses', 'a member must have one');
  }
  return knex.transaction(async (trx) => {
    const before = await principalById(trx, tenantId, id);
    if (before) return before;
    if (principal.ownerId != null) await requireOwner(trx, tenantId, principal.ownerId);
    const insert = kind === 'room' ? insertRoom : insertPrincipal;
    if (!(await insert(trx, principal))) throw new RoomNameTaken();
    await setAddresses(trx, { tenantId, principalId: id }, addresses);
    if (kind === 'group') await putMembers(trx, { tenantId, id }, principal.memberIds);
    return requireMade(await principalById(trx, tenantId, id));
  });
}

function requireMade(made: Principal | null): Principal {
  if (!made) throw new Error('the id of the principal is another tenant’s');
  return made;
}
