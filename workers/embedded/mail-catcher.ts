import { simpleParser } from 'mailparser';
import { randomUUID } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server';
import { MailJournal, type JournalEntry, type MailHead } from './mail-journal.ts';

export interface CaughtMessage extends MailHead {
  /** The whole message, as it came. */
  raw: string;
}

export interface Person {
  address: string;
  count: number;
  /** ISO 8601, UTC. */
  latestAt: string;
}

/** A refusal that the sender sees; 4xx asks it to try again, 5xx not to. */
export interface Refusal {
  responseCode: number;
  message: string;
}

export interface CatcherOptions {
  /** Where the messages are kept. */
  directory: string;
  host?: string;
  /** 0: any free port. */
  port?: number;
  /** For tests: refuses what it gives an answer for, at the end of DATA. */
  refuse?: (envelope: { from: string; to: string[]; raw: Buffer }) => Refusal | undefined;
}

export interface MailCatcher {
  /** For SMTP_URL. */
  readonly smtpUrl: string;
  /** Oldest first; of one recipient when given. */
  list(to?: string): Promise<CaughtMessage[]>;
  /** How many there are, without reading them. */
  count(to?: string): number;
  get(id: string): Promise<CaughtMessage | undefined>;
  /** Everybody who has received mail, the latest first. */
  people(): Person[];
  /** Calls back after each delivery. @returns stops calling back */
  onDelivery(listener: (head: MailHead) => void): () => void;
  stop(): Promise<void>;
}

/**
 * An SMTP server that accepts every message and keeps it, one copy a recipient.
 *
 * A message whose Message-ID the recipient already has is accepted and dropped: Exchange and Gmail do that,
 * and it is what makes repeating a message after a lost answer harmless.
 */
export async function startMailCatcher(options: CatcherOptions): Promise<MailCatcher> {
  const { journal, entries } = await MailJournal.open(options.directory);
  const index = new MailIndex();
  for (const entry of entries) index.add(entry);
  const listeners = new Set<(head: MailHead) => void>();

  const deliver = async (stream: SMTPServerDataStream, session: SMTPServerSession) => {
    const raw = await buffer(stream);
    const from = session.envelope.mailFrom === false ? '' : session.envelope.mailFrom.address;
    const recipients = [...new Set(session.envelope.rcptTo.map(({ address }) => address.toLowerCase()))];
    const refusal = options.refuse?.({ from, to: recipients, raw });
    if (refusal) throw Object.assign(new Error(refusal.message), { responseCode: refusal.responseCode });
    const head = await headOf(raw, from);
    for (const to of recipients) {
      if (!index.claim(to, head.messageId)) continue;
      const entry = await journal.append({ id: randomUUID(), to, ...head }, raw).catch((error: unknown) => {
        index.disclaim(to, head.messageId);
        throw error;
      });
      index.add(entry);
      for (const listener of listeners) listener(entry);
    }
  };

  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    size: 30 * 1024 * 1024,
    closeTimeout: 1000,
    onData: (stream, session, done) => void deliver(stream, session).then(() => done(), done),
  });
  // A client that drops its connection is its own affair.
  server.on('error', () => {});
  const host = options.host ?? '127.0.0.1';
  const port = await listen(server, host, options.port ?? 0);

  const open = async ({ at, size, ...head }: JournalEntry): Promise<CaughtMessage> => ({
    ...head,
    raw: (await journal.read({ at, size, ...head })).toString('utf8'),
  });
  let stopping: Promise<void> | undefined;
  return {
    smtpUrl: `smtp://${host}:${port}`,
    list: (to) => Promise.all(index.of(to).map(open)),
    count: (to) => index.of(to).length,
    get: async (id) => {
      const entry = index.byId(id);
      return entry && (await open(entry));
    },
    people: () => index.people(),
    onDelivery(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    stop() {
      stopping ??= new Promise<void>((resolve) => server.close(resolve)).then(() => journal.close());
      return stopping;
    },
  };
}

class MailIndex {
  readonly #all: JournalEntry[] = [];
  readonly #byId = new Map<string, JournalEntry>();
  readonly #byRecipient = new Map<string, JournalEntry[]>();
  readonly #delivered = new Set<string>();

  add(entry: JournalEntry): void {
    this.#all.push(entry);
    this.#byId.set(entry.id, entry);
    const own = this.#byRecipient.get(entry.to);
    if (own) own.push(entry);
    else this.#byRecipient.set(entry.to, [entry]);
    this.claim(entry.to, entry.messageId);
  }

  /** @returns false when the recipient already has a message of this Message-ID, or is just getting it */
  claim(to: string, messageId: string | undefined): boolean {
    if (messageId === undefined) return true;
    const key = `${to}\n${messageId}`;
    if (this.#delivered.has(key)) return false;
    this.#delivered.add(key);
    return true;
  }

  /** It could not be kept after all, so its repetition is welcome. */
  disclaim(to: string, messageId: string | undefined): void {
    this.#delivered.delete(`${to}\n${messageId}`);
  }

  of = (to: string | undefined) =>
    to === undefined ? this.#all : (this.#byRecipient.get(to.toLowerCase()) ?? []);

  byId = (id: string) => this.#byId.get(id);

  people(): Person[] {
    return [...this.#byRecipient]
      .map(([address, mails]) => ({ address, count: mails.length, latestAt: mails.at(-1)!.receivedAt }))
      .sort((a, b) => b.latestAt.localeCompare(a.latestAt));
  }
}

async function headOf(raw: Buffer, envelopeFrom: string): Promise<Omit<MailHead, 'id' | 'to'>> {
  const end = raw.indexOf('\r\n\r\n');
  const mail = await simpleParser(end < 0 ? raw : raw.subarray(0, end + 4));
  return {
    from: mail.from?.value[0]?.address ?? envelopeFrom,
    subject: mail.subject ?? '',
    receivedAt: new Date().toISOString(),
    messageId: mail.messageId,
  };
}

function listen(server: SMTPServer, host: string, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      const address = server.server.address();
      resolve(typeof address === 'object' && address ? address.port : port);
    });
  });
}
