import { createHash } from 'node:crypto';
import { uuidOf } from '../../domain/uuid.ts';

const HEADERS_LOOKED_AT = 64 * 1024;

/**
 * What makes two arrivals the same message: its Message-ID, or its bytes when it has none.
 * Read without a MIME parser, so that a message that breaks one is still stored and told from others.
 */
export function dedupeKeyOf(raw: Buffer): string {
  const start = raw.subarray(0, HEADERS_LOOKED_AT).toString('latin1');
  const headers = start.split(/\r?\n\r?\n/, 1)[0] ?? '';
  const found = /^message-id:\s*(<[^<>\s\p{Cc}]{1,900}>)/imu.exec(headers.replace(/\r?\n[ \t]+/g, ' '));
  return found?.[1] ?? `sha256:${createHash('sha256').update(raw).digest('hex')}`;
}

/**
 * An id that names what follows from a message. Two doors may store the same message at the same instant; what it does to
 * the meeting still has one name.
 */
export const effectIdOf = (dedupeKey: string): string =>
  uuidOf(createHash('sha256').update(`effect ${dedupeKey}`).digest('hex'));
