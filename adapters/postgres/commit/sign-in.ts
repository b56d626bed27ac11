import { createHash, randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import type { PreparedDelivery } from '../../../activities/delivery/activities.ts';
import type { SignIn } from '../../../workflows/delivery/messages.ts';
import { hashToken, newToken } from '../../secrets/token.ts';
import type { MessageTools } from './messages.ts';

const KIND = 'sign-in';
const SUMMARY = 'sign-in link';

/**
 * Composes the mail with a member's sign-in link. As with every message, Message-ID, Date and bytes, and with them the
 * link, are fixed here, before the first attempt to send; so is its return path, by which its bounce is known.
 */
export const prepareSignIn = (
  database: Knex,
  tools: MessageTools,
  { signInId, atMs }: SignIn,
): Promise<PreparedDelivery> =>
  database.transaction(async (trx) => {
    const signIn = await lockSignIn(trx, signInId);
    const before = await trx('outgoing_messages').where({ sign_in_id: signInId }).first('id');
    if (before) return { id: before.id, summary: SUMMARY };
    const id = randomUUID();
    const token = newToken();
    const messageId = tools.messageIds(`sign-in/${signInId}`, signIn.organizerEmail);
    const own = tools.tags?.tagsMessages ? tools.tags.ofMessage(signIn.organizerEmail, id) : null;
    const { raw } = await tools.composer.composeSignIn({
      messageId,
      dateMs: atMs,
      tenant: signIn,
      recipient: { email: signIn.email, language: signIn.language },
      link: `${tools.publicUrl}/rooms/sign-in/link?s=${token}`,
      minutes: Math.round((signIn.expires.getTime() - signIn.created.getTime()) / 60_000),
    });
    const rawId = randomUUID();
    await trx('sign_ins')
      .where({ id: signInId })
      .update({ token_hash: hashToken(token) });
    await trx('raw_messages').insert({
      id: rawId,
      sha256: createHash('sha256').update(raw).digest(),
      size: raw.length,
      sealed: tools.sealer.seal(raw),
    });
    await trx('outgoing_messages').insert({
      id,
      tenant_id: signIn.tenantId,
      sign_in_id: signInId,
      kind: KIND,
      sequence: 0,
      message_key: KIND,
      revision: 0,
      message_id: messageId,
      raw_id: rawId,
      // Nobody answers it, so of its addresses only the return path is used.
      tag_hash: own?.hash ?? null,
    });
    return { id, summary: SUMMARY };
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
