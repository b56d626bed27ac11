import type { Knex } from 'knex';
import type { RefusalInput, RefusalResult } from '../../../activities/meeting/ports.ts';
import { changesAfter } from '../commit/changes-after.ts';

const KEPT_HOURS = 24;

/**
 * Writes down that the meeting refused what somebody waits for. The same call again changes nothing.
 * Nothing is refused on the word of a workflow that the database is ahead of: perhaps it was done before a crash.
 */
export async function recordRefusal(database: Knex, input: RefusalInput): Promise<RefusalResult> {
  const { meetingId, revision, code } = input;
  const { rows } = await database.raw<{ rows: unknown[] }>(
    `INSERT INTO meeting_refusals (call_id, tenant_id, meeting_id, code)
     SELECT CAST(:callId AS uuid), tenant_id, id, :code
       FROM meetings WHERE id = :meetingId AND revision = :revision
     ON CONFLICT (call_id) DO NOTHING
     RETURNING call_id`,
    { ...input },
  );
  if (rows.length > 0) return { kind: 'refused', code };
  const events = await changesAfter(database, meetingId, revision);
  return events.length > 0 ? { kind: 'missed', events } : { kind: 'refused', code };
}

/** Forgets refusals that nobody waits for any more. @returns how many */
export const forgetOldRefusals = (database: Knex): Promise<number> =>
  database('meeting_refusals').whereRaw(`refused_at < now() - ? * interval '1 hour'`, [KEPT_HOURS]).delete();
