import type { Knex } from 'knex';
import { hideAddresses } from '../../domain/meeting/privacy.ts';
import type { MeetingStatus } from '../../domain/meeting/state.ts';
import type { Instant } from '../../domain/time/instant.ts';

/** What somebody at the door of a room may know: nothing about who else is invited. */
export interface JoinRoom {
  id: string;
  uid: string;
  tenantProductName: string;
  /** BCP 47; null: none was told. */
  tenantLanguage: string | null;
  title: string;
  status: MeetingStatus;
  startMs: Instant;
  endMs: Instant;
  /** Where the people meet, while the room is ready. */
  videoUrl: string | null;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** The room that a join link names; null when there is none. Meetings of named rooms are joined on the room's page. */
export async function findJoinRoom(knex: Knex, roomId: string): Promise<JoinRoom | null> {
  if (!UUID.test(roomId)) return null;
  const row: JoinRow | undefined = await knex('practice_rooms as room')
    .join('tenants as tenant', 'tenant.id', 'room.tenant_id')
    .where({ 'room.id': roomId, 'room.source': 'booking' })
    .first<JoinRow | undefined>(
      'room.id',
      'room.ics_uid',
      'tenant.product_name',
      'tenant.language',
      'room.title',
      'room.status',
      'room.start_utc',
      'room.end_utc',
      'room.room_ready_at',
      'room.room_closed_at',
      'room.video_url',
    );
  if (!row) return null;
  const ready = row.room_ready_at !== null && row.room_closed_at === null;
  return {
    id: row.id,
    uid: row.ics_uid,
    tenantProductName: row.product_name,
    tenantLanguage: row.language,
    title: hideAddresses(row.title),
    status: row.status,
    startMs: row.start_utc.getTime(),
    endMs: row.end_utc.getTime(),
    videoUrl: ready ? row.video_url : null,
  };
}

interface JoinRow {
  id: string;
  ics_uid: string;
  product_name: string;
  language: string | null;
  title: string;
  status: MeetingStatus;
  start_utc: Date;
  end_utc: Date;
  room_ready_at: Date | null;
  room_closed_at: Date | null;
  video_url: string | null;
}
