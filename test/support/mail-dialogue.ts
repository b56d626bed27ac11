import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';

/** One connection that says line by line what a test wants, also what no mail program would. */
export class MailDialogue {
  #socket: Socket;
  #received = '';
  #arrived: () => void = () => {};
  #ended = false;

  private constructor(socket: Socket) {
    this.#socket = socket;
    this.#listen(socket);
  }

  /** @param localAddress where it comes from; 127.0.0.1 when absent */
  static async open(port: number, localAddress = '127.0.0.1'): Promise<MailDialogue> {
    const socket = connect({ host: '127.0.0.1', port, localAddress });
    await once(socket, 'connect');
    return new MailDialogue(socket);
  }

  /** Sends lines; gives so many answers to them, each a reply of one or more lines. */
  async say(lines: string | Buffer, answers = 1): Promise<string> {
    await this.send(Buffer.isBuffer(lines) ? lines : `${lines}\r\n`);
    const replies: string[] = [];
    for (let left = answers; left > 0; left -= 1) replies.push(await this.hear());
    return replies.join('\n');
  }

  /** Waits until the bytes are with the system, so that a big message is not piled up here. */
  async send(bytes: string | Buffer): Promise<void> {
    await new Promise<void>((resolve) => this.#socket.write(bytes, () => resolve()));
  }

  /** The next reply. @returns what there was when the server closed */
  async hear(): Promise<string> {
    for (;;) {
      const reply = /^(?:\d{3}-.*\r\n)*\d{3}(?: .*)?\r\n/.exec(this.#received)?.[0];
      if (reply !== undefined) {
        this.#received = this.#received.slice(reply.length);
        return reply.trimEnd();
      }
      if (this.#ended) return this.#received;
      await new Promise<void>((resolve) => (this.#arrived = resolve));
    }
  }

  get ended(): boolean {
    return this.#ended;
  }

  /** After STARTTLS was answered; the certificate is whatever the server has. */
  async startTls(): Promise<void> {
    const socket = connectTls({ socket: this.#socket, rejectUnauthorized: false });
    await once(socket, 'secureConnect');
    this.#socket = socket;
    this.#listen(socket);
  }

  close(): void {
    this.#socket.destroy();
  }

  #listen(socket: Socket): void {
    socket.on('data', (bytes) => {
      this.#received += bytes.toString('latin1');
      this.#arrived();
    });
    socket.on('error', () => {});
    socket.on('close', () => {
      this.#ended = true;
      this.#arrived();
    });
  }
}
