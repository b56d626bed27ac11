import SMTPConnection from 'nodemailer/lib/smtp-connection';
import { isLoopback } from '../../config/loopback.ts';

/** What a mail server said when nothing was sent. */
export type SmtpStanding =
  | { state: 'fine'; secure: boolean }
  | { state: 'no-tls' | 'login-refused' }
  | { state: 'bad-certificate' | 'unreachable'; detail: string };

interface Failure {
  code?: string;
  command?: string;
  cause?: { code?: string };
  message?: string;
}

/** OpenSSL's words, where nodemailer leaves its code out. */
const CERTIFICATE = /certificate|altname|self.signed|unable to verify/i;

/**
 * Connects to a mail server, secures the connection as for sending, logs in where a user is configured, and leaves.
 *
 * @param requireTls undefined: for every server but one on this machine
 * @param signal gives up
 */
export function checkSmtp(
  smtpUrl: string,
  { requireTls, signal }: { requireTls: boolean | undefined; signal: AbortSignal },
): Promise<SmtpStanding> {
  const url = new URL(smtpUrl);
  const secure = url.protocol === 'smtps:';
  const connection = new SMTPConnection({
    host: url.hostname,
    port: Number(url.port) || (secure ? 465 : 587),
    secure,
    requireTLS: requireTls ?? !isLoopback(url.hostname),
    connectionTimeout: 8_000,
    greetingTimeout: 8_000,
    socketTimeout: 8_000,
  });
  return new Promise((resolve) => {
    const end = (standing: SmtpStanding) => {
      if (standing.state === 'fine') connection.quit();
      else connection.close();
      resolve(standing);
    };
    signal.addEventListener('abort', () => end({ state: 'unreachable', detail: 'ETIMEDOUT' }));
    connection.once('error', (error: Failure) => end(standingOf(error)));
    connection.connect((failure) => {
      if (failure) return end(standingOf(failure as Failure));
      const fine = () => end({ state: 'fine', secure: connection.secure });
      if (url.username === '') return fine();
      const credentials = { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) };
      connection.login({ credentials }, (refused) => (refused ? end({ state: 'login-refused' }) : fine()));
    });
  });
}

function standingOf({ code, command, cause, message = '' }: Failure): SmtpStanding {
  if (CERTIFICATE.test(message)) return { state: 'bad-certificate', detail: cause?.code ?? code ?? 'ETLS' };
  if (command === 'STARTTLS') return { state: 'no-tls' };
  return { state: 'unreachable', detail: cause?.code ?? code ?? 'unknown' };
}
