import type { Knex } from 'knex';
import type { InstanceName } from '../../../activities/feed/ports.ts';
import type { KnownEvent } from '../../../domain/sync/compare.ts';
import type { FeedInstance } from '../../../domain/feeds/instances.ts';
import type { MeetingStatus } from '../../../domain/meeting/state.ts';
import type { CalendarEventsRow } from '../../../migrations/rows/tables.ts';

interface Row extends Pick<
  CalendarEventsRow,
  | 'id'
  | 'ics_uid'
  | 'recurrence_id'
  | 'sequence'
  | 'last_modified'
  | 'overridden'
  | 'title'
  | 'starts_at'
  | 'ends_at'
  | 'generation'
  | 'meeting_id'
> {
  /** In hex. */
  content_hash: string;
  meeting_status: MeetingStatus | null;
  gone: boolean;
}

/** What a room's calendar had that has not ended. */
export async function dueEvents(knex: Knex, calendarId: string, nowMs: number): Promise<InstanceName[]> {
  const rows = await knex('calendar_events')
    .where({ calendar_id: calendarId, removed_at: null, withdrawn_at: null })
    .where('ends_at', '>', new Date(nowMs))
    .select('ics_uid', 'recurrence_id');
  return rows.map((row) => ({ uid: row.ics_uid, recurrenceId: row.recurrence_id }));
}

/** What a room's calendar had that has not ended, and whatever is known of the given instances. */
export async function knownEvents(
  knex: Knex,
  calendarId: string,
  instances: readonly FeedInstance[],
  nowMs: number,
): Promise<KnownEvent[]> {
  const { rows } = await knex.raw<{ rows: Row[] }>(
    `WITH known AS (
       SELECT id FROM calendar_events
        WHERE calendar_id = :calendarId AND removed_at IS NULL AND withdrawn_at IS NULL AND ends_at > :now
       UNION
       SELECT event.id
         FROM unnest(CAST(:uids AS text[]), CAST(:ids AS text[])) said (uid, id)
         JOIN calendar_events event
           ON event.calendar_id = :calendarId AND event.ics_uid = said.uid AND event.recurrence_id = said.id
     )
     SELECT event.id, event.ics_uid, recurrence_id, sequence, last_modified, overridden,
            encode(content_hash, 'hex') AS content_hash, event.title, starts_at, ends_at, generation, meeting_id,
            meeting.status AS meeting_status, removed_at IS NOT NULL OR withdrawn_at IS NOT NULL AS gone
       FROM known JOIN calendar_events event ON event.id = known.id
       LEFT JOIN meetings meeting ON meeting.id = event.meeting_id`,
    {
      calendarId,
      now: new Date(nowMs),
      uids: instances.map(({ uid }) => uid),
      ids: instances.map(({ recurrenceId }) => recurrenceId),
    },
  );
  return rows.map(knownEvent);
}

const knownEvent = (row: Row): KnownEvent => ({
  id: row.id,
  uid: row.ics_uid,
  recurrenceId: row.recurrence_id,
  sequence: row.sequence,
  lastModifiedMs: row.last_modified?.getTime() ?? null,
  overridden: row.overridden,
  contentHash: row.content_hash,
  title: row.title,
  startMs: row.starts_at.getTime(),
  endMs: row.ends_at.getTime(),
  generation: row.generation,
  meeting:
    row.meeting_id === null || row.meeting_status === null
      ? null
      : { id: row.meeting_id, status: row.meeting_status },
  gone: row.gone,
});
