import type { Knex } from 'knex';
import type { MeetingStatus } from '../../../domain/meeting/state.ts';
import type { Instant } from '../../../domain/time/instant.ts';

/** What entering a meeting needs; nothing of it is shown. */
export interface MeetingDoor {
  id: string;
  tenantId: string;
  uid: string;
  status: MeetingStatus;
  startMs: Instant;
  readyAt: Date | null;
  closedAt: Date | null;
  videoUrl: string | null;
}

/** @returns null when there is no such meeting in this room */
export const meetingDoor = (knex: Knex, roomId: string, meetingId: string): Promise<MeetingDoor | null> =>
  find(knex('meetings').where({ id: meetingId, room_id: roomId }).whereNot({ source: 'booking' }));

/** @returns null when there is no such meeting that was booked */
export const bookedDoor = (knex: Knex, meetingId: string): Promise<MeetingDoor | null> =>
  find(knex('meetings').where({ id: meetingId, source: 'booking' }));

async function find(meetings: Knex.QueryBuilder): Promise<MeetingDoor | null> {
  const row = await meetings.first<(Omit<MeetingDoor, 'startMs'> & { start: Date }) | undefined>({
    id: 'id',
    tenantId: 'tenant_id',
    uid: 'ics_uid',
    status: 'status',
    start: 'start_utc',
    readyAt: 'video_ready_at',
    closedAt: 'video_closed_at',
    videoUrl: 'video_url',
  });
  if (!row) return null;
  const { start, ...rest } = row;
  return { ...rest, startMs: start.getTime() };
}
