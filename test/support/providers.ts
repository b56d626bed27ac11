import { createHmac, generateKeyPairSync, randomBytes, sign } from 'node:crypto';

export const MAILGUN_KEY = 'key-0123456789abcdef';
const sendgrid = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const base64 = (key: typeof sendgrid.publicKey) =>
  key.export({ type: 'spki', format: 'der' }).toString('base64');
const older = generateKeyPairSync('ec', { namedCurve: 'P-256' });

/** For the configuration: with both providers set up. SendGrid's key is the second of two. */
export const PROVIDERS = {
  MAILGUN_SIGNING_KEY: MAILGUN_KEY,
  SENDGRID_PUBLIC_KEY: [older.publicKey, sendgrid.publicKey].map(base64).join(','),
};

export type MailgunSignature = {
  timestamp: string;
  token: string;
  signature: string;
};

export function mailgunSignature(
  about: { atMs?: number; key?: string; token?: string } = {},
): MailgunSignature {
  const { key = MAILGUN_KEY, token = randomBytes(25).toString('hex') } = about;
  const timestamp = String(Math.floor((about.atMs ?? Date.now()) / 1000));
  return {
    timestamp,
    token,
    signature: createHmac('sha256', key)
      .update(timestamp + token)
      .digest('hex'),
  };
}

const stranger = generateKeyPairSync('ec', { namedCurve: 'P-256' });

export function sendgridSignature(
  body: Buffer,
  about: { atMs?: number; byStranger?: boolean } = {},
): Record<string, string> {
  const timestamp = String(Math.floor((about.atMs ?? Date.now()) / 1000));
  const key = about.byStranger ? stranger.privateKey : sendgrid.privateKey;
  const signature = sign('sha256', Buffer.concat([Buffer.from(timestamp), body]), key).toString('base64');
  return {
    'X-Twilio-Email-Event-Webhook-Timestamp': timestamp,
    'X-Twilio-Email-Event-Webhook-Signature': signature,
  };
}

/** A form as a provider sends it; values are bytes as they are. */
export function multipart(
  fields: Record<string, string | Buffer>,
  boundary = 'xYzZY',
): { type: string; body: Buffer } {
  const parts = Object.entries(fields).map(([name, value]) =>
    Buffer.concat([
      Buffer.from(`--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n`),
      Buffer.from(value as string),
      Buffer.from('\r\n'),
    ]),
  );
  const body = Buffer.concat([...parts, Buffer.from(`--${boundary}--\r\n`)]);
  return { type: `multipart/form-data; boundary=${boundary}`, body };
}
