import type { Knex } from 'knex';
import { inBatches } from '../in-batches.ts';
import { CHANNELS } from '../notifications.ts';

/**
 * Tells whoever waits, wherever, that a meeting may have their answer; the payload is the meeting's id alone. This is no
 * part of the commit, but comes after it, for many at once: a transaction that notifies holds a lock of the whole database
 * until its commit is on the disk, so that no two of them commit together (docs/decisions/commands-as-signals.md).
 */
export function createAnnouncer(database: Knex): (meetingId: string) => void {
  const notify = inBatches<string>(async (meetingIds) => {
    await database.raw(
      `SELECT pg_notify('${CHANNELS.answers}', meeting_id) FROM unnest(CAST(:meetingIds AS text[])) AS meeting_id`,
      { meetingIds },
    );
    return meetingIds.map(() => undefined);
  });
  // What is lost with a process or a connection costs a moment: whoever waits looks again.
  return (meetingId) => void notify(meetingId).catch(() => undefined);
}
