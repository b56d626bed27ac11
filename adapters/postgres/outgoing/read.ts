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
  usefulUntil: Date | null;
  isOutdated: boolean;
  inCalendar: boolean;
}

const UNSENT: readonly string[] = ['prepared', 'deferred', 'failed'];

/** What is of use for a time is not, too, where the meeting has another time or none, or the recipient does not come. */
const OUTDATED = `(message.useful_until IS NOT NULL
              AND (meeting.status <> 'scheduled' OR meeting.ics_sequence <> message.sequence
                   OR invitation.last_partstat = 'DECLINED' OR invitation.removed_at IS NOT NULL))`;

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
      `SELECT message.id, tenant.organizer_email AS organizer, coalesce(invitation.attendee_email, sign_in.address, notice.address, correspondent.address) AS to,
              raw.sealed, message.state, message.attempts, message.tag_hash AS "tagHash", message.useful_until AS "usefulUntil",
              ${OUTDATED} AS "isOutdated",
              message.method IN ('REQUEST', 'CANCEL') AND home.principal_id IS NOT NULL AS "inCalendar"
         FROM outgoing_messages message
         JOIN raw_messages raw ON raw.id = message.raw_id
         JOIN tenants tenant ON tenant.id = message.tenant_id
         LEFT JOIN meetings meeting ON meeting.id = message.meeting_id
         LEFT JOIN invitations invitation
           ON invitation.meeting_id = message.meeting_id AND invitation.attendee_id = message.attendee_id
         LEFT JOIN calendar_homes home ON home.principal_id = invitation.principal_id
         LEFT JOIN sign_ins sign_in ON sign_in.id = message.sign_in_id
         LEFT JOIN notices notice ON notice.id = message.notice_id
         LEFT JOIN calendar_mails calendar_mail ON calendar_mail.id = message.calendar_mail_id
         LEFT JOIN calendar_correspondents correspondent ON correspondent.id = calendar_mail.correspondent_id
        WHERE message.id = ANY (:ids)`,
      { ids },
    );
    return ids.map((id) => rows.find((row) => row.id === id));
  });
  return async (id) => {
    const row = await rowOf(id);
    if (!row?.sealed) throw new Error('the message is not in this database');
    const sent = !UNSENT.includes(row.state);
    const own = row.tagHash === null ? null : tags?.ofMessage(row.organizer, id);
    const from = own?.returnPath ?? row.organizer;
    return {
      ...{ id, from, to: row.to, raw: sealer.open(row.sealed), sent, attempts: row.attempts },
      inCalendar: row.inCalendar === true,
      usefulUntilMs: row.isOutdated ? -Infinity : (row.usefulUntil?.getTime() ?? Infinity),
    };
  };
}
