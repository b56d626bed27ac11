import type { Knex } from 'knex';
import type { PreparedDelivery } from '../../../activities/delivery/activities.ts';
import type { ComposedMessage } from '../../../activities/delivery/ports.ts';
import type { Instant } from '../../../domain/time/instant.ts';
import type { DisabledReason } from '../../../domain/webhooks/verdict.ts';
import type { Notice } from '../../../workflows/delivery/messages.ts';
import type { StatementPart } from '../statement.ts';
import { nameMessage, sealMessage, type Draft, type MessageTools } from './prepare.ts';
import { messagesPart, storeMessages } from './store.ts';

/**
 * Prepares the mail with what somebody is told. Nobody answers it, so of its addresses only the return path is used, by
 * which its bounce is known. Of two that prepare it at once one fails by a constraint, and finds the other's next time.
 */
export async function prepareNotice(
  database: Knex,
  tools: MessageTools,
  { noticeId, atMs }: Notice,
): Promise<PreparedDelivery> {
  const notice = await noticeOf(database, noticeId);
  const { kind, organizerEmail } = notice;
  const before = await database('outgoing_messages').where({ notice_id: noticeId }).first('id');
  if (before) return { id: before.id, summary: kind };
  const draft: Draft = { ownerId: noticeId, key: kind, kind, method: null, sequence: 0, to: null };
  const names = nameMessage(tools, organizerEmail, draft);
  const { raw } = await composed(tools, notice, { messageId: names.messageId, dateMs: atMs });
  const message = sealMessage(tools, draft, names, raw);
  await storeMessages(database, [noticeAsOwner(noticeId)], [messagesPart([message])]);
  return { id: message.id, summary: kind };
}

const DAY_MS = 86_400_000;

function composed(
  { composer, publicUrl }: MessageTools,
  { organizerEmail, organizerName, productName, email, language, since, ...notice }: NoticeRow,
  named: { messageId: string; dateMs: Instant },
): Promise<ComposedMessage> {
  const tenant = { organizerEmail, organizerName, productName };
  if (notice.kind === 'endpoint-disabled') {
    const days = Math.floor((named.dateMs - since.getTime()) / DAY_MS);
    const { endpoint, problem: reason } = notice;
    return composer.composeEndpointDisabled({
      ...{ ...named, tenant, recipient: { email, language }, endpoint, reason, days },
    });
  }
  const { room, problem } = notice;
  return composer.composeFeedFailing({
    ...{ ...named, tenant, recipient: { email, language, timezone: room.timezone } },
    ...{ room: room.name, problem, sinceMs: since.getTime() },
    link: `${publicUrl}/rooms/${room.name}/settings`,
  });
}

const noticeAsOwner = (noticeId: string): StatementPart => ({
  sql: `owner AS (
    SELECT tenant_id, CAST(NULL AS uuid) AS meeting_id, CAST(NULL AS text) AS uid, CAST(NULL AS uuid) AS sign_in_id,
           id AS notice_id, CAST(NULL AS uuid) AS calendar_mail_id, 0 AS revision
      FROM notices WHERE id = :noticeId
  )`,
  values: { noticeId },
});

type NoticeRow = {
  since: Date;
  email: string;
  language: string | null;
  organizerEmail: string;
  organizerName: string;
  productName: string;
} & (
  | { kind: 'feed-failing'; problem: string; room: { name: string; timezone: string } }
  | { kind: 'endpoint-disabled'; problem: DisabledReason; endpoint: { id: string; host: string } }
);

async function noticeOf(database: Knex, noticeId: string): Promise<NoticeRow> {
  const { rows } = await database.raw<{ rows: NoticeRow[] }>(
    `SELECT notice.kind, notice.problem, notice.since, notice.address AS email,
            jsonb_build_object('name', room.name, 'timezone', room.timezone) AS room,
            jsonb_build_object('id', notice.endpoint_id, 'host', notice.host) AS endpoint,
            coalesce(member.language, tenant.language) AS language,
            tenant.organizer_email AS "organizerEmail", tenant.organizer_name AS "organizerName",
            tenant.product_name AS "productName"
       FROM notices notice JOIN tenants tenant ON tenant.id = notice.tenant_id
       LEFT JOIN principals member ON member.id = notice.principal_id
       LEFT JOIN principals room ON room.id = notice.room_id
      WHERE notice.id = :noticeId`,
    { noticeId },
  );
  const [row] = rows;
  if (!row) throw new Error('the notice is not in this database');
  return row;
}
