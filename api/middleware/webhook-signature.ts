import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Context } from 'koa';
import { deriveKey } from '../../adapters/secrets/sealing.ts';
import { invalidSignature } from './problems.ts';

const PREFIX = 'whsec_';
const TOLERANCE_MS = 5 * 60_000;

/** The secret that a tenant signs its webhooks with: `whsec_` and 32 bytes in base64. */
export const webhookSecretOf = (secretKey: string, tenantId: string): string =>
  PREFIX + deriveKey(secretKey, `webhook ${tenantId}`).toString('base64');

/**
 * Checks a signature of the Standard Webhooks specification: HMAC-SHA256 over id, timestamp and body.
 * Over the bytes of the body, since a message in 8-bit MIME need not be UTF-8.
 *
 * @returns the webhook's id, the same when it is sent again
 * @throws Problem invalid-signature; also when the timestamp is more than five minutes off
 */
export function verifyWebhook(ctx: Context, body: Buffer, secret: string, nowMs: number): string {
  const id = ctx.get('webhook-id');
  const timestamp = ctx.get('webhook-timestamp');
  const signatures = ctx.get('webhook-signature');
  if (!id || !timestamp || !signatures) {
    throw invalidSignature('The headers webhook-id, webhook-timestamp and webhook-signature are needed.');
  }
  const seconds = /^\d{1,12}$/.test(timestamp) ? Number(timestamp) : NaN;
  if (!(Math.abs(nowMs - seconds * 1000) <= TOLERANCE_MS)) {
    throw invalidSignature('The webhook-timestamp is more than five minutes off.');
  }
  const key = Buffer.from(secret.slice(PREFIX.length), 'base64');
  const expected = createHmac('sha256', key).update(`${id}.${timestamp}.`).update(body).digest();
  // More than one: the sender is changing its secret.
  const valid = signatures.split(' ').some((signature) => matches(signature, expected));
  if (!valid) throw invalidSignature('No signature fits the body.');
  return id;
}

function matches(signature: string, expected: Buffer): boolean {
  const [version, text = ''] = signature.split(',');
  const given = Buffer.from(text, 'base64');
  return version === 'v1' && given.length === expected.length && timingSafeEqual(given, expected);
}
