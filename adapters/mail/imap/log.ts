import type { ImapFlowOptions } from 'imapflow';
import type { Logger } from 'pino';

/**
 * imapflow's log at the level of details. What the client and the server say to each other is left out: it is people's
 * mail, their addresses and our password.
 */
export function imapLog(log: Logger, mailbox: string): NonNullable<ImapFlowOptions['logger']> {
  const say = (entry: unknown): void => {
    const { src, msg, err } = (entry ?? {}) as { src?: unknown; msg?: unknown; err?: { code?: unknown } };
    if (src !== undefined) return;
    if (err === undefined && typeof msg !== 'string') return;
    log.debug({ mailbox, code: err?.code, imap: typeof msg === 'string' ? msg : 'an error' }, 'IMAP');
  };
  return { trace: () => undefined, debug: say, info: say, warn: say, error: say };
}
