import type { Knex } from 'knex';
import type { FollowedFeed } from '../../../activities/feed/ports.ts';
import type { Comparison } from '../../../domain/feeds/compare.ts';
import type { FeedInstance } from '../../../domain/feeds/instances.ts';
import { inChunks } from './in-chunks.ts';

/** An event with its meeting, as it is to be. */
export interface EventRow {
  /** Null: a new one. */
  id: string | null;
  instance: FeedInstance;
  generation: number;
  meetingId: string | null;
}

const RECORD = `jsonb_to_recordset(CAST(:rows AS jsonb)) AS entry (
  id uuid, ics_uid text, recurrence_id text, sequence int, last_modified timestamptz, overridden boolean,
  content_hash text, title text, description text, location text, attendees jsonb, starts_at timestamptz,
  ends_at timestamptz, all_day boolean, ics_raw text, generation int, meeting_id uuid)`;

export const insertEvents = (
  trx: Knex.Transaction,
  { tenantId, roomId }: FollowedFeed,
  events: readonly EventRow[],
  atMs: number,
): Promise<void> =>
  inChunks(events, async (chunk) => {
    await trx.raw(
      `INSERT INTO calendar_events
         (tenant_id, room_id, ics_uid, recurrence_id, sequence, last_modified, overridden, content_hash, title,
          description, location, attendees, starts_at, ends_at, all_day, ics_raw, generation, meeting_id,
          last_synced_at)
       SELECT CAST(:tenantId AS uuid), CAST(:roomId AS uuid), ics_uid, recurrence_id, sequence, last_modified,
              overridden, decode(content_hash, 'hex'), title, description, location, attendees, starts_at, ends_at,
              all_day, ics_raw, generation, meeting_id, :at
         FROM ${RECORD}`,
      { tenantId, roomId, at: new Date(atMs), rows: JSON.stringify(chunk.map(recordOf)) },
    );
  });

export const updateEvents = (
  trx: Knex.Transaction,
  events: readonly EventRow[],
  atMs: number,
): Promise<void> =>
  inChunks(events, async (chunk) => {
    await trx.raw(
      `UPDATE calendar_events event
          SET sequence = entry.sequence, last_modified = entry.last_modified, overridden = entry.overridden,
              content_hash = decode(entry.content_hash, 'hex'), title = entry.title, description = entry.description,
              location = entry.location, attendees = entry.attendees, starts_at = entry.starts_at, ends_at = entry.ends_at,
              all_day = entry.all_day, ics_raw = entry.ics_raw, generation = entry.generation,
              meeting_id = entry.meeting_id, removed_at = NULL, withdrawn_at = NULL, last_synced_at = :at
         FROM ${RECORD}
        WHERE event.id = entry.id`,
      { at: new Date(atMs), rows: JSON.stringify(chunk.map(recordOf)) },
    );
  });

/** What has begun stays in the records; that the calendar has it no more is remembered, and told once. */
export async function markGone(
  trx: Knex.Transaction,
  { removed, withdrawn }: Pick<Comparison, 'removed' | 'withdrawn'>,
  atMs: number,
): Promise<void> {
  const gone = [
    ['removed_at', removed],
    ['withdrawn_at', withdrawn],
  ] as const;
  for (const [column, events] of gone) {
    if (events.length === 0) continue;
    await trx('calendar_events')
      .whereRaw('id = ANY(?)', [events.map(({ id }) => id)])
      .update({ [column]: new Date(atMs), last_synced_at: new Date(atMs) });
  }
}

const recordOf = ({ id, instance, generation, meetingId }: EventRow) => ({
  id,
  ics_uid: instance.uid,
  recurrence_id: instance.recurrenceId,
  sequence: instance.sequence,
  last_modified: instance.lastModifiedMs === null ? null : new Date(instance.lastModifiedMs),
  overridden: instance.overridden,
  content_hash: instance.contentHash,
  title: instance.title,
  description: instance.description,
  location: instance.location,
  attendees: instance.attendees,
  starts_at: new Date(instance.startMs),
  ends_at: new Date(instance.endMs),
  all_day: instance.allDay,
  ics_raw: instance.raw(),
  generation,
  meeting_id: meetingId,
});
