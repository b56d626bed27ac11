import type { Knex } from 'knex';
import type { CommittedEvent } from '../../../activities/meeting/ports.ts';
import type { MeetingEvent } from '../../../domain/meeting/events.ts';

/** The events of the changes after `revision`, in order. */
export async function changesAfter(
  database: Knex,
  meetingId: string,
  revision: number,
): Promise<CommittedEvent[]> {
  const rows = await database('meeting_changes')
    .where({ meeting_id: meetingId })
    .where('revision', '>', revision)
    .orderBy('revision')
    .select('event', 'decided_at');
  return rows.map((row) => ({ event: row.event as MeetingEvent, nowMs: row.decided_at.getTime() }));
}
