import { createHmac, timingSafeEqual } from 'node:crypto';
import { deriveKey } from './sealing.ts';

/** Signs short texts that somebody else keeps, and brings back as they were. */
export interface Signer {
  /** The text, a dot, and 43 characters; all of it may stand in a URL where the text may. */
  sign(text: string): string;
  /** @returns the text; null: nobody has signed it here for that purpose */
  open(signed: string): string | null;
}

/**
 * Signs with HMAC-SHA-256 (RFC 2104), with a key of its own for each purpose.
 *
 * @param keys.secretKey 32 bytes in base64; what is derived from it signs
 * @param keys.previousSecretKeys earlier ones, by which is only read
 */
export function createSigner(
  keys: { secretKey: string; previousSecretKeys: readonly string[] },
  purpose: string,
): Signer {
  const [current, ...earlier] = [keys.secretKey, ...keys.previousSecretKeys].map((key) =>
    deriveKey(key, purpose),
  );
  const signatureOf = (key: Buffer, text: string): string =>
    createHmac('sha256', key).update(text).digest('base64url');
  return {
    sign: (text) => `${text}.${signatureOf(current!, text)}`,
    open(signed) {
      const at = signed.lastIndexOf('.');
      if (at < 0) return null;
      const text = signed.slice(0, at);
      const shown = Buffer.from(signed.slice(at + 1));
      const isRight = [current!, ...earlier].some((key) => {
        const right = Buffer.from(signatureOf(key, text));
        return right.length === shown.length && timingSafeEqual(right, shown);
      });
      return isRight ? text : null;
    },
  };
}
