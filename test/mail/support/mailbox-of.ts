import { randomUUID } from 'node:crypto';
import type { MailboxConfig } from '../../../config/index.ts';
import { MAIL_PASSWORD } from '../../support/mail-servers/mailboxes.ts';

const DAY_MS = 86_400_000;

/** A mailbox of a test server, with the patience of a test. */
export const mailboxOf = (
  server: { imapPort: number },
  address: string,
  about: Partial<MailboxConfig> = {},
): MailboxConfig => ({
  name: `test-${randomUUID()}`,
  host: '127.0.0.1',
  port: server.imapPort,
  tls: 'opportunistic',
  user: address,
  auth: { password: MAIL_PASSWORD },
  folder: 'INBOX',
  handled: { flag: '$ParleyHandled' },
  firstSinceMs: 14 * DAY_MS,
  pollMs: 300,
  timeoutMs: 2_000,
  largestBytes: 1024 * 1024,
  ...about,
});
