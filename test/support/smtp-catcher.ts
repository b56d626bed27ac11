import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  startMailCatcher,
  type CatcherOptions,
  type CaughtMessage,
  type MailCatcher,
} from '../../workers/embedded/mail-catcher.ts';

/** A mail catcher of one's own; what it keeps is removed when it stops. */
export async function startTestCatcher(refuse?: CatcherOptions['refuse']): Promise<MailCatcher> {
  const directory = mkdtempSync(join(tmpdir(), 'parley-mail-'));
  const catcher = await startMailCatcher({ directory, ...(refuse && { refuse }) });
  return {
    ...catcher,
    async stop() {
      await catcher.stop();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

export interface WaitOptions {
  to: string;
  /** How many of them; 1 when absent. */
  count?: number;
  /** Which of them count; all when absent. */
  where?: (message: CaughtMessage) => boolean;
  withinMs?: number;
}

/**
 * Waits until so many messages have arrived, looking again at each delivery.
 *
 * @returns all that fit, oldest first
 * @throws Error that lists what did arrive
 */
export async function waitForMail(catcher: MailCatcher, options: WaitOptions): Promise<CaughtMessage[]> {
  const { to, count = 1, where = () => true, withinMs = 20_000 } = options;
  let delivered = () => {};
  const stopListening = catcher.onDelivery(() => delivered());
  const deadline = Date.now() + withinMs;
  try {
    for (;;) {
      // Listening begins before looking: a message that comes in between is not missed.
      const next = new Promise<void>((resolve) => (delivered = resolve));
      const found = (await catcher.list(to)).filter(where);
      if (found.length >= count) return found;
      if (!(await within(next, deadline - Date.now()))) throw new Error(await report(catcher, options));
    }
  } finally {
    stopListening();
  }
}

async function within(event: Promise<void>, ms: number): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<false>((resolve) => (timer = setTimeout(() => resolve(false), Math.max(0, ms))));
  try {
    return await Promise.race([event.then(() => true), late]);
  } finally {
    clearTimeout(timer);
  }
}

async function report(catcher: MailCatcher, { to, count = 1 }: WaitOptions): Promise<string> {
  const subjects = (await catcher.list(to)).map((message) => message.subject);
  return `Expected ${count} message(s) to ${to}; arrived: ${subjects.join(' | ') || 'none'}`;
}
