import { giveRoom } from '../../adapters/postgres/rooms/giving.ts';
import { offerOf, withdrawOffer } from '../../adapters/postgres/rooms/offers.ts';
import { roomById, type Room } from '../../adapters/postgres/rooms/rooms.ts';
import type { Actor } from '../../policies/actor.ts';
import { permit } from '../../policies/permit.ts';
import type { CommandDeps } from '../deps.ts';

/**
 * Takes a room that is offered to the actor, or refuses it. Its calendar was that of its owner before, and is removed.
 *
 * @param id of the room; anything
 * @throws NotPermitted also where it is offered to somebody else, or no more
 */
export async function takeRoom(
  { knex, clock, feeds }: Pick<CommandDeps, 'knex' | 'clock' | 'feeds'>,
  actor: Actor,
  { id, answer }: { id: string; answer: 'take' | 'refuse' },
): Promise<Room> {
  const room = await roomById(knex, id);
  const { offeredToId } = permit(actor, 'room.take', room && (await offerOf(knex, id)), 'The room');
  if (answer === 'refuse' || !offeredToId || !room) {
    await withdrawOffer(knex, id);
  } else {
    const pending = await knex.transaction((trx) => giveRoom(trx, room, offeredToId, clock.nowMs()));
    for (const event of pending) await feeds.relay(event);
  }
  return permit(actor, 'room.visit', room, 'The room');
}
