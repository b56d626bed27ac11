import type { Knex } from 'knex';

/** A room with a name, an owner and perhaps a feed. The owner's address is for comparing and for the owner, alone. */
export interface Room {
  id: string;
  tenantId: string;
  name: string;
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
  ownerEmail: string;
  ownerName?: string | null | undefined;
  timezone?: string | undefined;
}

/** What is left out stays. */
export interface RoomUpdate {
  name?: string | undefined;
  ownerName?: string | null | undefined;
  timezone?: string | undefined;
}

const COLUMNS = {
  id: 'room.id',
  tenantId: 'room.tenant_id',
  name: 'room.name',
  ownerEmail: 'room.owner_email',
  ownerName: 'room.owner_name',
  timezone: 'room.timezone',
  tenantProductName: 'tenant.product_name',
  tenantLanguage: 'tenant.language',
} as const;

const NAME = /^[a-z0-9]+(-+[a-z0-9]+)*$/;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const LONGEST_NAME = 63;

/** Lower-case letters, digits and single or double dashes within, at most 63 characters, as a label of DNS; and no id. */
export const isRoomName = (text: string): boolean =>
  text.length <= LONGEST_NAME && NAME.test(text) && !UUID.test(text);

const rooms = (knex: Knex) => knex('rooms AS room').join('tenants AS tenant', 'tenant.id', 'room.tenant_id');

const find = async (knex: Knex, where: Record<string, string>): Promise<Room | null> =>
  (await rooms(knex).where(where).first<Room | undefined>(COLUMNS)) ?? null;

/** Of any tenant: a room's name is in its address, and known to whoever has that. */
export const roomByName = (knex: Knex, name: string): Promise<Room | null> =>
  find(knex, { 'room.name': name });

/** @param id anything; what is no UUID is nobody's id */
export const roomById = async (knex: Knex, id: string): Promise<Room | null> =>
  UUID.test(id.toLowerCase()) ? find(knex, { 'room.id': id }) : null;

/** The rooms of a tenant, or those of one owner. @param ownerKey the address in lower case */
export const roomsOf = (knex: Knex, tenantId: string, ownerKey?: string): Promise<Room[]> =>
  rooms(knex)
    .where({ 'room.tenant_id': tenantId, ...(ownerKey !== undefined && { 'room.owner_key': ownerKey }) })
    .orderBy('room.name')
    .select<Room[]>(COLUMNS);

/** Makes the room; the same id again finds the one made before. @returns null when the name is taken */
export async function createRoom(knex: Knex, room: NewRoom): Promise<Room | null> {
  await knex('rooms')
    .insert({
      id: room.id,
      tenant_id: room.tenantId,
      name: room.name,
      owner_email: room.ownerEmail,
      owner_name: room.ownerName ?? null,
      timezone: room.timezone ?? 'UTC',
    })
    .onConflict()
    .ignore();
  return find(knex, { 'room.id': room.id, 'room.tenant_id': room.tenantId });
}

/** Another room, of whichever tenant, has the name. */
export class RoomNameTaken extends Error {
  constructor() {
    super('the name of the room is taken');
    this.name = 'RoomNameTaken';
  }
}

/** @throws RoomNameTaken; the transaction can only be rolled back then */
export async function updateRoom(
  trx: Knex.Transaction,
  id: string,
  { name, ownerName, timezone }: RoomUpdate,
): Promise<void> {
  const row = {
    ...(name !== undefined && { name }),
    ...(ownerName !== undefined && { owner_name: ownerName }),
    ...(timezone !== undefined && { timezone }),
  };
  if (Object.keys(row).length === 0) return;
  try {
    await trx('rooms')
      .where({ id })
      .update({ ...row, updated_at: trx.fn.now() });
  } catch (error) {
    if ((error as { constraint?: string }).constraint === 'rooms_name_key') throw new RoomNameTaken();
    throw error;
  }
}
