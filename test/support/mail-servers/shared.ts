import { testService } from '../services.ts';
import type { MailboxServer } from './dovecot.ts';

/** The Dovecot of this run; any number of tests may use it, each with mailboxes of its own. */
export const sharedDovecot = async (): Promise<MailboxServer> =>
  JSON.parse(await testService('dovecot')) as MailboxServer;

/** The Postfix of this run, which delivers to the Dovecot of this run. */
export const sharedPostfix = async (): Promise<{ smtpPort: number }> =>
  JSON.parse(await testService('postfix')) as { smtpPort: number };
