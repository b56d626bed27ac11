import { randomUUID } from 'node:crypto';
import type { AttendeeId } from '../../../domain/meeting/attendees.ts';
import { packBytes } from '../packed-bytes.ts';
import type { ComposedMessage } from './messages.ts';
import type { StatementPart } from './statement.ts';

/** Stores the messages of a change, with their links. */
export const messageParts = (composed: readonly ComposedMessage[], revision: number): StatementPart[] =>
  composed.length > 0 ? [messagesPart(composed, revision), ...linkParts(composed)] : [];

/** Hashes of the ORGANIZER addresses that the recipients' invitations have got just now. */
export const newOrganizerTags = (composed: readonly ComposedMessage[]): Map<AttendeeId, Buffer> =>
  new Map(
    composed.flatMap(({ spec, own }) =>
      own.newOrganizerTag === null ? [] : [[spec.to, own.newOrganizerTag] as const],
    ),
  );

function messagesPart(composed: readonly ComposedMessage[], revision: number): StatementPart {
  const { bytes, spans } = packBytes(composed.map(({ sealed }) => sealed));
  const entries = composed.map((message, index) => ({ ...entryOf(message), ...spans[index] }));
  const values = { messages: JSON.stringify(entries), sealed: bytes, messagesRevision: revision };
  return { sql: MESSAGES, values };
}

const MESSAGES = `message AS (
    SELECT entry.*
      FROM meeting, jsonb_to_recordset(CAST(:messages AS jsonb)) AS entry (
             id uuid, raw_id uuid, recipient text, kind text, method text, sequence int, key text,
             message_id text, size int, sha256 text, tag_hash text, start int, length int)
  ), raw AS (
    INSERT INTO raw_messages (id, sha256, size, sealed)
    SELECT raw_id, decode(sha256, 'hex'), size, substring(CAST(:sealed AS bytea) FROM start FOR length) FROM message
  ), outgoing AS (
    INSERT INTO outgoing_messages
      (id, tenant_id, meeting_id, uid, attendee_id, kind, method, sequence, message_key, revision, message_id, raw_id,
       tag_hash)
    SELECT message.id, meeting.tenant_id, meeting.id, meeting.ics_uid, message.recipient, message.kind, message.method,
           message.sequence, message.key, CAST(:messagesRevision AS int), message.message_id, message.raw_id,
           decode(message.tag_hash, 'hex')
      FROM message, meeting
  )`;

const entryOf = ({ prepared, spec, own, messageId, size, sha256 }: ComposedMessage) => ({
  id: prepared.id,
  raw_id: randomUUID(),
  recipient: spec.to,
  kind: spec.kind,
  method: spec.method,
  sequence: spec.sequence,
  key: spec.key,
  message_id: messageId,
  size,
  sha256: sha256.toString('hex'),
  tag_hash: own.messageTagHash?.toString('hex') ?? null,
});

function linkParts(composed: readonly ComposedMessage[]): StatementPart[] {
  const links = composed.flatMap((message) => message.links);
  if (links.length === 0) return [];
  const sql = `links AS (
    INSERT INTO magic_links
      (id, tenant_id, meeting_id, uid, purpose, attendee_id, actor_email, proposal_id, inbound_message_id, token_hash,
       created_at, expires_at)
    SELECT link.id, meeting.tenant_id, meeting.id, meeting.ics_uid, link.purpose, link.attendee_id, link.actor_email,
           link.proposal_id, link.inbound_message_id, decode(link.token_hash, 'hex'), link.created_at, link.expires_at
      FROM meeting, jsonb_to_recordset(CAST(:links AS jsonb))
             AS link (id uuid, purpose link_purpose, attendee_id text, actor_email text, proposal_id uuid,
                      inbound_message_id uuid, token_hash text, created_at timestamptz, expires_at timestamptz)
  )`;
  return [{ sql, values: { links: JSON.stringify(links) } }];
}
