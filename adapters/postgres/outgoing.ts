import type { Knex } from 'knex';
import type { MeetingStore } from '../../activities/meeting/ports.ts';
import type { OutgoingMessage } from '../../activities/delivery/ports.ts';
import { cleanLine } from '../../domain/ical/text.ts';
import type { MessageTools } from './commit/messages.ts';
import { inBatches } from './in-batches.ts';

interface OutgoingRow {
  id: string;
  organizer: string;
  to: string;
  /** Null: its time was over; it was settled long ago. */
  sealed: Buffer | null;
  state: string;
  attempts: number;
  tagHash: Buffer | null;
}

/**
 * Reads prepared messages, each with its envelope and its bytes as they were fixed; those that are asked for at the
 * same time together. The return path is the message's own, so that a bounce tells which message it is about however
 * poor the report is.
 *
 * @returns for one id; rejects when the message is not in this database
 */
export function outgoingReader(
  database: Knex,
  { sealer, tags }: Pick<MessageTools, 'sealer' | 'tags'>,
): (id: string) => Promise<OutgoingMessage> {
  const rowOf = inBatches(async (ids: string[]) => {
    const { rows } = await database.raw<{ rows: OutgoingRow[] }>(
      `SELECT message.id, tenant.organizer_email AS organizer, coalesce(invitation.attendee_email, sign_in.address) AS to, raw.sealed,
              message.state, message.attempts, message.tag_hash AS "tagHash"
         FROM outgoing_messages message
         JOIN raw_messages raw ON raw.id = message.raw_id
         JOIN tenants tenant ON tenant.id = message.tenant_id
         LEFT JOIN invitations invitation
           ON invitation.meeting_id = message.meeting_id AND invitation.attendee_id = message.attendee_id
         LEFT JOIN sign_ins sign_in ON sign_in.id = message.sign_in_id
        WHERE message.id = ANY (:ids)`,
      { ids },
    );
    return ids.map((id) => rows.find((row) => row.id === id));
  });
  return async (id) => {
    const row = await rowOf(id);
    if (!row?.sealed) throw new Error('the message is not in this database');
    const sent = row.state !== 'prepared' && row.state !== 'deferred' && row.state !== 'failed';
    const own = row.tagHash === null ? null : tags?.ofMessage(row.organizer, id);
    const from = own?.returnPath ?? row.organizer;
    return { id, from, to: row.to, raw: sealer.open(row.sealed), sent, attempts: row.attempts };
  };
}

type Outcome = Parameters<MeetingStore['recordAttempt']>[1];

/**
 * Records what became of attempts to send, those that end at the same time together; one that settles its message
 * goes to the audit log.
 */
export function attemptRecorder(database: Knex): MeetingStore['recordAttempt'] {
  const record = inBatches(async (attempts: (Outcome & { id: string })[]) => {
    await database.raw(STATEMENT, { attempts: JSON.stringify(attempts) });
    return attempts.map(() => undefined);
  });
  return (id, { state, response }) => record({ id, state, response: cleanLine(response).slice(0, 500) });
}

// One statement: it runs once for every message, and needs no transaction around it.
const STATEMENT = `
  WITH attempt AS (
    -- Of two about one message, one was thought dead; that it was sent is the news.
    SELECT DISTINCT ON (id) *
      FROM jsonb_to_recordset(CAST(:attempts AS jsonb)) AS attempt (id uuid, state text, response text)
     ORDER BY id, state = 'sent' DESC
  ), message AS (
    UPDATE outgoing_messages message
       SET state = attempt.state, last_response = attempt.response, attempts = message.attempts + 1,
           sent_at = CASE WHEN attempt.state = 'sent' THEN now() ELSE message.sent_at END
      FROM attempt
     -- An attempt that was thought dead may come to its end after the one that took its place.
     WHERE message.id = attempt.id AND message.state IN ('prepared', 'deferred', 'failed')
    RETURNING message.*
  ), settled AS (
    SELECT * FROM message WHERE state <> 'deferred'
  ), invitation AS (
    UPDATE invitations
       SET last_method_sent = settled.method, last_message_id = settled.message_id, updated_at = now(),
           delivery_state = jsonb_build_object(
             'state', settled.state, 'method', settled.method, 'sequence', settled.sequence)
      FROM settled
     WHERE settled.method IN ('REQUEST', 'CANCEL')
       AND invitations.meeting_id = settled.meeting_id AND invitations.attendee_id = settled.attendee_id
  )
  INSERT INTO audit_log (tenant_id, meeting_id, uid, category, what, actor, door, details)
  SELECT tenant_id, meeting_id, uid,
         CASE state WHEN 'failed' THEN 'timeline' ELSE 'outbound' END,
         CASE state WHEN 'failed' THEN 'delivery-failed' ELSE 'message-sent' END,
         'parley', 'mail',
         jsonb_build_object('kind', kind, 'method', method, 'sequence', sequence,
                            'to', attendee_id, 'messageId', message_id)
    FROM settled`;
