import { ConfigError, type Config } from '../../config/index.ts';
import { isLoopback } from '../../config/variable-kinds.ts';

/**
 * While our own catcher takes the mail, it shows everybody's, sign-in links among it, and nobody has to prove who they
 * are: that is for this machine alone.
 *
 * @throws ConfigError when the configuration would show it to others
 */
export function requireOwnMachine({ http, smtpIn, mail, embedded }: Config): void {
  if (mail.smtpUrl !== undefined) return;
  const problems: string[] = [];
  if (embedded.devMailbox && !isLoopback(http.host))
    problems.push(
      `HOST: is ${http.host}, and without SMTP_URL everybody who gets there reads all mail: set SMTP_URL, or DEV_MAILBOX=off, or HOST=127.0.0.1`,
    );
  if (!smtpIn.hostIsDefault && !isLoopback(smtpIn.host))
    problems.push(
      `SMTP_IN_HOST: is ${smtpIn.host}, and without SMTP_URL no sender is checked: set SMTP_URL, or SMTP_IN_HOST=127.0.0.1`,
    );
  if (problems.length > 0) throw new ConfigError(problems);
}
