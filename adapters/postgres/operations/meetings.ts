import type { Knex } from 'knex';
import type { MeetingSource, MeetingStatus } from '../../../domain/meeting/state.ts';
import type { Instant } from '../../../domain/time/instant.ts';
import { TAKES_PART } from '../meeting-list.ts';

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

/** What is absent is not asked for. */
export interface MeetingSearch {
  /** An id, or a UID of the calendar. */
  id?: string | undefined;
  status?: MeetingStatus | undefined;
  /** Those that end after it. */
  fromMs?: Instant | undefined;
  /** Those that begin before it. */
  toMs?: Instant | undefined;
  /** Those that whoever has exactly this address takes part in. */
  attendee?: string | undefined;
  /** The name of a room. */
  room?: string | undefined;
  metadata?: { key: string; value?: string | undefined } | undefined;
  limit: number;
}

/** The latest first. @param tenantId null: of all tenants */
export async function searchMeetings(
  knex: Knex,
  tenantId: string | null,
  { id, status, fromMs, toMs, attendee, room, metadata, limit }: MeetingSearch,
): Promise<FoundMeeting[]> {
  const found = knex('meetings as meeting')
    .leftJoin('principals as room', 'room.id', 'meeting.room_id')
    .orderBy([{ column: 'meeting.start_utc', order: 'desc' }, 'meeting.id'])
    .limit(limit);
  if (tenantId !== null) void found.where('meeting.tenant_id', tenantId);
  if (id !== undefined) void found.whereRaw('(meeting.id::text = lower(?) OR meeting.ics_uid = ?)', [id, id]);
  if (status !== undefined) void found.where('meeting.status', status);
  if (fromMs !== undefined) void found.where('meeting.end_utc', '>', new Date(fromMs));
  if (toMs !== undefined) void found.where('meeting.start_utc', '<', new Date(toMs));
  if (room !== undefined) void found.where('room.name', room.toLowerCase());
  if (metadata?.value === undefined && metadata)
    void found.whereRaw('jsonb_exists(meeting.metadata, ?)', [metadata.key]);
  else if (metadata)
    void found.whereRaw('meeting.metadata @> CAST(? AS jsonb)', [
      JSON.stringify({ [metadata.key]: metadata.value }),
    ]);
  if (attendee !== undefined) void found.whereRaw(TAKES_PART, { key: attendee.trim().toLowerCase() });
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
