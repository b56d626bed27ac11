import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { Context } from 'koa';
import { invalidSignature } from './problems.ts';

/** Both try a delivery again for a while; a report that is older says nothing any more. */
const TOLERANCE_MS = 15 * 60_000;

/**
 * Daily (docs.daily.co, REST API: webhooks): HMAC-SHA256 over timestamp, a dot and the body, in base64; the secret is in
 * base64, too. The timestamp is in seconds or milliseconds.
 *
 * @returns what names the delivery
 * @throws Problem invalid-signature; also when the timestamp is more than fifteen minutes off
 */
export function verifyDaily(ctx: Context, body: Buffer, secret: string, nowMs: number): string {
  const timestamp = ctx.get('X-Webhook-Timestamp');
  requireRecent(timestamp, nowMs);
  const key = Buffer.from(secret, 'base64');
  requireEqual(Buffer.from(ctx.get('X-Webhook-Signature'), 'base64'), hmac(key, timestamp, body));
  return deliveryOf(timestamp, body);
}

/**
 * Whereby (docs.whereby.com: webhooks): `t=TIMESTAMP,v1=SIGNATURE`, HMAC-SHA256 over timestamp, a dot and the body, in
 * hexadecimal.
 *
 * @returns what names the delivery
 * @throws Problem invalid-signature; also when the timestamp is more than fifteen minutes off
 */
export function verifyWhereby(ctx: Context, body: Buffer, secret: string, nowMs: number): string {
  const given = /^t=(\d{1,16}),v1=([0-9a-f]{64})$/i.exec(ctx.get('Whereby-Signature').replaceAll(' ', ''));
  const [, timestamp = '', signature = ''] = given ?? [];
  requireRecent(timestamp, nowMs);
  requireEqual(Buffer.from(signature, 'hex'), hmac(secret, timestamp, body));
  return deliveryOf(timestamp, body);
}

const hmac = (key: Buffer | string, timestamp: string, body: Buffer): Buffer =>
  createHmac('sha256', key).update(`${timestamp}.`).update(body).digest();

function requireRecent(timestamp: string, nowMs: number): void {
  const given = /^\d{1,16}$/.test(timestamp) ? Number(timestamp) : NaN;
  // Ten digits are seconds until the year 2286.
  const atMs = given < 1e11 ? given * 1000 : given;
  if (!(Math.abs(nowMs - atMs) <= TOLERANCE_MS))
    throw invalidSignature('The timestamp is missing, or more than fifteen minutes off.');
}

function requireEqual(given: Buffer, expected: Buffer): void {
  if (given.length !== expected.length || !timingSafeEqual(given, expected))
    throw invalidSignature('No signature fits the body.');
}

const deliveryOf = (timestamp: string, body: Buffer): string =>
  createHash('sha256').update(timestamp).update(body).digest('hex');
