import type { AddressInfo } from 'node:net';
import type { Logger } from 'pino';
import { SMTPServer, type SMTPServerOptions, type SMTPServerSession } from 'smtp-server';
import type { Ingest } from '../../activities/inbound/ingest.ts';
import type { MailSession } from '../../activities/inbound/ports.ts';
import { MailQuotaReached } from '../../activities/inbound/metered-ingest.ts';
import { ReadingBusy } from '../../activities/reading-failures.ts';
import type { LimitName } from '../../config/limits.ts';
import type { RecipientCheck } from '../../queries/recipients.ts';
import { clientName } from '../limits/client.ts';
import type { Limits } from '../limits/limits.ts';
import { watchCertificate, type CertificateFiles } from './certificate.ts';
import { receiveMessage } from './receive.ts';
import { refusal } from './refusal.ts';

/** How much of itself a listener gives to those who connect. */
export interface ListenerLimits {
  connections: number;
  /** From one address that is no relay of ours. */
  connectionsPerClient: number;
  recipients: number;
  /** RFC 5321 §4.5.3.2.7 wants five minutes. */
  idleMs: number;
  /** For a whole message, however steadily it trickles in. */
  messageMs: number;
}

export const LISTENER_LIMITS: ListenerLimits = {
  connections: 200,
  connectionsPerClient: 20,
  recipients: 100,
  idleMs: 5 * 60_000,
  messageMs: 10 * 60_000,
};

export interface MailListenerOptions {
  /** LMTP (RFC 2033) is for a mail server of ours: only this machine and trusted relays may speak it. */
  protocol: 'smtp' | 'lmtp';
  host: string;
  port: number;
  ingest: Ingest;
  log: Logger;
  maxBytes: number;
  accepts: RecipientCheck;
  /** Whether a client's address is that of a server of ours. */
  isTrusted: (address: string) => boolean;
  /** STARTTLS is offered with it. */
  tls?: CertificateFiles | undefined;
  limits?: Partial<ListenerLimits>;
  /** How many connections and messages a client has had; shared by listeners that are one door. */
  counters: Limits;
}

/**
 * The door for mail over SMTP and LMTP. A message is accepted once it is stored, one time for all of its
 * recipients; when it cannot be, the sender is told to try again (451), so that nothing is lost.
 */
export async function startMailListener(
  options: MailListenerOptions,
): Promise<{ port: number; stop(): Promise<void> }> {
  const { host, port, log, tls } = options;
  const limits = { ...LISTENER_LIMITS, ...options.limits };
  const certificate = tls && watchCertificate(tls, log);
  const server: SMTPServer = new SMTPServer({
    ...settings(options, limits),
    ...certificate?.current,
    onConnect: (session, done) => {
      const problem = connectionProblem(server, session, options, limits);
      if (problem) return done(problem);
      void tooOften('mailConnections', session, options).then((often) =>
        done(often ? refusal(421, '4.7.0 Too many connections, try again later') : null),
      );
    },
    onMailFrom: (_sender, session, done) =>
      void tooOften('mailMessages', session, options).then((often) =>
        done(often ? refusal(450, '4.7.1 Too many messages, try again later') : null),
      ),
    onRcptTo: (recipient, _session, done) => {
      options.accepts(recipient.address).then(
        (found) => done(RECIPIENTS[found]()),
        (error: unknown) => {
          log.error({ err: error }, 'the recipients’ domains could not be read');
          done(refusal(451, '4.3.0 Try again later'));
        },
      );
    },
    onData(stream, session, done) {
      const sessionOf = (): MailSession | null =>
        options.protocol === 'lmtp' || options.isTrusted(session.remoteAddress)
          ? null
          : { clientAddress: session.remoteAddress, helo: session.hostNameAppearsAs };
      const late = setTimeout(() => endSession(server, session), limits.messageMs);
      receiveMessage(stream)
        .finally(() => clearTimeout(late))
        .then((raw) => raw && takeIn(options, session, raw, sessionOf()))
        .then(
          () => done(),
          (error: unknown) => done(problemOf(error, log)),
        );
    },
  });
  certificate?.onChange((files) => server.updateSecureContext(files));
  server.on('error', (error) => log.info({ err: error }, 'a mail connection had a problem'));
  await new Promise<void>((resolve, reject) => {
    server.server.once('error', reject);
    server.listen(port, host, resolve);
  });
  return {
    port: (server.server.address() as AddressInfo).port,
    stop: () =>
      new Promise((resolve) => {
        certificate?.stop();
        server.close(resolve);
      }),
  };
}

const RECIPIENTS = {
  taken: () => null,
  elsewhere: () => refusal(550, '5.7.1 Relaying denied'),
  unknown: () => refusal(550, '5.1.1 Nobody is here under this address'),
} as const;

/** Nobody logs in here, nobody is looked up in DNS for a greeting, and a message that is too large ends in 552. */
const settings = (options: MailListenerOptions, limits: ListenerLimits): SMTPServerOptions => ({
  lmtp: options.protocol === 'lmtp',
  authOptional: true,
  disabledCommands: ['AUTH', 'WIZ', 'SHELL', 'KILL', ...(options.tls ? [] : ['STARTTLS'])],
  disableReverseLookup: true,
  size: options.maxBytes,
  rejectOversized: true,
  maxClients: limits.connections,
  maxRecipients: limits.recipients,
  socketTimeout: limits.idleMs,
  closeTimeout: 10_000,
  banner: 'Parley',
  logger: false,
});

function connectionProblem(
  server: SMTPServer,
  { remoteAddress }: SMTPServerSession,
  { protocol, isTrusted }: MailListenerOptions,
  limits: ListenerLimits,
): Error | null {
  if (isTrusted(remoteAddress)) return null;
  // What another server wrote into a message is believed over LMTP; a stranger could write it, too.
  if (protocol === 'lmtp') return refusal(554, '5.7.1 Not a relay of ours');
  const client = clientName(remoteAddress);
  // One that has only just connected has no address yet.
  const addressOf = ({ session }: { session: Partial<SMTPServerSession> }) => session.remoteAddress ?? '';
  const same = [...server.connections].filter((connection) => clientName(addressOf(connection)) === client);
  return same.length > limits.connectionsPerClient ? refusal(421, '4.7.0 Too many connections') : null;
}

/** Counts one for the client; relays of ours bring everybody's mail, and have no limit. */
async function tooOften(
  name: LimitName,
  { remoteAddress }: SMTPServerSession,
  { isTrusted, counters }: MailListenerOptions,
): Promise<boolean> {
  if (isTrusted(remoteAddress)) return false;
  const client = clientName(remoteAddress);
  return (await counters.count(name, client, client)).exceeded;
}

async function takeIn(
  { protocol, ingest }: MailListenerOptions,
  { envelope }: SMTPServerSession,
  raw: Buffer,
  session: MailSession | null,
): Promise<void> {
  await ingest({
    raw,
    door: protocol,
    envelope: {
      from: envelope.mailFrom ? envelope.mailFrom.address.toLowerCase() || null : null,
      to: envelope.rcptTo.map((recipient) => recipient.address.toLowerCase()),
    },
    tenantId: null,
    session,
  });
}

function problemOf(error: unknown, log: Logger): Error {
  if (error instanceof MailQuotaReached)
    return refusal(452, '4.3.1 The mail of the day is used up, try again tomorrow');
  if (error instanceof ReadingBusy) return refusal(451, '4.3.2 Too much waits to be read, try again');
  const gone = (error as NodeJS.ErrnoException | undefined)?.code === 'ECONNECTION';
  if (gone) log.info('a sender went away in the middle of a message');
  else log.error({ err: error }, 'a message could not be taken in');
  return refusal(451, '4.3.0 Could not store the message, try again');
}

/** RFC 5321 §3.8: 421 before the connection is closed. */
function endSession(server: SMTPServer, { id }: SMTPServerSession): void {
  for (const connection of server.connections) {
    if (connection.session.id === id) connection.send(421, '4.4.2 The message took too long');
  }
}
