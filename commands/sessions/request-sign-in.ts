import { requestSignIn as askForLink } from '../../adapters/postgres/people/sign-ins.ts';
import { roomNamed } from '../../adapters/postgres/rooms/rooms.ts';
import type { SignInTarget } from '../../domain/principals/sign-in-target.ts';
import type { CommandDeps } from '../deps.ts';

/**
 * A member wants to sign in: the link is mailed to the address, in each tenant where it is a member's. An address of nobody,
 * and one that has asked too often, leads to nothing, and nothing tells.
 *
 * @param asked `room`: the name of the one that they came from; empty: none. `to`: where they go besides; absent: to their rooms
 */
export async function requestSignIn(
  { knex, clock, inbound }: Pick<CommandDeps, 'knex' | 'clock' | 'inbound'>,
  {
    email,
    room,
    to,
    language,
  }: { email: string; room: string; to?: SignInTarget | undefined; language: string },
): Promise<void> {
  const from = await roomNamed(knex, room);
  const pending = await askForLink(knex, { email, room: from, to, language, nowMs: clock.nowMs() });
  // What cannot be sent now waits in the outbox.
  await Promise.all(pending.map((event) => inbound.relay(event)));
}
