import type { Knex } from 'knex';
import type { PreparedDelivery } from '../../../activities/delivery/activities.ts';
import type { EndpointDisabledView } from '../../../activities/delivery/ports.ts';
import type { DisabledReason } from '../../../domain/webhooks/verdict.ts';
import type { EndpointDisabled } from '../../../workflows/delivery/messages.ts';
import type { StatementPart } from '../statement.ts';
import { nameMessage, sealMessage, type Draft, type MessageTools } from './prepare.ts';
import { messagesPart, storeMessages } from './store.ts';

const KIND = 'endpoint-disabled';
const SUMMARY = 'mail that an endpoint is disabled';
const DAY_MS = 86_400_000;

/** Prepares the mail that an endpoint is sent no more events. Nobody answers it. */
export const prepareEndpointDisabled = (
  database: Knex,
  tools: MessageTools,
  { noticeId, atMs }: EndpointDisabled,
): Promise<PreparedDelivery> =>
  database.transaction(async (trx) => {
    const { failingSince, ...view } = await noticeOf(trx, noticeId);
    const before = await trx('outgoing_messages').where({ notice_id: noticeId }).first('id');
    if (before) return { id: before.id, summary: SUMMARY };
    const draft: Draft = { ownerId: noticeId, key: KIND, kind: KIND, method: null, sequence: 0, to: null };
    const names = nameMessage(tools, view.tenant.organizerEmail, draft);
    const days = Math.floor((atMs - failingSince.getTime()) / DAY_MS);
    const { messageId } = names;
    const { raw } = await tools.composer.composeEndpointDisabled({ ...view, messageId, dateMs: atMs, days });
    const message = sealMessage(tools, draft, names, raw);
    await storeMessages(trx, [noticeAsOwner(noticeId)], [messagesPart([message])]);
    return { id: message.id, summary: SUMMARY };
  });

const noticeAsOwner = (noticeId: string): StatementPart => ({
  sql: `owner AS (
    SELECT tenant_id, CAST(NULL AS uuid) AS meeting_id, CAST(NULL AS text) AS uid, CAST(NULL AS uuid) AS sign_in_id,
           id AS notice_id, 0 AS revision
      FROM webhook_notices WHERE id = :noticeId
  )`,
  values: { noticeId },
});

type Notice = Omit<EndpointDisabledView, 'messageId' | 'dateMs' | 'days'> & { failingSince: Date };

async function noticeOf(trx: Knex.Transaction, noticeId: string): Promise<Notice> {
  const notice = await trx('webhook_notices').where({ id: noticeId }).forUpdate().first();
  const tenant = notice && (await trx('tenants').where({ id: notice.tenant_id }).first());
  if (!tenant) throw new Error('the notice is not in this database');
  return {
    tenant: {
      organizerEmail: tenant.organizer_email,
      organizerName: tenant.organizer_name,
      productName: tenant.product_name,
    },
    recipient: { email: notice.address, language: tenant.language },
    endpoint: { id: notice.endpoint_id, host: notice.host },
    reason: notice.reason as DisabledReason,
    failingSince: notice.failing_since,
  };
}
