import type { InboundStore } from '../../../activities/inbound/ports.ts';
import { readTaggedAddress, type TagKind } from '../../mail/tagged-address.ts';
import { hashToken } from '../../secrets/token.ts';

export type Named = Parameters<InboundStore['ownersOf']>[0];

/** A tag of ours in an address; `hash` is what the database knows it by. */
export interface Tag {
  kind: TagKind;
  hash: Buffer;
}

/** More than these are named by no honest message. */
const MOST_NAMED = 50;

/**
 * What a message names that may be ours, as the database is asked for it.
 *
 * @param separator what stands between a mailbox and its tag
 */
export function ourNames(named: Named, separator: string): { messageIds: string[]; tags: Tag[] } {
  return {
    messageIds: named.messageIds.filter((id) => !id.includes('\0')).slice(0, MOST_NAMED),
    tags: named.addresses.slice(0, MOST_NAMED).flatMap((address) => tagIn(address, separator)),
  };
}

function tagIn(address: string, separator: string): Tag[] {
  const read = readTaggedAddress(address, separator);
  return read ? [{ kind: read.kind, hash: hashToken(read.tag) }] : [];
}
