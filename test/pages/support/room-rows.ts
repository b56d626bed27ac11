import { createHash, randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import type { Room } from '../../../adapters/postgres/rooms/rooms.ts';
import type { Partstat } from '../../../domain/ical/partstat.ts';
import { insertOwnedRoom } from '../../support/room-owner.ts';
import { HOUR } from './rows.ts';

export const insertRoom = (knex: Knex, tenantId: string): Promise<Room> =>
  insertOwnedRoom(knex, { tenantId, timezone: 'Europe/Vienna' });

export interface RoomMeetingOptions {
  startMs: number;
  lengthMs?: number;
  title?: string;
  status?: 'open' | 'scheduled' | 'live' | 'cancelled' | 'closed';
  source?: 'feed' | 'unscheduled';
  videoUrl?: string;
  /** Ids of those inside, with the names they told. */
  inside?: Record<string, string | null>;
  event?: { description?: string; location?: string; attendees?: Attendee[] };
}

export interface Attendee {
  email: string;
  name: string | null;
  partstat: Partstat | null;
}

/** A meeting in a room, as its workflow leaves it. */
export async function insertInRoom(
  knex: Knex,
  room: Room,
  options: RoomMeetingOptions,
): Promise<{ id: string; uid: string }> {
  const { startMs, inside = {} } = options;
  const id = randomUUID();
  const [start, end] = [new Date(startMs), new Date(startMs + (options.lengthMs ?? HOUR))];
  const title = options.title ?? 'Weekly planning';
  const over = options.status === 'closed' || options.status === 'cancelled';
  await knex('meetings').insert({
    id,
    tenant_id: room.tenantId,
    room_id: room.id,
    source: options.source ?? 'feed',
    ics_uid: `${id}@parley.example`,
    title,
    start_utc: start,
    end_utc: end,
    status: options.status ?? 'scheduled',
    policy: 'strict',
    proposal_expiry_hours: 48,
    present: Object.keys(inside),
    ...(options.videoUrl === undefined ? {} : { video_url: options.videoUrl, video_ready_at: start }),
    ...(over ? { video_closed_at: end } : {}),
  });
  for (const [participantId, name] of Object.entries(inside)) {
    await knex('participants').insert({
      tenant_id: room.tenantId,
      meeting_id: id,
      participant_id: participantId,
      display_name: name,
      joined_at: start,
    });
  }
  if (options.event) await insertEvent(knex, room, { ...options.event, title, start, end, meetingId: id });
  return { id, uid: `${id}@parley.example` };
}

/** An event of the room's feed. */
export async function insertEvent(
  knex: Knex,
  room: Room,
  event: NonNullable<RoomMeetingOptions['event']> & {
    title: string;
    start: Date;
    end: Date;
    meetingId?: string;
  },
): Promise<void> {
  const uid = `${randomUUID()}@calendar.example`;
  await knex('calendar_objects').insert({
    tenant_id: room.tenantId,
    calendar_id: room.calendarId,
    uid,
    etag: uid,
    raw: 'BEGIN:VEVENT\r\nEND:VEVENT\r\n',
  });
  await knex('calendar_events').insert({
    tenant_id: room.tenantId,
    calendar_id: room.calendarId,
    ics_uid: uid,
    content_hash: createHash('sha256').update(uid).digest(),
    title: event.title,
    description: event.description ?? '',
    location: event.location ?? '',
    attendees: JSON.stringify(event.attendees ?? []),
    starts_at: event.start,
    ends_at: event.end,
    meeting_id: event.meetingId ?? null,
    last_synced_at: event.start,
  });
}
