import type { Knex } from 'knex';
import type { MeetingSource, MeetingStatus } from '../../../domain/meeting/state.ts';
import type { Instant } from '../../../domain/time/instant.ts';
import { isUuid } from '../../../domain/uuid.ts';
import { meetingTitle } from '../../../domain/meeting/title.ts';

/** A meeting in a room: of its calendar, or begun by somebody. It has no attendees. */
export interface RoomMeeting {
  id: string;
  tenantId: string;
  roomId: string;
  /** The name in its address. */
  roomName: string;
  source: Exclude<MeetingSource, 'booking'>;
  uid: string;
  status: MeetingStatus;
  title: string;
  startMs: Instant;
  endMs: Instant;
}

export type NewRoomMeeting = Omit<RoomMeeting, 'uid' | 'status' | 'roomName'>;

type Row = Omit<RoomMeeting, 'startMs' | 'endMs'> & { start: Date; end: Date };

const COLUMNS = {
  id: 'id',
  tenantId: 'tenant_id',
  roomId: 'room_id',
  source: 'source',
  uid: 'ics_uid',
  status: 'status',
  title: 'title',
  start: 'start_utc',
  end: 'end_utc',
} as const;

export const ROOM_NAME = '(SELECT name FROM principals WHERE id = meetings.room_id) AS "roomName"';

/** @param id anything. @returns null also when the meeting is another tenant's, or no meeting of a room's own */
export async function roomMeetingById(knex: Knex, tenantId: string, id: string): Promise<RoomMeeting | null> {
  if (!isUuid(id)) return null;
  const row = await knex('meetings')
    .where({ tenant_id: tenantId, id })
    .whereNot({ source: 'booking' })
    .first<Row | undefined>(COLUMNS, knex.raw(ROOM_NAME));
  if (!row) return null;
  const { start, end, ...rest } = row;
  return { ...rest, startMs: start.getTime(), endMs: end.getTime() };
}

/**
 * Writes the row of a meeting in a room, which its workflow changes from then on; the same id again finds the
 * one made before, as it is now. Its title is what everybody may see of the given one.
 */
export async function insertRoomMeeting(knex: Knex, meeting: NewRoomMeeting): Promise<RoomMeeting> {
  await knex.raw(
    `INSERT INTO meetings
       (id, tenant_id, room_id, source, ics_uid, title, description, start_utc, end_utc, policy,
        proposal_expiry_hours)
     SELECT CAST(:id AS uuid), id, :roomId, :source,
            CAST(:id AS text) || '@' || lower(split_part(organizer_email, '@', -1)), :title, '',
            :start, :end, policy, proposal_expiry_hours
       FROM tenants WHERE id = :tenantId
     ON CONFLICT (id) DO NOTHING`,
    {
      id: meeting.id,
      tenantId: meeting.tenantId,
      roomId: meeting.roomId,
      source: meeting.source,
      title: meetingTitle(meeting.title),
      start: new Date(meeting.startMs),
      end: new Date(meeting.endMs),
    },
  );
  const made = await roomMeetingById(knex, meeting.tenantId, meeting.id);
  if (!made) throw new Error('the id of the meeting is taken');
  return made;
}
