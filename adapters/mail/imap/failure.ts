import type { ImapFlowError } from 'imapflow';
import { MailboxUnavailable } from '../../../activities/mailbox/ports.ts';

/** What imapflow throws, with a stable code and without what the server said: that may quote an address. */
export function unavailable(error: unknown): MailboxUnavailable {
  if (error instanceof MailboxUnavailable) return error;
  if (!(error instanceof Error)) return new MailboxUnavailable('UNKNOWN');
  const { authenticationFailed, mailboxMissing, code, responseStatus, tlsFailed } = error as ImapFlowError;
  if (authenticationFailed) return new MailboxUnavailable('AUTHENTICATION_FAILED');
  if (mailboxMissing) return new MailboxUnavailable('NO_SUCH_FOLDER');
  // It has none, or its upgrade failed without a word of why.
  if (tlsFailed && !code) return new MailboxUnavailable('NO_TLS');
  if (code) return new MailboxUnavailable(code);
  return new MailboxUnavailable(responseStatus ? `SERVER_SAID_${responseStatus}` : 'UNKNOWN');
}

/** Gives a call's failure a stable code. */
export const translating = async <T>(call: () => Promise<T>): Promise<T> => {
  try {
    return await call();
  } catch (error) {
    throw unavailable(error);
  }
};
