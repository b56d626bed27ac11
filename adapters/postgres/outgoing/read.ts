import type { Knex } from 'knex';
import type { OutgoingMessage } from '../../../activities/delivery/ports.ts';
import type { MessageTools } from './prepare.ts';
import { inBatches } from '../in-batches.ts';

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
      `SELECT message.id, tenant.organizer_email AS organizer, coalesce(invitation.attendee_email, sign_in.address, notice.address) AS to, raw.sealed,
              message.state, message.attempts, message.tag_hash AS "tagHash"
         FROM outgoing_messages message
         JOIN raw_messages raw ON raw.id = message.raw_id
         JOIN tenants tenant ON tenant.id = message.tenant_id
         LEFT JOIN invitations invitation
           ON invitation.meeting_id = message.meeting_id AND invitation.attendee_id = message.attendee_id
         LEFT JOIN sign_ins sign_in ON sign_in.id = message.sign_in_id
         LEFT JOIN webhook_notices notice ON notice.id = message.notice_id
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
