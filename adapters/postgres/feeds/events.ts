import type { Knex } from 'knex';
import type { FollowedFeed } from '../../../activities/feed/ports.ts';
import type { Comparison } from '../../../domain/sync/compare.ts';
import type { FeedInstance } from '../../../domain/feeds/instances.ts';
import { inChunks } from '../in-chunks.ts';

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
  ends_at timestamptz, all_day boolean, busy busy_kind, generation int, meeting_id uuid)`;

/** @returns their ids */
export const insertEvents = (
  trx: Knex.Transaction,
  { tenantId, calendarId }: FollowedFeed,
  events: readonly EventRow[],
  atMs: number,
): Promise<string[]> =>
  inChunks(events, async (chunk) => {
    const { rows } = await trx.raw<{ rows: { id: string }[] }>(
      `INSERT INTO calendar_events
         (tenant_id, calendar_id, ics_uid, recurrence_id, sequence, last_modified, overridden, content_hash, title,
          description, location, attendees, starts_at, ends_at, all_day, busy, generation, meeting_id,
          last_synced_at)
       SELECT CAST(:tenantId AS uuid), CAST(:calendarId AS uuid), ics_uid, recurrence_id, sequence, last_modified,
              overridden, decode(content_hash, 'hex'), title, description, location, attendees, starts_at, ends_at,
              all_day, busy, generation, meeting_id, :at
         FROM ${RECORD}
       RETURNING id`,
      { tenantId, calendarId, at: new Date(atMs), rows: JSON.stringify(chunk.map(recordOf)) },
    );
    return rows.map(({ id }) => id);
  });

/** @returns their ids */
export const updateEvents = (
  trx: Knex.Transaction,
  events: readonly EventRow[],
  atMs: number,
): Promise<string[]> =>
  inChunks(events, async (chunk) => {
    const { rows } = await trx.raw<{ rows: { id: string }[] }>(
      `UPDATE calendar_events event
          SET sequence = entry.sequence, last_modified = entry.last_modified, overridden = entry.overridden,
              content_hash = decode(entry.content_hash, 'hex'), title = entry.title, description = entry.description,
              location = entry.location, attendees = entry.attendees, starts_at = entry.starts_at, ends_at = entry.ends_at,
              all_day = entry.all_day, busy = entry.busy, generation = entry.generation,
              meeting_id = entry.meeting_id, removed_at = NULL, withdrawn_at = NULL, last_synced_at = :at
         FROM ${RECORD}
        WHERE event.id = entry.id
       RETURNING event.id`,
      { at: new Date(atMs), rows: JSON.stringify(chunk.map(recordOf)) },
    );
    return rows.map(({ id }) => id);
  });

/** What has begun stays in the records; that the calendar has it no more is remembered, and told once. @returns their ids */
export async function markGone(
  trx: Knex.Transaction,
  { removed, withdrawn }: Pick<Comparison<FeedInstance>, 'removed' | 'withdrawn'>,
  atMs: number,
): Promise<string[]> {
  const gone = [
    ['removed_at', removed],
    ['withdrawn_at', withdrawn],
  ] as const;
  const ids: string[] = [];
  for (const [column, events] of gone) {
    const ofColumn = events.map(({ id }) => id);
    if (ofColumn.length === 0) continue;
    await trx('calendar_events')
      .whereRaw('id = ANY(?)', [ofColumn])
      .update({ [column]: new Date(atMs), last_synced_at: new Date(atMs) });
    ids.push(...ofColumn);
  }
  return ids;
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
  busy: instance.busy,
  generation,
  meeting_id: meetingId,
});
