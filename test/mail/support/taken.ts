import { setTimeout as wait } from 'node:timers/promises';
import type { Ingest } from '../../../activities/inbound/ingest.ts';
import type { ArrivingMessage } from '../../../activities/inbound/ports.ts';

/** An ingest that only keeps what it is given. */
export class Taken {
  readonly messages: ArrivingMessage[] = [];
  /** Called before a message is kept; throws for one that shall fail. */
  before: (message: ArrivingMessage) => void | Promise<void> = () => undefined;

  readonly ingest: Ingest = async (message) => {
    await this.before(message);
    this.messages.push(message);
    return { understood: 'ignored', reason: 'test', uid: null };
  };

  /** The Message-IDs of everything that came, in order. */
  get ids(): string[] {
    return this.messages.map((message) => idOf(message.raw));
  }

  /** Waits until so many different messages have come. */
  async until(count: number, withinMs = 30_000): Promise<string[]> {
    const deadline = Date.now() + withinMs;
    while (new Set(this.ids).size < count) {
      if (Date.now() > deadline)
        throw new Error(`${this.messages.length} of ${count} came: ${this.ids.join(' ')}`);
      await wait(20);
    }
    return this.ids;
  }
}

export const idOf = (raw: Buffer): string => /^message-id: *(\S+)/im.exec(raw.toString('latin1'))?.[1] ?? '';

/** A small mail with this number as its Message-ID. */
export const numbered = (
  number: number,
  to: string,
  body = 'Hello',
): { from: string; to: string; raw: string } => ({
  from: 'sender@example.com',
  to,
  raw: [`From: sender@example.com`, `To: ${to}`, `Message-ID: <${number}@test>`, '', body, ''].join('\r\n'),
});

export const numberedIds = (count: number): string[] =>
  Array.from({ length: count }, (_, at) => `<${at + 1}@test>`);

/** Waits until it is so. @throws Error that names what was waited for */
export async function eventually(
  what: string,
  isSo: () => boolean | Promise<boolean>,
  withinMs = 20_000,
): Promise<void> {
  const deadline = Date.now() + withinMs;
  while (!(await isSo())) {
    if (Date.now() > deadline) throw new Error(`never: ${what}`);
    await wait(50);
  }
}
