import { createHmac } from 'node:crypto';
import type { AttendeeId } from '../../domain/meeting/attendee-id.ts';
import { deriveKey } from '../secrets/sealing.ts';
import { hashToken } from '../secrets/token.ts';

/** What arrives at such an address: an answer to one message, a report about it, or an answer to one invitation. */
export type TagKind = 'reply' | 'bounce' | 'organizer';

const LETTERS: Record<TagKind, string> = { reply: 'r', bounce: 'b', organizer: 'o' };
const KINDS = new Map(Object.entries(LETTERS).map(([kind, letter]) => [letter, kind as TagKind]));

/** RFC 4648 §6 in lower case: no letter depends on its case, because some servers change it. */
const ALPHABET = 'abcdefghijklmnopqrstuvwxyz234567';
const TAG_LENGTH = 20;

/** RFC 5321 §4.5.3.1.1, in octets. */
const LONGEST_LOCAL_PART = 64;

/** The tagged addresses of one message; `hash` is what the database keeps of their tag. */
export interface MessageAddresses {
  hash: Buffer;
  replyTo: string;
  returnPath: string;
}

/**
 * Makes addresses that nobody can guess, below an organizer's mailbox: 100 bits of an HMAC with a key of the
 * installation's own, so that none has to be stored. Each is null when it would be too long for a local part.
 */
export interface AddressTags {
  /** New messages get addresses of their own. */
  readonly tagsMessages: boolean;
  ofMessage(organizer: string, outgoingId: string): MessageAddresses | null;
  ofInvitation(
    organizer: string,
    meetingId: string,
    attendeeId: AttendeeId,
  ): { hash: Buffer; address: string } | null;
  /** Of somebody outside whom a calendar's owner writes with about one event; null also where messages get none. */
  ofCorrespondent(organizer: string, correspondentId: string): { hash: Buffer; address: string } | null;
}

export interface AddressTagsOptions {
  /** 32 bytes in base64. */
  secretKey: string;
  /** Between the mailbox and the tag: `+` for most mail servers. */
  separator?: string;
  tagsMessages?: boolean;
  /** Told once of each organizer whose local part leaves no room. */
  onTooLong?: (organizer: string) => void;
}

export function createAddressTags(options: AddressTagsOptions): AddressTags {
  const { separator = '+', tagsMessages = true, onTooLong } = options;
  const key = deriveKey(options.secretKey, 'parley address tags');
  const told = new Set<string>();
  const address = (organizer: string, kind: TagKind, tag: string): string | null => {
    const tagged = taggedAddress(organizer, kind, tag, separator);
    if (tagged === null && !told.has(organizer)) {
      told.add(organizer);
      onTooLong?.(organizer);
    }
    return tagged;
  };
  const organizerAddress = (organizer: string, about: string) => {
    const tag = tagOf(key, about);
    const own = address(organizer, 'organizer', tag);
    return own === null ? null : { hash: hashToken(tag), address: own };
  };
  return {
    tagsMessages,
    ofMessage(organizer, outgoingId) {
      const tag = tagOf(key, `message/${outgoingId}`);
      const replyTo = address(organizer, 'reply', tag);
      const returnPath = address(organizer, 'bounce', tag);
      return replyTo === null || returnPath === null ? null : { hash: hashToken(tag), replyTo, returnPath };
    },
    ofInvitation: (organizer, meetingId, attendeeId) =>
      organizerAddress(organizer, `invitation/${meetingId}/${attendeeId}`),
    ofCorrespondent: (organizer, id) =>
      tagsMessages ? organizerAddress(organizer, `correspondent/${id}`) : null,
  };
}

/** `scheduling@example.com` becomes `scheduling+r<tag>@example.com`; null when the local part would get too long. */
export function taggedAddress(address: string, kind: TagKind, tag: string, separator: string): string | null {
  const at = address.lastIndexOf('@');
  const local = `${address.slice(0, at)}${separator}${LETTERS[kind]}${tag}`;
  return Buffer.byteLength(local) > LONGEST_LOCAL_PART ? null : `${local}${address.slice(at)}`;
}

/**
 * The tag in an address that `taggedAddress` made, whatever became of its case; null when there is none.
 * Whose it is, is known to the database only (adapters/postgres/inbound/owners.ts).
 */
export function readTaggedAddress(address: string, separator: string): { kind: TagKind; tag: string } | null {
  const local = address.slice(0, Math.max(0, address.lastIndexOf('@'))).toLowerCase();
  const start = local.lastIndexOf(separator);
  const kind = start < 1 ? undefined : KINDS.get(local.charAt(start + separator.length));
  const tag = local.slice(start + separator.length + 1);
  return kind && isTag(tag) ? { kind, tag } : null;
}

const isTag = (text: string): boolean => text.length === TAG_LENGTH && /^[a-z2-7]+$/.test(text);

/** Five bits of each of the first twenty bytes. */
const tagOf = (key: Buffer, about: string): string =>
  Array.from(
    createHmac('sha256', key).update(about).digest().subarray(0, TAG_LENGTH),
    (byte) => ALPHABET[byte & 31],
  ).join('');
