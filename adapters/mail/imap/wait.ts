import type { ImapFlow } from 'imapflow';
import { MailboxUnavailable } from '../../../activities/mailbox/ports.ts';
import type { ImapMailbox } from './settings.ts';

/**
 * Waits for mail: with IDLE (RFC 2177) where the server has it, else by asking from time to time. Either way the
 * connection is tried afterwards, because one that is half open looks like a mailbox that nobody writes to.
 */
export function createWaiter(client: ImapFlow, { pollMs, timeoutMs }: ImapMailbox) {
  let news = false;
  let refusesIdle = false;
  let wake = () => {};
  client.on('exists', () => {
    news = true;
    wake();
  });
  client.on('close', () => wake());

  /**
   * Closes a connection that does not answer in time. imapflow takes the silence for that of an IDLE when the server
   * never said that it began, and waits for it without end.
   */
  const answered = async (command: Promise<void>): Promise<void> => {
    const late = setTimeout(() => client.close(), timeoutMs);
    await command.finally(() => clearTimeout(late));
  };

  return {
    /** What has come so far is about to be searched. */
    looked(): void {
      news = false;
    },

    /** See OpenMailbox.wait. */
    async wait(withinMs: number, signal: AbortSignal): Promise<void> {
      if (news || signal.aborted) return;
      const idles = client.capabilities.has('IDLE') && !refusesIdle;
      // Below the time after which a silent connection is given up, so that it is we who ask first.
      const ms = Math.min(withinMs, idles ? timeoutMs / 2 : pollMs);
      const woken = new Promise<void>((resolve) => (wake = resolve));
      const timer = setTimeout(() => wake(), ms);
      const stop = () => wake();
      signal.addEventListener('abort', stop);
      try {
        const ended = await Promise.race(idles ? [woken, client.idle()] : [woken]);
        if (!client.usable) throw new MailboxUnavailable('CONNECTION_LOST');
        // It promised IDLE and said NO: asked again at once it would be asked without a pause.
        if (ended === false) refusesIdle = true;
        // Also ends the IDLE.
        if (!signal.aborted) await answered(client.noop());
        if (!client.usable) throw new MailboxUnavailable('CONNECTION_LOST');
      } finally {
        clearTimeout(timer);
        signal.removeEventListener('abort', stop);
      }
    },
  };
}
