import type { Knex } from 'knex';
import { setAddresses } from '../../adapters/postgres/people/addresses.ts';
import {
  principalById,
  updatePrincipal,
  type Principal,
  type PrincipalChanges,
} from '../../adapters/postgres/people/principals.ts';
import { giveRoom } from '../../adapters/postgres/rooms/giving.ts';
import { keepFormerName } from '../../adapters/postgres/rooms/names.ts';
import { roomById } from '../../adapters/postgres/rooms/rooms.ts';
import { readFeedAgain } from '../../adapters/postgres/rooms/feed-settings.ts';
import { readsOtherwise } from '../../domain/feeds/reading-again.ts';
import type { Instant } from '../../domain/time/instant.ts';
import { isRoomName, ROOM_NAME_RULE } from '../../domain/rooms/name.ts';
import type { Actor } from '../../policies/actor.ts';
import { may, type Action } from '../../policies/may.ts';
import { NotPermitted } from '../../policies/not-permitted.ts';
import { timeOfOwnerAgain } from '../calendars/time-taken.ts';
import type { CommandDeps } from '../deps.ts';
import { InvalidInput } from '../invalid-input.ts';
import { putMembers, requireOwner } from './references.ts';

/** What is left out stays. */
export interface ChangePrincipal extends PrincipalChanges {
  /** All of them, the primary one first; one that is verified stays so. */
  addresses?: readonly string[] | undefined;
  /** Of a group: all of them. */
  memberIds?: readonly string[] | undefined;
}

/**
 * Changes who or what a principal is; its kind stays.
 *
 * @throws NotPermitted also where there is none of this id
 * @throws InvalidInput what does not go with its kind
 * @throws RoomNameTaken, AddressTaken
 */
export async function changePrincipal(
  { knex, clock }: Pick<CommandDeps, 'knex' | 'clock'>,
  actor: Actor,
  { tenantId, id }: { tenantId: string; id: string },
  { addresses, memberIds, ...changes }: ChangePrincipal,
): Promise<Principal> {
  return knex.transaction(async (trx) => {
    const before = await principalById(trx, tenantId, id);
    const actions: Action[] = ['principal.change'];
    // Whose address it is, and whose room, is not for themselves to say.
    if (addresses !== undefined || changes.ownerId !== undefined) actions.push('principal.readdress');
    if (!before || !actions.every((action) => may(actor, action, before)))
      throw new NotPermitted('The principal');
    checkKind(before, { addresses, memberIds, ...changes });
    if (changes.ownerId !== undefined) await requireOwner(trx, tenantId, changes.ownerId);
    if (before.kind === 'room') await changeRoom(trx, before, changes, clock.nowMs());
    await updatePrincipal(trx, id, changes);
    if (addresses) await setAddresses(trx, { tenantId, principalId: id }, addresses);
    if (addresses || changes.timezone !== undefined)
      await timeOfOwnerAgain(trx, { tenantId, principalId: id });
    if (memberIds) await putMembers(trx, before, memberIds);
    return (await principalById(trx, tenantId, id)) ?? before;
  });
}

/** What becomes of a room's old name, and of its calendar. What is to be told of it waits in the outbox. */
async function changeRoom(
  trx: Knex.Transaction,
  { id, tenantId, ownerId: before }: Principal,
  { name, ownerId, timezone }: PrincipalChanges,
  nowMs: Instant,
): Promise<void> {
  const room = await roomById(trx, id);
  if (name != null) await keepFormerName(trx, { id, ownerId: before }, name);
  if (room && ownerId !== undefined) await giveRoom(trx, { ...room, tenantId }, ownerId, nowMs);
  if (readsOtherwise({ name, timezone })) await readFeedAgain(trx, id);
}

function checkKind(
  { kind }: Principal,
  { name, ownerId, capacity, addresses, memberIds }: ChangePrincipal,
): void {
  if (kind === 'room' && name != null && !isRoomName(name)) {
    throw new InvalidInput('name', ROOM_NAME_RULE);
  }
  if (name === null && kind !== 'individual') throw new InvalidInput('name', 'must not be empty');
  if (ownerId !== undefined && kind !== 'room' && kind !== 'resource') {
    throw new InvalidInput('ownerId', 'only rooms and resources have one');
  }
  if (capacity !== undefined && kind !== 'resource')
    throw new InvalidInput('capacity', 'only resources have one');
  if (memberIds !== undefined && kind !== 'group')
    throw new InvalidInput('memberIds', 'only groups have them');
  if (addresses?.length === 0 && kind === 'individual')
    throw new InvalidInput('addresses', 'a member must have one');
}
