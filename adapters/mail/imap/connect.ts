import { ImapFlow } from 'imapflow';
import type { Logger } from 'pino';
import { unavailable } from './failure.ts';
import { imapLog } from './log.ts';
import type { AccessTokens } from './access-token.ts';
import type { ImapMailbox } from './settings.ts';

/** Room for what a response says besides the message itself. */
const RESPONSE_EXTRA_BYTES = 16 * 1024 * 1024;

/**
 * A connection that is logged in.
 *
 * @param tokens where the mailbox asks for OAuth2
 * @throws MailboxUnavailable
 */
export async function connectImap(
  mailbox: ImapMailbox,
  { tokens, log, signal }: { tokens: AccessTokens | null; log: Logger; signal: AbortSignal },
): Promise<ImapFlow> {
  const client = new ImapFlow({
    host: mailbox.host,
    port: mailbox.port,
    secure: mailbox.tls === 'implicit',
    ...(mailbox.tls === 'required' && { doSTARTTLS: true }),
    tls: {
      ...(mailbox.ca !== undefined && { ca: mailbox.ca }),
      // Without TLS it would be spoken to as well: a certificate that nobody vouches for is no less.
      rejectUnauthorized: mailbox.tls !== 'opportunistic' || mailbox.ca !== undefined,
    },
    auth: { user: mailbox.user, ...(await credentials(mailbox, tokens)) },
    logger: imapLog(log, mailbox.name),
    // We say ourselves when to idle: between two searches, and never while a message is taken in.
    disableAutoIdle: true,
    // RFC 3516 §4.3: BINARY would undo the transfer encoding, and with it every signature.
    disableBinary: true,
    connectionTimeout: mailbox.timeoutMs,
    greetingTimeout: mailbox.timeoutMs,
    socketTimeout: mailbox.timeoutMs,
    maxLiteralSize: mailbox.largestBytes + RESPONSE_EXTRA_BYTES,
    maxResponseSize: mailbox.largestBytes + 2 * RESPONSE_EXTRA_BYTES,
  });
  // Whatever goes wrong with the connection is also told to the command that waits for it.
  client.on('error', () => undefined);
  const giveUp = () => client.close();
  signal.addEventListener('abort', giveUp);
  try {
    signal.throwIfAborted();
    await client.connect();
    return client;
  } catch (error) {
    client.close();
    const failure = unavailable(error);
    if (failure.code === 'AUTHENTICATION_FAILED') tokens?.forget();
    throw failure;
  } finally {
    signal.removeEventListener('abort', giveUp);
  }
}

const credentials = async (
  { auth }: ImapMailbox,
  tokens: AccessTokens | null,
): Promise<{ pass: string } | { accessToken: string }> => {
  if ('password' in auth) return { pass: auth.password };
  return { accessToken: (await tokens?.current()) ?? '' };
};
