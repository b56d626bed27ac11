import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** Encrypts what must not be readable in a copy of the database: whole messages, with their addresses and links. */
export interface Sealer {
  seal(plain: Buffer): Buffer;
  /** @throws when the bytes were not sealed with this key, or were changed since */
  open(sealed: Buffer): Buffer;
}

/**
 * Seals messages with a key of their own, derived (RFC 5869) from the installation's secret key.
 *
 * @param secretKey 32 bytes in base64
 */
export const createSealer = (secretKey: string): Sealer =>
  sealerOf(deriveKey(secretKey, 'parley raw messages'));

/**
 * AES-256-GCM. Sealed form: nonce (12 bytes) · tag (16 bytes) · ciphertext.
 *
 * @param key 32 bytes
 */
export function sealerOf(key: Buffer): Sealer {
  return {
    seal(plain) {
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv('aes-256-gcm', key, nonce);
      const body = Buffer.concat([cipher.update(plain), cipher.final()]);
      return Buffer.concat([nonce, cipher.getAuthTag(), body]);
    },
    open(sealed) {
      const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, NONCE_BYTES));
      decipher.setAuthTag(sealed.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
      return Buffer.concat([decipher.update(sealed.subarray(NONCE_BYTES + TAG_BYTES)), decipher.final()]);
    },
  };
}

/** A key of 32 bytes for one purpose, from the installation's secret key. */
export function deriveKey(secretKey: string, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', Buffer.from(secretKey, 'base64'), Buffer.alloc(0), purpose, 32));
}
