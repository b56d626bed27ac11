import type { Knex } from 'knex';
import { NAMES_KEPT_DAYS } from '../../../domain/rooms/name.ts';
import { RoomNameTaken } from '../../../domain/principals/taken.ts';

const KEPT = `now() - interval '${NAMES_KEPT_DAYS} days'`;

/**
 * Of whoever else a name was until not long ago, it is not to be had: people who have the old address would come to strangers.
 *
 * @param room the one that is to have it; whose owner deleted one of that name may use it again
 * @throws RoomNameTaken
 */
export async function requireFreeName(
  trx: Knex.Transaction,
  name: string,
  room: { id: string; ownerId: string | null },
): Promise<void> {
  const { rows } = await trx.raw<{ rows: unknown[] }>(
    `SELECT 1 FROM former_room_names WHERE name = :name AND until > now() AND room_id <> :id
      UNION ALL
     SELECT 1 FROM principals
      WHERE kind = 'room' AND name = :name AND deleted_at > ${KEPT} AND id <> :id
        AND owner_id IS DISTINCT FROM :ownerId`,
    { name, id: room.id, ownerId: room.ownerId },
  );
  if (rows.length > 0) throw new RoomNameTaken();
}

/** Writes down what a room is called until now, before it gets another name. @throws RoomNameTaken */
export async function keepFormerName(
  trx: Knex.Transaction,
  room: { id: string; ownerId: string | null },
  name: string,
): Promise<void> {
  await requireFreeName(trx, name, room);
  await trx.raw(
    `INSERT INTO former_room_names (name, tenant_id, room_id, until)
     SELECT name, tenant_id, id, now() + interval '${NAMES_KEPT_DAYS} days'
       FROM principals WHERE id = :id AND name <> :name
     ON CONFLICT (name) DO UPDATE
       SET tenant_id = EXCLUDED.tenant_id, room_id = EXCLUDED.room_id, until = EXCLUDED.until`,
    { id: room.id, name },
  );
  await trx('former_room_names').where({ name }).delete();
}

/** What a room is called now that had this name until not long ago; null: none had, or another one has it now. */
export async function nameNow(knex: Knex, formerName: string): Promise<string | null> {
  const { rows } = await knex.raw<{ rows: { name: string }[] }>(
    `SELECT room.name FROM former_room_names former JOIN principals room ON room.id = former.room_id
      WHERE former.name = :formerName AND former.until > now() AND room.deleted_at IS NULL
        AND NOT EXISTS (SELECT FROM principals other
                         WHERE other.kind = 'room' AND other.name = :formerName AND other.deleted_at IS NULL)`,
    { formerName },
  );
  return rows[0]?.name ?? null;
}
