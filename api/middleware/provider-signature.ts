import { createHash, createHmac, createPublicKey, timingSafeEqual, verify } from 'node:crypto';
import type { Context } from 'koa';
import { z } from 'zod';
import type { RequestBody } from './body.ts';
import { isForm } from './form.ts';
import { invalidSignature } from './problems.ts';

export type Provider = 'mailgun' | 'sendgrid' | 'daily' | 'whereby';

const MAILGUN_TOLERANCE_MS = 15 * 60_000;
/** SendGrid tries a delivery again for so long. */
const SENDGRID_TOLERANCE_MS = 24 * 3_600_000;
const AHEAD_MS = 15 * 60_000;

const mailgunSignature = z.object({
  timestamp: z.coerce.string().regex(/^\d{1,12}$/),
  token: z.string().regex(/^[\x21-\x7e]{1,100}$/),
  signature: z.string().regex(/^[0-9a-f]{64}$/i),
  /** Of the main account, when a subaccount's key has signed. */
  'parent-signature': z
    .string()
    .regex(/^[0-9a-f]{64}$/i)
    .optional(),
});

/**
 * Mailgun: HMAC-SHA256 over timestamp and token, which come in the body. It does not cover the rest of the body,
 * so a token may be good for one body only.
 *
 * @returns the token
 * @throws Problem invalid-signature; also when the timestamp is more than fifteen minutes off
 */
export async function verifyMailgun(body: RequestBody, key: string, nowMs: number): Promise<string> {
  const given = mailgunSignature.safeParse(await mailgunFields(body));
  if (!given.success) throw invalidSignature('The fields timestamp, token and signature are needed.');
  const { timestamp, token, signature, 'parent-signature': parent } = given.data;
  if (Math.abs(nowMs - Number(timestamp) * 1000) > MAILGUN_TOLERANCE_MS)
    throw invalidSignature('The timestamp is more than fifteen minutes off.');
  const expected = createHmac('sha256', key).update(`${timestamp}${token}`).digest();
  const fits = [signature, parent].some(
    (hex) => hex !== undefined && timingSafeEqual(Buffer.from(hex, 'hex'), expected),
  );
  if (!fits) throw invalidSignature('No signature fits the token.');
  return token;
}

async function mailgunFields(body: RequestBody): Promise<unknown> {
  if (!isForm(body.type)) return (Object(await body.json()) as { signature?: unknown }).signature;
  const form = Object.entries(await body.form());
  return Object.fromEntries(form.map(([name, bytes]) => [name, bytes.toString('latin1')]));
}

/**
 * SendGrid: ECDSA with P-256 over timestamp and the body's bytes, the same for events and for mail.
 *
 * @param keys in base64 (DER); events and each parse policy have a key of their own
 * @returns what names the delivery
 * @throws Problem invalid-signature; also when the timestamp is older than a day
 */
export async function verifySendgrid(
  ctx: Context,
  body: RequestBody,
  keys: readonly string[],
  nowMs: number,
): Promise<string> {
  const timestamp = ctx.get('X-Twilio-Email-Event-Webhook-Timestamp');
  const signature = Buffer.from(ctx.get('X-Twilio-Email-Event-Webhook-Signature'), 'base64');
  const agoMs = /^\d{1,12}$/.test(timestamp) ? nowMs - Number(timestamp) * 1000 : NaN;
  if (!(agoMs <= SENDGRID_TOLERANCE_MS && agoMs >= -AHEAD_MS))
    throw invalidSignature('X-Twilio-Email-Event-Webhook-Timestamp is missing, or too far off.');
  const signed = Buffer.concat([Buffer.from(timestamp), await body.bytes()]);
  const fits = keys.some((key) => verify('sha256', signed, publicKey(key), signature));
  if (!fits) throw invalidSignature('No signature fits the body.');
  // Not the signature: of an ECDSA signature anybody can make a second one that fits.
  return createHash('sha256').update(signed).digest('hex');
}

const publicKey = (base64: string) =>
  createPublicKey({ key: Buffer.from(base64, 'base64'), format: 'der', type: 'spki' });
