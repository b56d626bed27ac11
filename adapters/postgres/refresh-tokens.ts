import type { Knex } from 'knex';
import type { RefreshTokens } from '../mail/imap/access-token.ts';
import type { Sealer } from '../secrets/sealing.ts';
import { hashToken } from '../secrets/token.ts';

/**
 * The newest refresh token of a mailbox, over restarts and for all workers. It counts as long as the one in the
 * configuration is the one that it came from.
 */
export function createRefreshTokens(
  database: Knex,
  sealer: Sealer,
  mailbox: { name: string; configured: string },
): RefreshTokens {
  const from = hashToken(mailbox.configured);
  return {
    async newest() {
      const row = await database('mailboxes')
        .where({ name: mailbox.name, refresh_token_from: from })
        .first('refresh_token_sealed');
      const sealed = row?.refresh_token_sealed;
      return sealed ? sealer.open(sealed).toString() : mailbox.configured;
    },
    async rotated(token) {
      await database('mailboxes')
        .where({ name: mailbox.name })
        .update({ refresh_token_sealed: sealer.seal(Buffer.from(token)), refresh_token_from: from });
    },
  };
}
