import type { Knex } from 'knex';
import type { MeetingSource, MeetingStatus } from '../../../domain/meeting/state.ts';
import { narrow, type MeetingCriteria } from '../meeting-list.ts';

/** A meeting, as an operator finds it: nothing of what it is about. */
export interface FoundMeeting {
  id: string;
  tenantId: string;
  uid: string;
  source: MeetingSource;
  status: MeetingStatus;
  /** The name of its room; null: it is in none. */
  room: string | null;
  sequence: number;
  startsAt: Date;
  endsAt: Date;
  createdAt: Date;
}

export interface MeetingSearch extends MeetingCriteria {
  /** An id, or a UID of the calendar. */
  id?: string | undefined;
  /** The name of a room. */
  room?: string | undefined;
  limit: number;
}

/** The latest first. @param tenantId null: of all tenants */
export async function searchMeetings(
  knex: Knex,
  tenantId: string | null,
  { id, attendee, room, limit, ...criteria }: MeetingSearch,
): Promise<FoundMeeting[]> {
  const found = knex('meetings as meeting')
    .leftJoin('principals as room', 'room.id', 'meeting.room_id')
    .orderBy([{ column: 'meeting.start_utc', order: 'desc' }, 'meeting.id'])
    .limit(limit);
  if (tenantId !== null) void found.where('meeting.tenant_id', tenantId);
  if (id !== undefined) void found.whereRaw('(meeting.id::text = lower(?) OR meeting.ics_uid = ?)', [id, id]);
  if (room !== undefined) void found.where('room.name', room.toLowerCase());
  narrow(found, { ...criteria, attendee: attendee?.trim() });
  return found.select<FoundMeeting[]>({
    id: 'meeting.id',
    tenantId: 'meeting.tenant_id',
    uid: 'meeting.ics_uid',
    source: 'meeting.source',
    status: 'meeting.status',
    room: 'room.name',
    sequence: 'meeting.ics_sequence',
    startsAt: 'meeting.start_utc',
    endsAt: 'meeting.end_utc',
    createdAt: 'meeting.created_at',
  });
}

/** Whose a meeting is; null: there is none. @param tenantId null: anybody's */
export async function ownerOfMeeting(
  knex: Knex,
  tenantId: string | null,
  idOrUid: string,
): Promise<{ tenantId: string; meetingId: string } | null> {
  const [found] = await searchMeetings(knex, tenantId, { id: idOrUid, limit: 1 });
  return found ? { tenantId: found.tenantId, meetingId: found.id } : null;
}
