import type { Logger } from 'pino';
import type { MailReader } from '../../../activities/mailbox/ports.ts';
import type { Clock } from '../../../activities/clock.ts';
import { createAccessTokens, type RefreshTokens } from './access-token.ts';
import { connectImap } from './connect.ts';
import { translating, unavailable } from './failure.ts';
import { openFolder } from './open-folder.ts';
import type { ImapMailbox } from './settings.ts';

export interface ImapReaderParts {
  clock: Clock;
  log: Logger;
  refreshTokens: (mailbox: { name: string; configured: string }) => RefreshTokens;
}

/** One folder over IMAP4rev1 (RFC 3501), by imapflow. */
export function createImapReader(
  mailbox: ImapMailbox,
  { clock, log, refreshTokens }: ImapReaderParts,
): MailReader {
  const tokens =
    'oauth2' in mailbox.auth
      ? createAccessTokens(mailbox.auth.oauth2, {
          clock,
          refreshTokens: refreshTokens({ name: mailbox.name, configured: mailbox.auth.oauth2.refreshToken }),
        })
      : null;
  return {
    async open(signal) {
      const client = await translating(() => connectImap(mailbox, { tokens, log, signal }));
      try {
        return await openFolder(client, mailbox);
      } catch (error) {
        client.close();
        throw unavailable(error);
      }
    },
  };
}
