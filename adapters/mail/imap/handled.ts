import type { ImapFlow } from 'imapflow';
import { MailboxUnavailable } from '../../../activities/mailbox/ports.ts';
import type { Handled } from './settings.ts';

/** The keyword where a message is to be moved and the server cannot: COPY and EXPUNGE would delete. */
const FALLBACK_KEYWORD = '$ParleyHandled';

export interface Marker {
  /** What a handled message has, when only we put it there; people set `\Seen`. */
  keyword: string | null;
  /** @returns false when the server does not let us */
  mark(uids: readonly number[]): Promise<boolean>;
}

/** Moves or flags messages that were taken in; never deletes one. */
export async function createMarker(client: ImapFlow, handled: Handled): Promise<Marker> {
  if (handled === 'none') return { keyword: null, mark: () => Promise.resolve(true) };
  if ('flag' in handled) return flagging(client, handled.flag);
  // Without MOVE (RFC 6851) imapflow would copy and expunge.
  if (!canMove(client)) return flagging(client, FALLBACK_KEYWORD);
  const { path } = await client.mailboxCreate(handled.move.split('/'));
  return {
    keyword: null,
    mark: async (uids) => {
      // Capabilities may change; a move that is none deletes.
      if (!canMove(client)) return false;
      return accepted(client, await client.messageMove(uids.join(','), path, { uid: true }));
    },
  };
}

const canMove = (client: ImapFlow): boolean =>
  client.capabilities.has('MOVE') || client.capabilities.has('IMAP4rev2');

const flagging = (client: ImapFlow, flag: string): Marker => ({
  keyword: flag.startsWith('\\') ? null : flag,
  mark: async (uids) =>
    accepted(client, await client.messageFlagsAdd(uids.join(','), [flag], { uid: true, silent: true })),
});

/** imapflow answers false also when the connection is gone, and that is no refusal. */
function accepted(client: ImapFlow, answer: unknown): boolean {
  if (answer) return true;
  if (!client.usable) throw new MailboxUnavailable('CONNECTION_LOST');
  return false;
}
