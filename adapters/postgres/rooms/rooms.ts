import type { Knex } from 'knex';
import { RoomNameTaken } from '../../../domain/principals/taken.ts';
import { isRoomName } from '../../../domain/rooms/name.ts';
import { isUuid } from '../../../domain/uuid.ts';
import { ensureMember } from '../people/addresses.ts';
import { insertPrincipal, updatePrincipal, type NewPrincipal } from '../people/principals.ts';
import { keepFormerName, requireFreeName } from './names.ts';

/** A principal of that kind, with its owner. The owner's address is for the owner, alone. */
export interface Room {
  id: string;
  tenantId: string;
  name: string;
  /** The one whose source is a feed. */
  calendarId: string;
  ownerId: string;
  ownerEmail: string;
  ownerName: string | null;
  /** IANA name. */
  timezone: string;
  tenantProductName: string;
  /** BCP 47; null: the installation's default. */
  tenantLanguage: string | null;
}

export interface NewRoom {
  id: string;
  tenantId: string;
  name: string;
  /** Becomes a member, unless there is one of this address. */
  ownerEmail: string;
  ownerName?: string | null | undefined;
  timezone?: string | undefined;
}

/** What is left out stays. */
export interface RoomUpdate {
  name?: string | undefined;
  /** The owner's, wherever it stands. */
  ownerName?: string | null | undefined;
  timezone?: string | undefined;
}

const COLUMNS = {
  id: 'room.id',
  tenantId: 'room.tenant_id',
  name: 'room.name',
  calendarId: 'calendar.id',
  ownerId: 'owner.id',
  ownerEmail: 'address.address',
  ownerName: 'owner.name',
  timezone: 'room.timezone',
  tenantProductName: 'tenant.product_name',
  tenantLanguage: 'tenant.language',
} as const;

const rooms = (knex: Knex) =>
  knex('principals AS room')
    .join('tenants AS tenant', 'tenant.id', 'room.tenant_id')
    .join('principals AS owner', 'owner.id', 'room.owner_id')
    .join('principal_addresses AS address', 'address.principal_id', 'owner.id')
    .join('calendars AS calendar', 'calendar.principal_id', 'room.id')
    .where({ 'room.kind': 'room', 'address.is_primary': true, 'calendar.source': 'feed' })
    .whereNull('room.deleted_at');

const find = async (knex: Knex, where: Record<string, string>): Promise<Room | null> =>
  (await rooms(knex).where(where).first<Room | undefined>(COLUMNS)) ?? null;

/** Of any tenant: a room's name is in its address, and known to whoever has that. */
export const roomByName = (knex: Knex, name: string): Promise<Room | null> =>
  find(knex, { 'room.name': name });

/** @param id anything; what is no UUID is nobody's id */
export const roomById = async (knex: Knex, id: string): Promise<Room | null> =>
  isUuid(id) ? find(knex, { 'room.id': id }) : null;

/** Of any tenant, by its name or its id. @param nameOrId anything */
export const roomNamed = async (knex: Knex, nameOrId: string): Promise<Room | null> =>
  isRoomName(nameOrId) ? roomByName(knex, nameOrId) : roomById(knex, nameOrId);

/** The rooms of a tenant, or those of one owner. */
export const roomsOf = (knex: Knex, tenantId: string, ownerId?: string): Promise<Room[]> =>
  rooms(knex)
    .where({ 'room.tenant_id': tenantId, ...(ownerId !== undefined && { 'owner.id': ownerId }) })
    .orderBy('room.name')
    .select<Room[]>(COLUMNS);

/**
 * Writes a room with the calendar that a feed can fill.
 *
 * @returns false when the id is there already, or a room of that name
 * @throws RoomNameTaken when the name was another's until not long ago
 */
export async function insertRoom(trx: Knex.Transaction, room: NewPrincipal): Promise<boolean> {
  await requireFreeName(trx, room.name ?? '', { id: room.id, ownerId: room.ownerId ?? null });
  if (!(await insertPrincipal(trx, room))) return false;
  await trx('calendars').insert({ tenant_id: room.tenantId, principal_id: room.id, source: 'feed' });
  return true;
}

/**
 * Makes the room; the same id again finds the one made before.
 *
 * @returns null when the name is taken, and then nobody is a member because of it
 * @throws AddressTaken when the owner's address is no member's
 */
export async function createRoom(knex: Knex, room: NewRoom): Promise<Room | null> {
  const { id, tenantId, name, timezone } = room;
  const before = await find(knex, { 'room.id': id, 'room.tenant_id': tenantId });
  if (before) return before;
  try {
    await knex.transaction(async (trx) => {
      const ownerId = await ensureMember(trx, tenantId, { address: room.ownerEmail, name: room.ownerName });
      if (!(await insertRoom(trx, { id, tenantId, kind: 'room', name, timezone, ownerId })))
        throw new RoomNameTaken();
    });
  } catch (error) {
    if (!(error instanceof RoomNameTaken)) throw error;
  }
  return find(knex, { 'room.id': id, 'room.tenant_id': tenantId });
}

/** @throws RoomNameTaken; the transaction can only be rolled back then */
export async function updateRoom(
  trx: Knex.Transaction,
  { id, ownerId }: Pick<Room, 'id' | 'ownerId'>,
  { name, ownerName, timezone }: RoomUpdate,
): Promise<void> {
  if (name !== undefined) await keepFormerName(trx, { id, ownerId }, name);
  await updatePrincipal(trx, id, { name, timezone });
  await updatePrincipal(trx, ownerId, { name: ownerName });
}
