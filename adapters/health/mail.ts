import type { MailReader } from '../../activities/mailbox/ports.ts';
import { MailboxUnavailable } from '../../activities/mailbox/ports.ts';
import { isLoopback } from '../../config/loopback.ts';
import { checkSmtp } from '../mail/smtp-check.ts';
import { found, type Finding, type HealthCode } from './finding.ts';
import type { Check } from './run-checks.ts';

export interface SmtpSettings {
  /** Undefined: none is configured. */
  smtpUrl: string | undefined;
  requireTls: boolean | undefined;
}

/** The server that mail leaves through. @param catches it is caught on this machine */
export const smtpCheck = ({ smtpUrl, requireTls }: SmtpSettings, catches: boolean): Check => ({
  part: 'smtp',
  async look(signal) {
    if (smtpUrl === undefined) return [found('smtp', 'smtp-missing')];
    const standing = await checkSmtp(smtpUrl, { requireTls, signal });
    switch (standing.state) {
      case 'fine':
        if (catches) return [found('smtp', 'smtp-caught')];
        return [found('smtp', standing.secure || isLoopback(hostOf(smtpUrl)) ? 'smtp-fine' : 'smtp-plain')];
      case 'no-tls':
        return [found('smtp', 'smtp-no-tls')];
      case 'login-refused':
        return [found('smtp', 'smtp-login-refused')];
      case 'bad-certificate':
        return [found('smtp', 'smtp-bad-certificate', { detail: standing.detail })];
      case 'unreachable':
        return [found('smtp', 'smtp-unreachable', { detail: standing.detail })];
    }
  },
});

const hostOf = (smtpUrl: string): string => new URL(smtpUrl).hostname;

const MAILBOX_CODES: Record<string, HealthCode> = {
  AUTHENTICATION_FAILED: 'mailbox-login-refused',
  TOKEN_REFUSED: 'mailbox-login-refused',
  NO_SUCH_FOLDER: 'mailbox-no-folder',
  NO_TLS: 'mailbox-no-tls',
};

/** The mailboxes that mail is read from: whether each lets us in, and has its folder. Nothing in them is changed. */
export const mailboxChecks = (mailboxes: readonly { name: string; reader: MailReader }[]): Check[] =>
  mailboxes.length === 0
    ? [{ part: 'imap', look: () => Promise.resolve([found('imap', 'mailbox-none')]) }]
    : mailboxes.map(({ name, reader }) => ({
        part: 'imap',
        look: async (signal) => [await lookInto(name, reader, signal)],
      }));

async function lookInto(subject: string, reader: MailReader, signal: AbortSignal): Promise<Finding> {
  try {
    const open = await reader.open(signal);
    await open.close();
    return found('imap', 'mailbox-fine', { subject });
  } catch (error) {
    if (!(error instanceof MailboxUnavailable)) throw error;
    const code = MAILBOX_CODES[error.code] ?? 'mailbox-unreachable';
    return found('imap', code, { subject, detail: error.code });
  }
}
