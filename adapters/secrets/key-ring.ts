import { createHash } from 'node:crypto';
import { deriveKey, sealerOf, type Sealer } from './sealing.ts';

/** What was sealed cannot be opened. */
export class UnopenableError extends Error {
  readonly code: 'key-unknown' | 'bytes-changed';

  constructor(code: UnopenableError['code']) {
    super(code === 'key-unknown' ? 'no key of this id is configured' : 'the sealed bytes were changed');
    this.name = 'UnopenableError';
    this.code = code;
  }
}

/** Seals with the current key, and opens with earlier ones too. */
export interface KeyRing {
  /** Of the key that seals. */
  readonly currentKeyId: string;
  seal(plain: Buffer): { sealed: Buffer; keyId: string };
  /** @throws UnopenableError */
  open(sealed: Buffer, keyId: string): Buffer;
}

/**
 * The keys for one purpose. A key's id is the beginning of its hash, so that every process finds the same one.
 *
 * @param keys.secretKey 32 bytes in base64; what is derived from it seals
 * @param keys.previousSecretKeys earlier ones, which only open
 */
export function createKeyRing(
  keys: { secretKey: string; previousSecretKeys: readonly string[] },
  purpose: string,
): KeyRing {
  const derived = [keys.secretKey, ...keys.previousSecretKeys].map((key) => deriveKey(key, purpose));
  const sealers = new Map<string, Sealer>(derived.map((key) => [idOf(key), sealerOf(key)]));
  const [current] = derived;
  const currentKeyId = idOf(current!);
  return {
    currentKeyId,
    seal: (plain) => ({ sealed: sealers.get(currentKeyId)!.seal(plain), keyId: currentKeyId }),
    open(sealed, keyId) {
      const sealer = sealers.get(keyId);
      if (!sealer) throw new UnopenableError('key-unknown');
      try {
        return sealer.open(sealed);
      } catch {
        throw new UnopenableError('bytes-changed');
      }
    },
  };
}

const idOf = (key: Buffer): string => createHash('sha256').update(key).digest('hex').slice(0, 16);
