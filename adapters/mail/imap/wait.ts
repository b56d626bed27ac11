import type { ImapFlow } from 'imapflow';
import { MailboxUnavailable } from '../../../activities/mailbox/ports.ts';
import type { ImapMailbox } from './settings.ts';

/**
 * Waits for mail: with IDLE (RFC 2177) where the server has it, else by asking from time to time. Either way the
 * connection is tried afterwards, because one that is half open looks like a mailbox that nobody writes to.
 */
export function createWaiter(client: ImapFlow, { pollMs, timeoutMs }: ImapMailbox) {
  let news = false;
  let wake = () => {};
  client.on('exists', () => {
    news = true;
    wake();
  });
  client.on('close', () => wake());

  return {
    /** What has come so far is about to be searched. */
    looked(): void {
      news = false;
    },

    /** See OpenMailbox.wait. */
    async wait(withinMs: number, signal: AbortSignal): Promise<void> {
      if (news || signal.aborted) return;
      const idles = client.capabilities.has('IDLE');
      // Below the time after which a silent connection is given up, so that it is we who ask first.
      const ms = Math.min(withinMs, idles ? timeoutMs / 2 : pollMs);
      const woken = new Promise<void>((resolve) => (wake = resolve));
      const timer = setTimeout(() => wake(), ms);
      const stop = () => wake();
      signal.addEventListener('abort', stop);
      try {
        const idling = idles ? client.idle() : undefined;
        await Promise.race([woken, idling ?? woken]);
        if (!client.usable) throw new MailboxUnavailable('CONNECTION_LOST');
        // Also ends the IDLE.
        if (!signal.aborted) await client.noop();
      } finally {
        clearTimeout(timer);
        signal.removeEventListener('abort', stop);
      }
    },
  };
}
