import { setTimeout as wait } from 'node:timers/promises';
import {
  startMailCatcher,
  type CaughtMessage,
  type MailCatcher,
} from '../../../workers/embedded/mail-catcher.ts';
import { Difference } from '../difference.ts';

const PATIENCE_MS = 60_000;

/** A mail server that can be down. */
export class MailServer {
  readonly port: number;
  readonly #directory: string;
  #catcher: MailCatcher | undefined;

  constructor(directory: string, port: number) {
    this.#directory = directory;
    this.port = port;
  }

  async start(): Promise<void> {
    this.#catcher = await startMailCatcher({ directory: this.#directory, port: this.port });
  }

  async stop(): Promise<void> {
    await this.#catcher?.stop();
    this.#catcher = undefined;
  }

  /** Waits until somebody has exactly so many messages. @throws Difference when it is not in time */
  async lettersTo(address: string, count: number): Promise<CaughtMessage[]> {
    const deadline = Date.now() + PATIENCE_MS;
    for (;;) {
      const letters = (await this.#catcher?.list(address)) ?? [];
      if (letters.length === count) return letters;
      if (letters.length > count || Date.now() > deadline)
        throw new Difference(`messages to ${address}`, count, letters.length);
      await wait(200);
    }
  }
}
