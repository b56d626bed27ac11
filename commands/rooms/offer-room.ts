import { offerRoom as offer, withdrawOffer } from '../../adapters/postgres/rooms/offers.ts';
import { roomNamed } from '../../adapters/postgres/rooms/rooms.ts';
import type { Actor } from '../../policies/actor.ts';
import { permit } from '../../policies/permit.ts';
import type { CommandDeps } from '../deps.ts';

/**
 * Offers a room to whoever signs in with an address. Nothing tells whether it is a member's: the room stays its owner's until it
 * is taken.
 *
 * @param address null: to nobody any more
 * @throws NotPermitted also where there is none
 */
export async function offerRoom(
  { knex }: Pick<CommandDeps, 'knex'>,
  actor: Actor,
  nameOrId: string,
  address: string | null,
): Promise<void> {
  const room = permit(actor, 'room.offer', await roomNamed(knex, nameOrId), 'The room');
  if (address === null) await withdrawOffer(knex, room.id);
  else await offer(knex, room, address);
}
