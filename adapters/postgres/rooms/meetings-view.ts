import type { Knex } from 'knex';
import { videoUrlOf } from '../../../domain/meeting/entrance.ts';
import { hideAddresses } from '../../../domain/meeting/privacy.ts';
import type { MeetingStatus } from '../../../domain/meeting/state.ts';
import type { Partstat } from '../../../domain/ical/partstat.ts';
import {
  apart,
  SHOWN_AHEAD_MS,
  shownState,
  type Shown,
  type ShownState,
} from '../../../domain/rooms/shown.ts';
import { isUuid } from '../../../domain/uuid.ts';
import type { Instant, TimeRange } from '../../../domain/time/instant.ts';

/** What everybody who has a room's address may know of a meeting in it. */
export interface ParticipantMeeting extends TimeRange {
  id: string;
  title: string;
  state: ShownState;
  /** The video room can be entered now. */
  enterable: boolean;
  /** Since when the meeting runs; null while it does not. */
  sinceMs: Instant | null;
  /** How many are inside; who they are, `namesInside` tells to those who are inside, too. */
  participants: number;
  /** Nobody has planned it, nor its end. */
  unscheduled: boolean;
  /** Another one after each change, so that who looks at it learns that somebody else came for who left. */
  revision: number;
}

/** Somebody whom the calendar names, with the answer that it knows. */
export interface Invited {
  email: string;
  name: string | null;
  partstat: Partstat | null;
}

/** What the room's owner may know besides. */
export interface OwnerMeeting extends ParticipantMeeting {
  source: 'feed' | 'unscheduled';
  description: string;
  location: string;
  attendees: Invited[];
  /** Under which names those inside came who told one. */
  names: string[];
}

export const participantMeetings = async (
  knex: Knex,
  roomId: string,
  nowMs: Instant,
): Promise<Shown<ParticipantMeeting>> =>
  apart((await select<Row>(knex, COLUMNS, '', WINDOW, windowOf(roomId, nowMs))).map(participantMeeting));

export const ownerMeetings = async (
  knex: Knex,
  roomId: string,
  nowMs: Instant,
): Promise<Shown<OwnerMeeting>> =>
  apart((await select<OwnerRow>(knex, ALL, EVENT, WINDOW, windowOf(roomId, nowMs))).map(ownerMeeting));

/** @param meetingId anything. @returns null when there is no such meeting in this room; one that is over is found */
export const participantMeetingOf = async (
  knex: Knex,
  roomId: string,
  meetingId: string,
): Promise<ParticipantMeeting | null> => {
  if (!isUuid(meetingId)) return null;
  const [row] = await select<Row>(knex, COLUMNS, '', 'meeting.id = :meetingId', { roomId, meetingId });
  return row ? participantMeeting(row) : null;
};

/** @param meetingId anything. @returns null when there is no such meeting in this room; one that is over is found */
export const ownerMeetingOf = async (
  knex: Knex,
  roomId: string,
  meetingId: string,
): Promise<OwnerMeeting | null> => {
  if (!isUuid(meetingId)) return null;
  const [row] = await select<OwnerRow>(knex, ALL, EVENT, 'meeting.id = :meetingId', { roomId, meetingId });
  return row ? ownerMeeting(row) : null;
};

/** Under which names those inside a meeting came who told one, for who is inside, too: nobody's address is among them. */
export async function namesInside(knex: Knex, meetingId: string): Promise<string[]> {
  const { rows } = await knex.raw<{ rows: { name: string }[] }>(
    `SELECT display_name AS name FROM participants participant
       JOIN meetings meeting ON meeting.id = participant.meeting_id
      WHERE meeting.id = :meetingId AND display_name IS NOT NULL AND participant_id = ANY (meeting.present)
      ORDER BY joined_at`,
    { meetingId },
  );
  return rows.map(({ name }) => hideAddresses(name));
}

const COLUMNS = `
  meeting.id, meeting.title, meeting.start_utc, meeting.end_utc, meeting.status,
  meeting.video_ready_at, meeting.video_closed_at, meeting.video_url,
  cardinality(meeting.present) AS participants, meeting.source, meeting.revision,
  CASE WHEN meeting.status = 'live' THEN least(meeting.start_utc, inside.first_at) END AS since`;

const ALL = `${COLUMNS},
  coalesce(inside.names, '{}') AS names, coalesce(event.description, '') AS description, coalesce(event.location, '') AS location,
  coalesce(event.attendees, '[]') AS attendees`;

const EVENT = 'LEFT JOIN calendar_events event ON event.meeting_id = meeting.id';

const WINDOW = `(meeting.status = 'live' OR meeting.status IN ('open', 'scheduled') AND meeting.source = 'feed'
  AND meeting.start_utc <= :until AND meeting.end_utc > :now)`;

const windowOf = (roomId: string, nowMs: Instant) => ({
  roomId,
  now: new Date(nowMs),
  until: new Date(nowMs + SHOWN_AHEAD_MS),
});

async function select<R>(
  knex: Knex,
  columns: string,
  join: string,
  which: string,
  values: Record<string, string | Date>,
): Promise<R[]> {
  const { rows } = await knex.raw<{ rows: R[] }>(
    `SELECT ${columns}
       FROM meetings meeting ${join}
       LEFT JOIN LATERAL (
         SELECT array_agg(display_name ORDER BY joined_at)
                  FILTER (WHERE display_name IS NOT NULL AND participant_id = ANY (meeting.present)) AS names,
                min(joined_at) AS first_at
           FROM participants participant WHERE participant.meeting_id = meeting.id
       ) inside ON true
      WHERE meeting.room_id = :roomId AND meeting.source <> 'booking' AND ${which}
      ORDER BY meeting.start_utc, meeting.id`,
    values,
  );
  return rows;
}

interface Row {
  id: string;
  title: string;
  start_utc: Date;
  end_utc: Date;
  status: MeetingStatus;
  video_ready_at: Date | null;
  video_closed_at: Date | null;
  video_url: string | null;
  participants: number;
  source: 'feed' | 'unscheduled';
  revision: number;
  since: Date | null;
}

interface OwnerRow extends Row {
  names: string[];
  description: string;
  location: string;
  attendees: { email: string; name?: string | null; partstat?: Partstat | null }[];
}

const participantMeeting = (row: Row): ParticipantMeeting => ({
  ...common(row),
  title: hideAddresses(row.title),
});

const ownerMeeting = (row: OwnerRow): OwnerMeeting => ({
  ...common(row),
  source: row.source,
  names: row.names.map(hideAddresses),
  description: row.description,
  location: row.location,
  attendees: row.attendees.map(({ email, name, partstat }) => ({
    email,
    name: name ?? null,
    partstat: partstat ?? null,
  })),
});

function common(row: Row): ParticipantMeeting {
  const { status, video_ready_at: readyAt, video_closed_at: closedAt, video_url: videoUrl } = row;
  const enterable = videoUrlOf({ status, readyAt, closedAt, videoUrl }) !== null;
  return {
    id: row.id,
    title: row.title,
    startMs: row.start_utc.getTime(),
    endMs: row.end_utc.getTime(),
    state: shownState(status, enterable),
    enterable,
    sinceMs: row.since?.getTime() ?? null,
    participants: row.participants,
    unscheduled: row.source === 'unscheduled',
    revision: row.revision,
  };
}
