import type { FetchMessageObject, FetchQueryObject, ImapFlow, ImapFlowError } from 'imapflow';
import { MailboxUnavailable, type FetchedMessage } from '../../../activities/mailbox/ports.ts';
import { parseMime } from '../parse-mime.ts';
import { unavailable } from './failure.ts';

/** Messages are fetched together up to this size; a larger one comes alone. */
const TOGETHER_BYTES = 4 * 1024 * 1024;

/**
 * See OpenMailbox.fetch. Sizes are asked first, so that no message is read that is larger than allowed: of such a one
 * only the header is.
 */
export async function* fetchMessages(
  client: ImapFlow,
  uids: readonly number[],
  largestBytes: number,
): AsyncGenerator<FetchedMessage> {
  const sizes = await sizesOf(client, uids);
  for (const group of groups(uids, sizes, largestBytes)) {
    const readable = group.filter((uid) => (sizes.get(uid) ?? Infinity) <= largestBytes);
    const sources = await fetchSources(client, readable);
    for (const uid of group) {
      const raw = sources.get(uid);
      sources.delete(uid);
      if (raw) yield { uid, kind: 'message', raw };
      else if ((sizes.get(uid) ?? 0) > largestBytes)
        yield { uid, kind: 'problem', reason: 'too-large', detail: await describeHeader(client, uid) };
      else if (await isThere(client, uid)) yield { uid, kind: 'problem', reason: 'unreadable', detail: null };
      else yield { uid, kind: 'gone' };
    }
  }
}

async function sizesOf(client: ImapFlow, uids: readonly number[]): Promise<Map<number, number>> {
  const found = await fetchSome(client, uids, { uid: true, size: true });
  return new Map(found.flatMap(({ uid, size }) => (size === undefined ? [] : [[uid, size]])));
}

async function fetchSources(client: ImapFlow, uids: readonly number[]): Promise<Map<number, Buffer>> {
  const found = await fetchSome(client, uids, { uid: true, source: true });
  return new Map(found.flatMap(({ uid, source }) => (source ? [[uid, source]] : [])));
}

/** Of a header, in octets; see bounds.ts in `reading`. */
const HEADER_BYTES = 64_000;
const LONGEST_DESCRIPTION = 300;

/** Who sent a message and what it is about, by the header alone; null when the server does not give it out. */
async function describeHeader(client: ImapFlow, uid: number): Promise<string | null> {
  const header = [{ key: 'HEADER', start: 0, maxLength: HEADER_BYTES }];
  const [found] = await fetchSome(client, [uid], { uid: true, bodyParts: header });
  const raw = found?.headers;
  if (!raw) return null;
  const { from, subject } = await parseMime(raw);
  return `from ${from ?? 'nobody'}: ${subject}`.slice(0, LONGEST_DESCRIPTION);
}

/** A server may refuse the whole FETCH because one message was expunged (RFC 2180 §4.1): then each is asked for alone. */
async function fetchSome(
  client: ImapFlow,
  uids: readonly number[],
  query: FetchQueryObject & { uid: true },
): Promise<FetchMessageObject[]> {
  if (uids.length === 0) return [];
  try {
    return await client.fetchAll(uids.join(','), query, { uid: true });
  } catch (error) {
    if ((error as ImapFlowError).responseStatus !== 'NO' || !client.usable) throw unavailable(error);
    if (uids.length === 1) return [];
  }
  const found: FetchMessageObject[] = [];
  for (const uid of uids) found.push(...(await fetchSome(client, [uid], query)));
  return found;
}

/** Whether the folder still has the message, after the server told what was expunged. */
async function isThere(client: ImapFlow, uid: number): Promise<boolean> {
  try {
    await client.noop();
    const found = await client.search({ uid: String(uid) }, { uid: true });
    if (!found) throw new MailboxUnavailable(client.usable ? 'SEARCH_REFUSED' : 'CONNECTION_LOST');
    return found.includes(uid);
  } catch (error) {
    throw unavailable(error);
  }
}

/** In the order given, each at most TOGETHER_BYTES or a single message. */
function* groups(
  uids: readonly number[],
  sizes: ReadonlyMap<number, number>,
  largestBytes: number,
): Generator<number[]> {
  let group: number[] = [];
  let bytes = 0;
  for (const uid of uids) {
    const size = sizes.get(uid) ?? 0;
    const counts = size > largestBytes ? 0 : size;
    if (group.length > 0 && bytes + counts > TOGETHER_BYTES) {
      yield group;
      group = [];
      bytes = 0;
    }
    group.push(uid);
    bytes += counts;
  }
  if (group.length > 0) yield group;
}
