import type { Knex } from 'knex';
import type { PreparedDelivery } from '../../../activities/delivery/activities.ts';
import type { SignIn } from '../../../workflows/delivery/messages.ts';
import { hashToken, newToken } from '../../secrets/token.ts';
import type { StatementPart } from '../statement.ts';
import { nameMessage, sealMessage, type Draft, type MessageTools } from './prepare.ts';
import { messagesPart, storeMessages } from './store.ts';

const KIND = 'sign-in';
const SUMMARY = 'sign-in link';

/**
 * Prepares the mail with a member's sign-in link; the link is fixed with it. Nobody answers it, so of its addresses only
 * the return path is used, by which its bounce is known.
 */
export const prepareSignIn = (
  database: Knex,
  tools: MessageTools,
  { signInId, atMs, to }: SignIn,
): Promise<PreparedDelivery> =>
  database.transaction(async (trx) => {
    const signIn = await lockSignIn(trx, signInId);
    const before = await trx('outgoing_messages').where({ sign_in_id: signInId }).first('id');
    if (before) return { id: before.id, summary: SUMMARY };
    const token = newToken();
    const draft: Draft = { ownerId: signInId, key: KIND, kind: KIND, method: null, sequence: 0, to: null };
    const names = nameMessage(tools, signIn.organizerEmail, draft);
    const { raw } = await tools.composer.composeSignIn({
      messageId: names.messageId,
      dateMs: atMs,
      tenant: signIn,
      recipient: { email: signIn.email, language: signIn.language },
      link: `${tools.publicUrl}/rooms/sign-in/link?s=${token}${to ? `&to=${to}` : ''}`,
      to,
      minutes: Math.round((signIn.expires.getTime() - signIn.created.getTime()) / 60_000),
    });
    const message = sealMessage(tools, draft, names, raw);
    await storeMessages(trx, [signInAsOwner(signInId, token)], [messagesPart([message])]);
    return { id: message.id, summary: SUMMARY };
  });

/** The link opens from now on. */
const signInAsOwner = (signInId: string, token: string): StatementPart => ({
  sql: `owner AS (
    UPDATE sign_ins SET token_hash = :tokenHash WHERE id = :signInId
    RETURNING tenant_id, CAST(NULL AS uuid) AS meeting_id, CAST(NULL AS text) AS uid, id AS sign_in_id,
              CAST(NULL AS uuid) AS notice_id, CAST(NULL AS uuid) AS calendar_mail_id, 0 AS revision
  )`,
  values: { signInId, tokenHash: hashToken(token) },
});

interface SignInRow {
  tenantId: string;
  email: string;
  language: string | null;
  created: Date;
  expires: Date;
  organizerEmail: string;
  organizerName: string;
  productName: string;
}

async function lockSignIn(trx: Knex.Transaction, signInId: string): Promise<SignInRow> {
  const { rows } = await trx.raw<{ rows: SignInRow[] }>(
    `SELECT sign_in.tenant_id AS "tenantId", sign_in.address AS email,
            coalesce(sign_in.language, tenant.language) AS language,
            sign_in.created_at AS created, sign_in.expires_at AS expires,
            tenant.organizer_email AS "organizerEmail", tenant.organizer_name AS "organizerName",
            tenant.product_name AS "productName"
       FROM sign_ins sign_in JOIN tenants tenant ON tenant.id = sign_in.tenant_id
      WHERE sign_in.id = :signInId
        FOR UPDATE OF sign_in`,
    { signInId },
  );
  const [row] = rows;
  if (!row) throw new Error('the sign-in is not in this database');
  return row;
}
