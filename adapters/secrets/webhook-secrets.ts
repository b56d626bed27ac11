import { randomBytes } from 'node:crypto';
import { createKeyRing } from './key-ring.ts';

const SECRET_BYTES = 32;

/** A secret that signs what an endpoint is sent, as Standard Webhooks writes it: 256 random bits. */
export const newWebhookSecret = (): string => `whsec_${randomBytes(SECRET_BYTES).toString('base64')}`;

/** Secrets of endpoints, sealed with keys that have ids. */
export interface WebhookSecrets {
  /** Of the key that seals now. */
  readonly currentKeyId: string;
  seal(secret: string): { sealed: Buffer; keyId: string };
  /** @throws UnopenableError */
  open(sealed: Buffer, keyId: string): string;
}

/**
 * Seals the secrets of endpoints with AES-256-GCM under a key of their own.
 *
 * @param keys.secretKey PARLEY_SECRET_KEY
 * @param keys.previousSecretKeys PREVIOUS_SECRET_KEYS, which only open
 */
export function createWebhookSecrets(keys: {
  secretKey: string;
  previousSecretKeys: readonly string[];
}): WebhookSecrets {
  const ring = createKeyRing(keys, 'parley webhook secrets');
  return {
    currentKeyId: ring.currentKeyId,
    seal: (secret) => ring.seal(Buffer.from(secret, 'utf8')),
    open: (sealed, keyId) => ring.open(sealed, keyId).toString('utf8'),
  };
}
