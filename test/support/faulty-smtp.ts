import { once } from 'node:events';
import { createServer, type AddressInfo, type Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';

/** What goes wrong with one message. */
export type Fault =
  /** An answer to RCPT, or to the final dot. */
  | { at: 'RCPT' | 'DATA'; code: number }
  /** The connection ends; after the final dot the message is kept, and only the answer is lost. */
  | { at: 'before-dot' | 'after-dot' }
  /** The server takes its time before it answers the final dot. */
  | { at: 'slow'; ms: number };

export interface Transaction {
  from: string;
  to: string;
  /** How many transactions with the same return path and recipient there were before. */
  before: number;
  fault: Fault | undefined;
  /** What arrived of the message: all of it, or its beginning when the connection ended before; null: not even DATA. */
  raw: Buffer | null;
  /** The server has the message. */
  kept: boolean;
}

export interface FaultySmtpOptions {
  /** Asked once for each transaction, when its recipient is known. */
  fault?: (about: Pick<Transaction, 'from' | 'to' | 'before'>) => Fault | undefined;
  /** Asked with the whole message when nothing has gone wrong before. */
  refuse?: (raw: Buffer) => number | undefined;
  /** How many connections, from the first, offer STARTTLS and then fail at it. */
  tlsFailures?: number;
}

export interface FaultySmtp {
  smtpUrl: string;
  /** In the order in which they began. */
  transactions: Transaction[];
  connections: number;
  /** What the server has, in the order in which it got it. */
  kept(to?: string): Transaction[];
  /** Closes the port and all connections; `listen` opens the same port again. */
  close(): Promise<void>;
  listen(): Promise<void>;
}

/** An SMTP server (RFC 5321) on loopback that goes wrong as it is told. */
export async function startFaultySmtp(options: FaultySmtpOptions = {}): Promise<FaultySmtp> {
  const transactions: Transaction[] = [];
  const sockets = new Set<Socket>();
  const seen = new Map<string, number>();
  let tlsFailures = options.tlsFailures ?? 0;
  const begin = (from: string, to: string): Transaction => {
    const key = `${from} ${to}`;
    const before = seen.get(key) ?? 0;
    seen.set(key, before + 1);
    const about = { from, to, before };
    const transaction = { ...about, fault: options.fault?.(about), raw: null, kept: false };
    transactions.push(transaction);
    return transaction;
  };
  const server = createServer((socket) => {
    faulty.connections += 1;
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
    socket.on('error', () => socket.destroy());
    const failsAtTls = tlsFailures > 0;
    if (failsAtTls) tlsFailures -= 1;
    void new Session(socket, begin, failsAtTls, options.refuse).run().catch(() => socket.destroy());
  });
  let port = 0;
  const faulty: FaultySmtp = {
    smtpUrl: '',
    transactions,
    connections: 0,
    kept: (to) => transactions.filter((one) => one.kept && (to === undefined || one.to === to)),
    async close() {
      for (const socket of sockets) socket.destroy();
      if (server.listening) await new Promise((resolve) => server.close(resolve));
    },
    async listen() {
      server.listen(port, '127.0.0.1');
      await once(server, 'listening');
      ({ port } = server.address() as AddressInfo);
    },
  };
  await faulty.listen();
  faulty.smtpUrl = `smtp://127.0.0.1:${port}`;
  return faulty;
}

const DOT = Buffer.from('\r\n.\r\n');

class Session {
  readonly #socket: Socket;
  readonly #begin: (from: string, to: string) => Transaction;
  readonly #failsAtTls: boolean;
  readonly #refuse: FaultySmtpOptions['refuse'];
  #unread = Buffer.alloc(0);
  #from = '';
  #current: Transaction | undefined;

  constructor(
    socket: Socket,
    begin: (from: string, to: string) => Transaction,
    failsAtTls: boolean,
    refuse: FaultySmtpOptions['refuse'],
  ) {
    this.#socket = socket;
    this.#begin = begin;
    this.#failsAtTls = failsAtTls;
    this.#refuse = refuse;
  }

  async run(): Promise<void> {
    this.#say('220 faulty');
    for await (const chunk of this.#socket as AsyncIterable<Buffer>) {
      this.#unread = Buffer.concat([this.#unread, chunk]);
      for (let line = this.#line(); line !== null; line = this.#line()) await this.#command(line);
    }
  }

  #line(): string | null {
    const current = this.#current;
    if (current && current.raw !== null) return this.#message(current);
    const end = this.#unread.indexOf('\r\n');
    return end < 0 ? null : this.#take(end, 2).toString();
  }

  /** Takes in the message; `.` once it is complete. */
  #message(current: Transaction): string | null {
    // A message's own line end is the first half of the end.
    const end = this.#unread.indexOf(DOT);
    if (current.fault?.at === 'before-dot') {
      current.raw = this.#unread.subarray(0, end < 0 ? undefined : end + 2);
      this.#socket.destroy();
      return null;
    }
    if (end < 0) return null;
    const stuffed = Buffer.concat([this.#take(end, DOT.length), Buffer.from('\r\n')]).toString('latin1');
    current.raw = Buffer.from(stuffed.replace(/^\./gm, ''), 'latin1');
    return '.';
  }

  #take(end: number, separator: number): Buffer {
    const taken = this.#unread.subarray(0, end);
    this.#unread = this.#unread.subarray(end + separator);
    return taken;
  }

  async #command(line: string): Promise<void> {
    const [verb = ''] = line.split(' ', 1);
    switch (verb.toUpperCase()) {
      case '.':
        return this.#delivered();
      case 'EHLO':
        if (this.#failsAtTls) this.#say('250-faulty');
        return this.#say(this.#failsAtTls ? '250 STARTTLS' : '250 faulty');
      case 'STARTTLS':
        return this.#say('454 4.7.0 TLS is not available');
      case 'MAIL':
        this.#from = addressIn(line);
        return this.#say('250 ok');
      case 'RCPT':
        this.#current = this.#begin(this.#from, addressIn(line));
        return this.#answer('RCPT', '250 ok');
      case 'DATA':
        this.#current!.raw = Buffer.alloc(0);
        return this.#say('354 go on');
      case 'QUIT':
        this.#say('221 bye');
        return void this.#socket.end();
      default:
        return this.#say('250 ok');
    }
  }

  async #delivered(): Promise<void> {
    const current = this.#current!;
    this.#current = undefined;
    const { fault } = current;
    const refusal = fault ? undefined : this.#refuse?.(current.raw!);
    if (refusal !== undefined) return this.#say(`${refusal} refused`);
    if (fault?.at === 'slow') await wait(fault.ms);
    current.kept = fault?.at !== 'DATA';
    if (fault?.at === 'after-dot') return void this.#socket.destroy();
    return this.#say(fault?.at === 'DATA' ? `${fault.code} not this one` : '250 2.0.0 kept');
  }

  #answer(at: 'RCPT', otherwise: string): void {
    const fault = this.#current?.fault;
    this.#say(fault?.at === at ? `${fault.code} not for this one` : otherwise);
  }

  #say(line: string): void {
    if (!this.#socket.destroyed) this.#socket.write(`${line}\r\n`);
  }
}

const addressIn = (line: string): string => /<([^>]*)>/.exec(line)?.[1] ?? '';
