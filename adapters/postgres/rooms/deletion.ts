import type { Knex } from 'knex';
import type { PendingEvent } from '../../../activities/inbound/ports.ts';
import { NAMES_KEPT_DAYS } from '../../../domain/rooms/name.ts';
import { RoomNameTaken } from '../../../domain/principals/taken.ts';
import type { Instant } from '../../../domain/time/instant.ts';
import { isUuid } from '../../../domain/uuid.ts';
import { appendToOutbox } from '../outbox.ts';
import { feedChanged } from './feed-settings.ts';
import { cancelPlanned } from './planned.ts';
import type { Room } from './rooms.ts';

/** A room that was deleted, and can be brought back. */
export interface DeletedRoom {
  id: string;
  tenantId: string;
  name: string;
  ownerId: string | null;
  deletedAt: Date;
  /** Until when it can be brought back. */
  until: Date;
}

/**
 * Deletes a room: its feed is followed no more, the meetings that it has announced are cancelled, its addresses are nobody's.
 * What was booked with it stays booked. All of it or nothing.
 *
 * @returns what waits in the outbox because of it
 */
export const deleteRoom = (
  knex: Knex,
  { id, tenantId, calendarId }: Pick<Room, 'id' | 'tenantId' | 'calendarId'>,
  nowMs: Instant,
): Promise<PendingEvent[]> =>
  knex.transaction(async (trx) => {
    // First of all: a sync that is under way holds the row, and what it announces is planned then.
    await trx('feeds').where({ calendar_id: calendarId }).update({ enabled: false, content_hash: null });
    const deleted = await trx('principals')
      .where({ id })
      .whereNull('deleted_at')
      .update({ deleted_at: trx.fn.now(), updated_at: trx.fn.now() });
    if (deleted === 0) return [];
    await trx('principal_addresses').where({ principal_id: id }).delete();
    await trx('group_members').where({ member_id: id }).delete();
    await trx('room_offers').where({ room_id: id }).delete();
    await trx('former_room_names').where({ room_id: id }).delete();
    const planned = await cancelPlanned(trx, { id, tenantId }, nowMs);
    const changed = feedChanged(`${id}/deleted/${nowMs}`, calendarId);
    await appendToOutbox(trx, tenantId, [changed]);
    return [...planned, changed];
  });

async function deletedRooms(
  knex: Knex,
  which: string,
  values: Record<string, string>,
): Promise<DeletedRoom[]> {
  const { rows } = await knex.raw<{ rows: DeletedRoom[] }>(
    `SELECT id, tenant_id AS "tenantId", name, owner_id AS "ownerId", deleted_at AS "deletedAt",
            deleted_at + interval '${NAMES_KEPT_DAYS} days' AS until
       FROM principals
      WHERE kind = 'room' AND deleted_at > now() - interval '${NAMES_KEPT_DAYS} days' AND ${which}
      ORDER BY deleted_at DESC`,
    values,
  );
  return rows;
}

/** Those of an owner, the newest first. */
export const deletedRoomsOf = (knex: Knex, tenantId: string, ownerId: string): Promise<DeletedRoom[]> =>
  deletedRooms(knex, 'tenant_id = :tenantId AND owner_id = :ownerId', { tenantId, ownerId });

export const deletedRoomById = async (knex: Knex, id: string): Promise<DeletedRoom | null> =>
  isUuid(id) ? ((await deletedRooms(knex, 'id = :id', { id }))[0] ?? null) : null;

/** The meetings of a room's own that have begun, or are to, by id. */
export const ongoingIn = (knex: Knex, id: string): Promise<string[]> =>
  knex('meetings')
    .where({ room_id: id })
    .whereNot({ source: 'booking' })
    .whereIn('status', ['held', 'open', 'scheduled', 'live'])
    .pluck('id');

/** Brings a room back: without meetings, its calendar paused. One that is there stays. @throws RoomNameTaken */
export async function restoreRoom(knex: Knex, id: string): Promise<void> {
  try {
    await knex('principals').where({ id }).update({ deleted_at: null, updated_at: knex.fn.now() });
  } catch (error) {
    if ((error as { constraint?: string }).constraint === 'principals_room_name') throw new RoomNameTaken();
    throw error;
  }
}

/** How much a room's deletion is about. */
export interface InRoom {
  /** Announced by its calendar, and not begun. */
  planned: number;
  /** That go on. */
  live: number;
  /** Booked with it, and not over: they stay. */
  booked: number;
}

export async function countInRoom(knex: Knex, id: string, nowMs: Instant): Promise<InRoom> {
  const { rows } = await knex.raw<{ rows: [InRoom] }>(
    `SELECT count(*) FILTER (WHERE room_id = :id AND source = 'feed' AND status IN ('open', 'scheduled'))::int AS planned,
            count(*) FILTER (WHERE room_id = :id AND source <> 'booking' AND status = 'live')::int AS live,
            count(*) FILTER (WHERE source = 'booking' AND end_utc > :now AND status IN ('held', 'open', 'scheduled', 'live'))::int AS booked
       FROM meetings
      WHERE room_id = :id OR id IN (SELECT meeting_id FROM reservations WHERE principal_id = :id)`,
    { id, now: new Date(nowMs) },
  );
  return rows[0];
}
