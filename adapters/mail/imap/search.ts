import type { ImapFlow, SearchObject } from 'imapflow';
import { MailboxUnavailable } from '../../../activities/mailbox/ports.ts';
import { unavailable } from './failure.ts';

/** So many UIDs are asked about at once; wider where there are gaps. */
const NARROW = 1_000;
const WIDE = 100_000;
/** SINCE (RFC 3501 §6.4.4) compares days, without a zone: one more, so that nothing on the border is left out. */
const DAY_MS = 86_400_000;

export interface FolderSearch {
  afterUid: number;
  sinceMs: number;
  /** UIDNEXT when the folder was opened. */
  nextUid: number;
  /** Messages with this keyword are not looked for. */
  unless: string | null;
}

/** See OpenMailbox.search. */
export async function* searchFolder(
  client: ImapFlow,
  { afterUid, sinceMs, nextUid, unless }: FolderSearch,
): AsyncGenerator<{ uids: number[]; upTo: number }> {
  const search = async (uid: string): Promise<number[]> => {
    const query: SearchObject = {
      uid,
      since: new Date(sinceMs - DAY_MS),
      ...(unless && { unKeyword: unless }),
    };
    const found = await client.search(query, { uid: true }).catch((error: unknown) => {
      throw unavailable(error);
    });
    if (!found) throw new MailboxUnavailable(client.usable ? 'SEARCH_REFUSED' : 'CONNECTION_LOST');
    return found;
  };

  let from = afterUid + 1;
  for (let span = NARROW; from < nextUid;) {
    const upTo = Math.min(from + span, nextUid) - 1;
    const uids = (await search(`${from}:${upTo}`)).sort((a, b) => a - b);
    yield { uids, upTo };
    span = uids.length > 0 ? NARROW : Math.min(span * 2, WIDE);
    from = upTo + 1;
  }
  // `*` is the last message also when its UID is below `from` (RFC 3501 §6.4.8).
  const arrived = (await search(`${from}:*`)).filter((uid) => uid >= from).sort((a, b) => a - b);
  yield { uids: arrived, upTo: arrived.at(-1) ?? from - 1 };
}
