import type { Knex } from 'knex';
import type { FollowedFeed } from '../../../activities/feed/ports.ts';
import type { PendingEvent } from '../../../activities/inbound/ports.ts';
import { calendarEvent, calendarEventRemoved } from '../../../domain/meeting/feed.ts';
import type { Instant, TimeRange } from '../../../domain/time/instant.ts';
import { meetingTitle } from '../../../domain/meeting/title.ts';
import { meetingInputOf, type RoomMeetingSettings } from '../../../domain/meeting/room-input.ts';
import { ROOM_NAME, type RoomMeeting } from '../rooms/meetings.ts';
import type { MeetingsRow } from '../../../migrations/rows/tables.ts';
import { inChunks } from '../in-chunks.ts';
import { appendToOutbox } from '../outbox.ts';

export interface NewFeedMeeting extends TimeRange {
  id: string;
  title: string;
}

/** Writes the rows of meetings that a feed announces, as `insertRoomMeeting` does for one. */
export async function insertFeedMeetings(
  trx: Knex.Transaction,
  { tenantId, roomId }: FollowedFeed,
  meetings: readonly NewFeedMeeting[],
): Promise<Map<string, RoomMeeting>> {
  const made = await inChunks(meetings, async (chunk) => {
    await trx.raw(
      `INSERT INTO meetings
         (id, tenant_id, room_id, source, ics_uid, title, description, start_utc, end_utc, policy,
          proposal_expiry_hours)
       SELECT entry.id, tenant.id, CAST(:roomId AS uuid), 'feed',
              entry.id || '@' || lower(split_part(organizer_email, '@', -1)), entry.title, '', entry.start_utc, entry.end_utc,
              policy, proposal_expiry_hours
         FROM tenants tenant,
              jsonb_to_recordset(CAST(:rows AS jsonb)) AS entry (id uuid, title text, start_utc timestamptz, end_utc timestamptz)
        WHERE tenant.id = :tenantId
       ON CONFLICT (id) DO NOTHING`,
      {
        tenantId,
        roomId,
        rows: JSON.stringify(
          chunk.map(({ id, title, startMs, endMs }) => ({
            id,
            title: meetingTitle(title),
            start_utc: new Date(startMs),
            end_utc: new Date(endMs),
          })),
        ),
      },
    );
    return meetingsByIds(
      trx,
      chunk.map(({ id }) => id),
    ).then((found) => [...found]);
  });
  return new Map(made);
}

export async function meetingsByIds(
  trx: Knex.Transaction,
  ids: readonly string[],
): Promise<Map<string, RoomMeeting>> {
  if (ids.length === 0) return new Map();
  const rows = await trx('meetings')
    .whereRaw('id = ANY(?)', [[...ids]])
    .select<(MeetingsRow & { roomName: string })[]>('*', trx.raw(ROOM_NAME));
  return new Map(rows.map((row) => [row.id, meetingOf(row)]));
}

const meetingOf = (row: MeetingsRow & { roomName: string }): RoomMeeting => ({
  id: row.id,
  tenantId: row.tenant_id,
  roomId: row.room_id!,
  roomName: row.roomName,
  source: 'feed',
  uid: row.ics_uid,
  status: row.status,
  title: row.title,
  startMs: row.start_utc.getTime(),
  endMs: row.end_utc.getTime(),
});

export interface Said {
  tenantId: string;
  /** When the feed was read. */
  saidMs: Instant;
  seen: { meeting: RoomMeeting; said: TimeRange & { title: string } }[];
  /** Meetings that the calendar has no more, by id. */
  removed: string[];
}

/** Writes to the outbox what the meetings have to hear. */
export async function tellMeetings(
  trx: Knex.Transaction,
  settings: RoomMeetingSettings,
  { tenantId, saidMs, seen, removed }: Said,
): Promise<PendingEvent[]> {
  const gone = await meetingsByIds(trx, removed);
  const pending: PendingEvent[] = [
    ...seen.map(({ meeting, said }) => ({
      uid: meeting.uid,
      event: {
        ...calendarEvent(`calendar-event/${meeting.id}/${saidMs}`, saidMs, said),
        meeting: meetingInputOf(meeting, settings),
      },
    })),
    ...[...gone.values()].map(({ id, uid }) => ({
      uid,
      event: calendarEventRemoved(`calendar-event-removed/${id}/${saidMs}`, saidMs),
    })),
  ];
  await appendToOutbox(trx, tenantId, pending);
  return pending;
}
