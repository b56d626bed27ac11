import type { Knex } from 'knex';
import type { AttemptOutcome, OutgoingStore } from '../../../activities/delivery/ports.ts';
import { cleanLine } from '../../../domain/ical/text.ts';
import { inBatches } from '../in-batches.ts';
import { auditRows } from '../audit.ts';
import { bouncedRows } from '../webhooks/tell.ts';

/**
 * Records what became of attempts to send, those that end at the same time together; one that settles its message
 * goes to the audit log.
 */
export function attemptRecorder(database: Knex): OutgoingStore['recordAttempt'] {
  const record = inBatches(async (attempts: (AttemptOutcome & { id: string })[]) => {
    await database.raw(STATEMENT, { attempts: JSON.stringify(attempts) });
    return attempts.map(() => undefined);
  });
  return (id, { response, ...outcome }) =>
    record({ id, ...outcome, response: cleanLine(response).slice(0, 500) });
}

// One statement: it runs once for every message, and needs no transaction around it.
const STATEMENT = `
  WITH attempt AS (
    -- Of two about one message, one was thought dead; that it was sent is the news.
    SELECT DISTINCT ON (id) *
      FROM jsonb_to_recordset(CAST(:attempts AS jsonb))
             AS attempt (id uuid, state text, code text, response text, "retryAfterMs" float8)
     ORDER BY id, state = 'sent' DESC
  ), message AS (
    UPDATE outgoing_messages message
       SET state = CASE WHEN message.state IN ('delivered', 'bounced') THEN message.state ELSE attempt.state END,
           last_code = CASE WHEN message.state = 'bounced' THEN message.last_code ELSE attempt.code END,
           last_response = attempt.response, attempts = message.attempts + 1,
           deferred_since = CASE WHEN attempt.state = 'deferred' THEN coalesce(message.deferred_since, now()) END,
           next_attempt_at = now() + attempt."retryAfterMs" * interval '1 millisecond',
           sent_at = CASE WHEN attempt.state = 'sent' THEN now() ELSE message.sent_at END
      FROM attempt
     WHERE message.id = attempt.id
       -- An attempt that was thought dead may come to its end after the one that took its place.
       AND (message.state IN ('prepared', 'deferred', 'failed')
            -- A report about a message may be faster than whoever sent it.
            OR attempt.state = 'sent' AND message.sent_at IS NULL)
    RETURNING message.*, attempt.state AS tried
  ), settled AS (
    SELECT * FROM message WHERE tried <> 'deferred'
  ), invitation AS (
    UPDATE invitations
       SET last_method_sent = settled.method, last_message_id = settled.message_id, updated_at = now(),
           delivery_state = jsonb_build_object(
             'state', settled.state, 'method', settled.method, 'sequence', settled.sequence)
      FROM settled
     WHERE settled.method IN ('REQUEST', 'CANCEL')
       AND invitations.meeting_id = settled.meeting_id AND invitations.attendee_id = settled.attendee_id
  ), failed AS (
    SELECT * FROM settled WHERE tried = 'failed'
  ), ${bouncedRows('failed', 'failed')}
  ${auditRows({
    from: 'settled',
    category: { sql: `CASE tried WHEN 'failed' THEN 'timeline' ELSE 'outbound' END` },
    what: `CASE tried WHEN 'failed' THEN 'delivery-failed' WHEN 'lapsed' THEN 'message-lapsed' ELSE 'message-sent' END`,
    actor: `'parley'`,
    door: `'mail'`,
    details: `jsonb_build_object(
      'kind', kind, 'method', method, 'sequence', sequence, 'to', attendee_id, 'messageId', message_id)`,
  })}`;
