import type { Knex } from 'knex';

/** How long a room waits for whoever it is offered to. */
export const OFFER_DAYS = 7;

/** A room that its owner wants to give to somebody. */
export interface RoomOffer {
  roomId: string;
  tenantId: string;
  name: string;
  /** The member whose address it was offered to; null: nobody's, which is told to nobody. */
  offeredToId: string | null;
  expiresAt: Date;
}

/** Offers a room, to one address at a time. */
export async function offerRoom(
  knex: Knex,
  { id, tenantId }: { id: string; tenantId: string },
  address: string,
): Promise<void> {
  const row = { address: address.trim(), expires_at: knex.raw(`now() + interval '${OFFER_DAYS} days'`) };
  await knex('room_offers')
    .insert({ room_id: id, tenant_id: tenantId, ...row })
    .onConflict('room_id')
    .merge(row);
}

export async function withdrawOffer(knex: Knex, roomId: string): Promise<void> {
  await knex('room_offers').where({ room_id: roomId }).delete();
}

/** To which address a room is offered, for who has offered it; null: to none. */
export async function offeredAddress(
  knex: Knex,
  roomId: string,
): Promise<{ address: string; until: Date } | null> {
  const row = await knex('room_offers')
    .where({ room_id: roomId })
    .whereRaw('expires_at > now()')
    .first<{ address: string; until: Date } | undefined>({ address: 'address', until: 'expires_at' });
  return row ?? null;
}

/** Whoever gets a room has shown that they read the mail of the address that it is offered to. */
const OFFERS = `
  SELECT offer.room_id AS "roomId", offer.tenant_id AS "tenantId", room.name, offer.expires_at AS "expiresAt",
         member.id AS "offeredToId"
    FROM room_offers offer
    JOIN principals room ON room.id = offer.room_id AND room.deleted_at IS NULL
    LEFT JOIN principal_addresses entry
      ON entry.tenant_id = offer.tenant_id AND entry.address_key = offer.address_key AND entry.verified_at IS NOT NULL
    LEFT JOIN principals member ON member.id = entry.principal_id AND member.kind = 'individual'
   WHERE offer.expires_at > now()`;

export async function offerOf(knex: Knex, roomId: string): Promise<RoomOffer | null> {
  const { rows } = await knex.raw<{ rows: RoomOffer[] }>(`${OFFERS} AND offer.room_id = :roomId`, { roomId });
  return rows[0] ?? null;
}

/** What is offered to a member, by the room's name. */
export async function offersTo(knex: Knex, principalId: string): Promise<RoomOffer[]> {
  const { rows } = await knex.raw<{ rows: RoomOffer[] }>(
    `${OFFERS} AND member.id = :principalId ORDER BY room.name`,
    {
      principalId,
    },
  );
  return rows;
}
