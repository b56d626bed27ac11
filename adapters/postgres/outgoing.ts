import type { Knex } from 'knex';
import type { MeetingStore, OutgoingMessage } from '../../activities/ports.ts';
import type { MessageTools } from './commit/messages.ts';

type Attempt = Parameters<MeetingStore['recordAttempt']>[1];

interface OutgoingRow {
  organizer: string;
  to: string;
  sealed: Buffer;
  state: string;
  attempts: number;
  tagHash: Buffer | null;
}

/**
 * A prepared message with its envelope and its bytes as they were fixed. Its return path is its own, so that a bounce
 * tells which message it is about however poor the report is.
 */
export async function readOutgoing(
  database: Knex,
  { sealer, tags }: Pick<MessageTools, 'sealer' | 'tags'>,
  id: string,
): Promise<OutgoingMessage> {
  const row: OutgoingRow | undefined = await database('outgoing_messages as message')
    .join('raw_messages as raw', 'raw.id', 'message.raw_id')
    .join('tenants as tenant', 'tenant.id', 'message.tenant_id')
    .join('invitations as invitation', (on) =>
      on.on('invitation.room_id', 'message.room_id').on('invitation.attendee_role', 'message.recipient_role'),
    )
    .where('message.id', id)
    .first({
      organizer: 'tenant.organizer_email',
      to: 'invitation.attendee_email',
      sealed: 'raw.sealed',
      state: 'message.state',
      attempts: 'message.attempts',
      tagHash: 'message.tag_hash',
    });
  if (!row) throw new Error('the message is not in this database');
  const sent = row.state !== 'prepared' && row.state !== 'deferred' && row.state !== 'failed';
  const own = row.tagHash === null ? null : tags?.ofMessage(row.organizer, id);
  const from = own?.returnPath ?? row.organizer;
  return { id, from, to: row.to, raw: sealer.open(row.sealed), sent, attempts: row.attempts };
}

/** Records what became of an attempt to send; one that settles the message goes to the audit log. */
export async function recordAttempt(database: Knex, id: string, { state, response }: Attempt): Promise<void> {
  // One statement: it runs once for every message, and needs no transaction around it.
  await database.raw(
    `WITH message AS (
       UPDATE outgoing_messages
          SET state = :state, last_response = :response, attempts = attempts + 1,
              sent_at = CASE WHEN :state = 'sent' THEN now() ELSE sent_at END
        -- An attempt that was thought dead may come to its end after the one that took its place.
        WHERE id = :id AND state IN ('prepared', 'deferred', 'failed')
       RETURNING *
     ), invitation AS (
       UPDATE invitations
          SET last_method_sent = message.method, last_message_id = message.message_id, updated_at = now(),
              delivery_state = jsonb_build_object(
                'state', CAST(:state AS text), 'method', message.method, 'sequence', message.sequence)
         FROM message
        WHERE :settled AND message.method IN ('REQUEST', 'CANCEL')
          AND invitations.room_id = message.room_id AND invitations.attendee_role = message.recipient_role
     )
     INSERT INTO audit_log (tenant_id, room_id, uid, category, what, actor, door, details)
     SELECT tenant_id, room_id, uid, :category, :what, 'parley', 'mail',
            jsonb_build_object('kind', kind, 'method', method, 'sequence', sequence,
                               'to', recipient_role, 'messageId', message_id)
       FROM message
      WHERE :settled`,
    {
      id,
      state,
      response: response.slice(0, 500),
      settled: state !== 'deferred',
      category: state === 'failed' ? 'timeline' : 'outbound',
      what: state === 'failed' ? 'delivery-failed' : 'message-sent',
    },
  );
}
