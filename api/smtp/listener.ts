import type { AddressInfo } from 'node:net';
import type { Logger } from 'pino';
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server';
import type { Ingest } from '../../activities/ingest.ts';

export const LARGEST_MESSAGE_BYTES = 30 * 1024 * 1024;

export interface SmtpListenerOptions {
  host: string;
  port: number;
  ingest: Ingest;
  log: Logger;
}

/**
 * The door for mail over SMTP. A message is accepted once it is stored; when it cannot be, the sender is told to
 * try again (451), so that nothing is lost.
 */
export async function startSmtpListener(
  options: SmtpListenerOptions,
): Promise<{ port: number; stop(): Promise<void> }> {
  const { host, port, ingest, log } = options;
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    size: LARGEST_MESSAGE_BYTES,
    banner: 'Parley',
    logger: false,
    onData(stream, session, done) {
      receive(stream)
        .then((raw) => {
          if (raw === null) throw tooLarge();
          return ingest({ raw, door: 'smtp', envelope: envelopeOf(session), tenantId: null });
        })
        .then(
          () => done(),
          (error: unknown) => {
            if (isTooLarge(error)) return done(error);
            log.error({ err: error }, 'a message could not be taken in');
            done(Object.assign(new Error('Could not store the message, try again'), { responseCode: 451 }));
          },
        );
    },
  });
  server.on('error', (error) => log.warn({ err: error }, 'the SMTP listener had a problem'));
  await new Promise<void>((resolve, reject) => {
    server.server.once('error', reject);
    server.listen(port, host, resolve);
  });
  return {
    port: (server.server.address() as AddressInfo).port,
    stop: () => new Promise((resolve) => server.close(resolve)),
  };
}

/** The whole message, or null when it is larger than announced to be allowed; the rest is then read and dropped. */
async function receive(stream: SMTPServerDataStream): Promise<Buffer | null> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    if (!stream.sizeExceeded) chunks.push(chunk);
  }
  return stream.sizeExceeded ? null : Buffer.concat(chunks);
}

const envelopeOf = (session: SMTPServerSession): { from: string | null; to: string[] } => ({
  from: session.envelope.mailFrom ? session.envelope.mailFrom.address.toLowerCase() : null,
  to: session.envelope.rcptTo.map((recipient) => recipient.address.toLowerCase()),
});

const tooLarge = (): Error & { responseCode: number } =>
  Object.assign(new Error('The message is too large'), { responseCode: 552 });

const isTooLarge = (error: unknown): error is Error & { responseCode: number } =>
  error instanceof Error && 'responseCode' in error && error.responseCode === 552;
