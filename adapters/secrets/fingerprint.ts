import { createHmac } from 'node:crypto';
import { deriveKey } from './sealing.ts';

/** @returns gives 64 bits of an HMAC in hex: who has not the key can neither find nor guess the text. @param secretKey 32 bytes in base64 */
export function createFingerprint(secretKey: string): (text: string) => string {
  const key = deriveKey(secretKey, 'parley fingerprints');
  return (text) => createHmac('sha256', key).update(text).digest('hex').slice(0, 16);
}
