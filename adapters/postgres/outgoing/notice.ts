import type { Knex } from 'knex';
import type { PreparedDelivery } from '../../../activities/delivery/activities.ts';
import type { Notice } from '../../../workflows/delivery/messages.ts';
import type { StatementPart } from '../statement.ts';
import { nameMessage, sealMessage, type Draft, type MessageTools } from './prepare.ts';
import { messagesPart, storeMessages } from './store.ts';

/**
 * Prepares the mail with what a member is told. Nobody answers it, so of its addresses only the return path is used, by
 * which its bounce is known. Of two that prepare it at once one fails by a constraint, and finds the other's next time.
 */
export async function prepareNotice(
  database: Knex,
  tools: MessageTools,
  { noticeId, atMs }: Notice,
): Promise<PreparedDelivery> {
  const { kind, problem, since, room, email, language, ...tenant } = await noticeOf(database, noticeId);
  const summary = `${kind}, to the owner`;
  const before = await database('outgoing_messages').where({ notice_id: noticeId }).first('id');
  if (before) return { id: before.id, summary };
  const draft: Draft = { ownerId: noticeId, key: kind, kind, method: null, sequence: 0, to: null };
  const names = nameMessage(tools, tenant.organizerEmail, draft);
  const { raw } = await tools.composer.composeFeedFailing({
    messageId: names.messageId,
    dateMs: atMs,
    tenant,
    recipient: { email, language, timezone: room.timezone },
    room: room.name,
    problem,
    sinceMs: since.getTime(),
    link: `${tools.publicUrl}/rooms/${room.name}/settings`,
  });
  const message = sealMessage(tools, draft, names, raw);
  await storeMessages(database, [noticeAsOwner(noticeId)], [messagesPart([message])]);
  return { id: message.id, summary };
}

const noticeAsOwner = (noticeId: string): StatementPart => ({
  sql: `owner AS (
    SELECT tenant_id, CAST(NULL AS uuid) AS meeting_id, CAST(NULL AS text) AS uid, CAST(NULL AS uuid) AS sign_in_id,
           id AS notice_id, 0 AS revision
      FROM notices WHERE id = :noticeId
  )`,
  values: { noticeId },
});

interface NoticeRow {
  kind: string;
  problem: string;
  since: Date;
  room: { name: string; timezone: string };
  email: string;
  language: string | null;
  organizerEmail: string;
  organizerName: string;
  productName: string;
}

async function noticeOf(database: Knex, noticeId: string): Promise<NoticeRow> {
  const { rows } = await database.raw<{ rows: NoticeRow[] }>(
    `SELECT notice.kind, notice.problem, notice.since, notice.address AS email,
            jsonb_build_object('name', room.name, 'timezone', room.timezone) AS room,
            coalesce(owner.language, tenant.language) AS language,
            tenant.organizer_email AS "organizerEmail", tenant.organizer_name AS "organizerName",
            tenant.product_name AS "productName"
       FROM notices notice JOIN tenants tenant ON tenant.id = notice.tenant_id
       JOIN principals owner ON owner.id = notice.principal_id
       JOIN principals room ON room.id = notice.room_id
      WHERE notice.id = :noticeId`,
    { noticeId },
  );
  const [row] = rows;
  if (!row) throw new Error('the notice is not in this database');
  return row;
}
