import { randomUUID } from 'node:crypto';
import type { Role } from '../../../domain/meeting/state.ts';
import type { ComposedMessage } from './messages.ts';
import type { StatementPart } from './statement.ts';

/** Stores the messages of a change, with their links. */
export const messageParts = (composed: readonly ComposedMessage[], revision: number): StatementPart[] =>
  composed.length > 0 ? [messagesPart(composed, revision), ...linkParts(composed)] : [];

/** Hashes of the ORGANIZER addresses that the recipients' invitations have got just now. */
export const newOrganizerTags = (composed: readonly ComposedMessage[]): Map<Role, Buffer> =>
  new Map(
    composed.flatMap(({ spec, own }) =>
      own.newOrganizerTag === null ? [] : [[spec.to, own.newOrganizerTag] as const],
    ),
  );

const messagesPart = (composed: readonly ComposedMessage[], revision: number): StatementPart => ({
  sql: `message AS (
    SELECT entry.*
      FROM room, ROWS FROM (
        jsonb_to_recordset(CAST(:messages AS jsonb)) AS (
          id uuid, raw_id uuid, recipient party_role, kind text, method text, sequence int, key text, message_id text,
          size int),
        unnest(CAST(:sealed AS bytea[])), unnest(CAST(:sha256 AS bytea[])), unnest(CAST(:tagHashes AS bytea[]))
      ) AS entry (id, raw_id, recipient, kind, method, sequence, key, message_id, size, sealed, sha256, tag_hash)
  ), raw AS (
    INSERT INTO raw_messages (id, sha256, size, sealed) SELECT raw_id, sha256, size, sealed FROM message
  ), outgoing AS (
    INSERT INTO outgoing_messages
      (id, tenant_id, room_id, uid, recipient_role, kind, method, sequence, message_key, revision, message_id, raw_id,
       tag_hash)
    SELECT message.id, room.tenant_id, room.id, room.ics_uid, message.recipient, message.kind, message.method,
           message.sequence, message.key, CAST(:messagesRevision AS int), message.message_id, message.raw_id,
           message.tag_hash
      FROM message, room
  )`,
  values: {
    messages: JSON.stringify(
      composed.map(({ prepared, spec, messageId, size }) => ({
        id: prepared.id,
        raw_id: randomUUID(),
        recipient: spec.to,
        kind: spec.kind,
        method: spec.method,
        sequence: spec.sequence,
        key: spec.key,
        message_id: messageId,
        size,
      })),
    ),
    sealed: composed.map(({ sealed }) => sealed),
    sha256: composed.map(({ sha256 }) => sha256),
    tagHashes: composed.map(({ own }) => own.messageTagHash) as Buffer[],
    messagesRevision: revision,
  },
});

function linkParts(composed: readonly ComposedMessage[]): StatementPart[] {
  const links = composed.flatMap((message) => message.links);
  if (links.length === 0) return [];
  const sql = `links AS (
    INSERT INTO magic_links
      (id, tenant_id, room_id, uid, purpose, actor_role, actor_email, proposal_id, inbound_message_id, token_hash,
       created_at, expires_at)
    SELECT link.id, room.tenant_id, room.id, room.ics_uid, link.purpose, link.actor_role, link.actor_email,
           link.proposal_id, link.inbound_message_id, decode(link.token_hash, 'hex'), link.created_at, link.expires_at
      FROM room, jsonb_to_recordset(CAST(:links AS jsonb))
             AS link (id uuid, purpose link_purpose, actor_role party_role, actor_email text, proposal_id uuid,
                      inbound_message_id uuid, token_hash text, created_at timestamptz, expires_at timestamptz)
  )`;
  return [{ sql, values: { links: JSON.stringify(links) } }];
}
