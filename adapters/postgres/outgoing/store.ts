import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import { sqlOf, valuesOf, type StatementPart } from '../statement.ts';
import { packBytes } from '../packed-bytes.ts';
import type { SealedMessage } from './prepare.ts';

/** What messages belong to, as `owner`: a relation of one row, or of none, and then nothing is stored. */
export const MEETING_AS_OWNER: StatementPart = {
  sql: `owner AS (
    SELECT tenant_id, id AS meeting_id, ics_uid AS uid, CAST(NULL AS uuid) AS sign_in_id, CAST(NULL AS uuid) AS notice_id,
           CAST(NULL AS uuid) AS calendar_mail_id, revision
      FROM meeting
  )`,
  values: {},
};

/** Stores prepared messages, those of one `owner`. */
export function messagesPart(messages: readonly SealedMessage[]): StatementPart {
  const { bytes, spans } = packBytes(messages.map(({ sealed }) => sealed));
  const entries = messages.map((message, index) => ({ ...entryOf(message), ...spans[index] }));
  return { sql: MESSAGES, values: { messages: JSON.stringify(entries), sealed: bytes } };
}

const MESSAGES = `message AS (
    SELECT entry.*
      FROM owner, jsonb_to_recordset(CAST(:messages AS jsonb)) AS entry (
             id uuid, raw_id uuid, recipient text, kind text, method text, sequence int, key text,
             message_id text, size int, sha256 text, tag_hash text, useful_until timestamptz, start int, length int)
  ), raw AS (
    INSERT INTO raw_messages (id, sha256, size, sealed)
    SELECT raw_id, decode(sha256, 'hex'), size, substring(CAST(:sealed AS bytea) FROM start FOR length) FROM message
  ), outgoing AS (
    INSERT INTO outgoing_messages
      (id, tenant_id, meeting_id, uid, sign_in_id, notice_id, calendar_mail_id, attendee_id, kind, method, sequence, message_key, revision,
       message_id, raw_id, tag_hash, useful_until)
    SELECT message.id, owner.tenant_id, owner.meeting_id, owner.uid, owner.sign_in_id, owner.notice_id, owner.calendar_mail_id,
           message.recipient,
           message.kind, message.method, message.sequence, message.key, owner.revision, message.message_id, message.raw_id,
           decode(message.tag_hash, 'hex'), message.useful_until
      FROM message, owner
  )`;

const entryOf = ({
  id,
  to,
  kind,
  method,
  sequence,
  key,
  messageId,
  size,
  sha256,
  addresses,
  usefulUntilMs,
}: SealedMessage) => ({
  id,
  raw_id: randomUUID(),
  recipient: to,
  kind,
  method,
  sequence,
  key,
  message_id: messageId,
  size,
  sha256: sha256.toString('hex'),
  tag_hash: addresses?.hash.toString('hex') ?? null,
  useful_until: usefulUntilMs === undefined ? null : new Date(usefulUntilMs),
});

/**
 * Stores messages beside nothing else, in one statement.
 *
 * @param owner gives `owner`
 */
export async function storeMessages(
  knex: Knex,
  owner: readonly StatementPart[],
  parts: readonly StatementPart[],
): Promise<void> {
  const all = [...owner, ...parts];
  await knex.raw(`WITH ${sqlOf(all)} SELECT FROM owner`, valuesOf(all));
}
