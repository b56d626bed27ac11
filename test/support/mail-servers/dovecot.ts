import { chownSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { checkPorts, resolvePort } from '../../../workers/embedded/ports.ts';
import { startService, type Service } from '../../../workers/embedded/service.ts';
import { recordProcess } from '../run-directory.ts';
import { dovecotConfig, oauth2Config } from './dovecot-config.ts';
import { provideDovecot } from './packages.ts';
import { startTokenInfo } from './tokens.ts';

/** Where a mailbox server is; see client.ts and deliver.ts for what to do with it. */
export interface MailboxServer {
  imapPort: number;
  lmtpPort: number;
  /** Holds `mail/DOMAIN/NAME/Maildir`. */
  directory: string;
}

export interface DovecotOptions {
  /** An empty directory directly inside the run's; see makeRunDirectory. */
  directory: string;
  /** More lines of configuration. */
  extra?: string;
}

/** A Dovecot of one's own, on free ports of loopback, which it keeps when it starts again. */
export class Dovecot implements MailboxServer {
  readonly imapPort: number;
  readonly lmtpPort: number;
  readonly directory: string;
  readonly #executable: string;
  #service: Service | undefined;
  #stopTokens: () => void = () => undefined;

  private constructor(executable: string, directory: string, ports: { imap: number; lmtp: number }) {
    this.#executable = executable;
    this.directory = directory;
    this.imapPort = ports.imap;
    this.lmtpPort = ports.lmtp;
  }

  /** @throws Error when Dovecot is not there and cannot be installed, or does not start */
  static async start({ directory, extra }: DovecotOptions): Promise<Dovecot> {
    const executable = await provideDovecot();
    const ports = { imap: await resolvePort('127.0.0.1', 0), lmtp: await resolvePort('127.0.0.1', 0) };
    const dovecot = new Dovecot(executable, directory, ports);
    const tokens = await startTokenInfo();
    dovecot.#stopTokens = () => tokens.stop();
    const mail = join(directory, 'mail');
    mkdirSync(mail, { recursive: true });
    if (process.getuid?.() === 0) chownSync(mail, MAIL_USER, MAIL_USER);
    writeFileSync(join(directory, 'oauth2.conf'), oauth2Config(tokens.url));
    const settings = { directory, imapPort: ports.imap, lmtpPort: ports.lmtp, tokenInfoUrl: tokens.url };
    writeFileSync(
      join(directory, 'dovecot.conf'),
      dovecotConfig({ ...settings, ...(extra !== undefined && { extra }) }),
    );
    await dovecot.again();
    return dovecot;
  }

  /** Starts it again after `stop` or `kill`, with the mail that it has. */
  async again(): Promise<void> {
    // Processes of a killed one may have the ports a moment longer, and so may somebody's connection from there.
    for (const port of [this.imapPort, this.lmtpPort]) await untilFree(port);
    this.#service = await startService({
      command: this.#executable,
      args: ['-F', '-c', join(this.directory, 'dovecot.conf')],
      logFile: join(this.directory, 'start.log'),
      stopSignal: 'SIGTERM',
      killSignal: 'SIGKILL',
      patienceMs: 5_000,
    });
    recordProcess(dirname(this.directory), this.#service.pid);
    await Promise.all([this.#answers(this.imapPort), this.#answers(this.lmtpPort)]);
  }

  /** Every process of it at once, as a power failure would. */
  async kill(): Promise<void> {
    const service = this.#service;
    if (!service || service.hasEnded()) return;
    process.kill(-service.pid, 'SIGKILL');
    await service.ended;
  }

  async stop(): Promise<void> {
    await this.#service?.stop();
    this.#stopTokens();
  }

  async #answers(port: number): Promise<void> {
    for (let tries = 0; tries < 200; tries += 1) {
      if (await greets(port)) return;
      if (this.#service?.hasEnded()) break;
      await wait(50);
    }
    throw new Error(`Dovecot did not start: ${this.#service?.lastWords() || this.#log()}`);
  }

  #log(): string {
    return readFileSync(join(this.directory, 'dovecot.log'), 'utf8').trimEnd().split('\n').at(-1) ?? '';
  }
}

async function untilFree(port: number): Promise<void> {
  for (let tries = 0; tries < 400 && !(await isFree(port)); tries += 1) await wait(50);
}

const isFree = (port: number): Promise<boolean> =>
  checkPorts([{ host: '127.0.0.1', port, variable: 'a port' }]).then(
    () => true,
    () => false,
  );

/** Where the mail of an address is kept. */
export function maildirOf({ directory }: { directory: string }, address: string): string {
  const [name = '', domain = ''] = address.toLowerCase().split('@');
  return join(directory, 'mail', domain, name, 'Maildir');
}

/** Debian's fixed number of the user and group `mail`. */
const MAIL_USER = 8;

/** Whether a server says something on this port: a listener alone may be there before its processes are. */
export function greets(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    const answer = (value: boolean) => {
      socket.destroy();
      resolve(value);
    };
    socket.setTimeout(2_000, () => answer(false));
    socket.once('data', () => answer(true));
    socket.once('error', () => answer(false));
    socket.once('close', () => answer(false));
  });
}
