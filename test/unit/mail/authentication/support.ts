import { generateKeyPairSync } from 'node:crypto';
import { dkimSign, sealMessage } from 'mailauth';
import type { MailDoor, MailSession } from '../../../../activities/inbound/ports.ts';
import type { Authentication } from '../../../../activities/understanding/ports.ts';
import { createMailAuthenticator } from '../../../../adapters/mail/authentication/authenticator.ts';
import type { DnsResolver } from '../../../../adapters/mail/authentication/bounded-resolver.ts';

const key = generateKeyPairSync('rsa', { modulusLength: 2048 });
const privateKey = key.privateKey.export({ type: 'pkcs8', format: 'pem' }) as string;
export const KEY_RECORD = `v=DKIM1; k=rsa; p=${key.publicKey.export({ type: 'spki', format: 'der' }).toString('base64')}`;

/** Names and what is published there, TXT unless the name begins with another type and a space. */
export type Zone = Record<string, string | unknown[] | Error>;

export const dnsError = (code: string): Error => Object.assign(new Error(code), { code });

/** A DNS of a few names; nothing is ever asked outside. */
export function dnsOf(zone: Zone): DnsResolver & { asked: string[] } {
  const asked: string[] = [];
  const resolve: DnsResolver = async (name, type) => {
    asked.push(`${type} ${name}`);
    const found = zone[type === 'TXT' ? name : `${type} ${name}`];
    await Promise.resolve();
    if (found === undefined) throw dnsError('ENOTFOUND');
    if (found instanceof Error) throw found;
    return typeof found === 'string' ? [[found]] : found;
  };
  return Object.assign(resolve, { asked });
}

export const CLIENT: MailSession = { clientAddress: '192.0.2.10', helo: 'mx.example.org' };

export interface Letter {
  from?: string;
  headers?: string[];
  body?: string;
}

export const letter = ({
  from = 'Gus <gus@example.org>',
  headers = [],
  body = 'Yes.',
}: Letter = {}): Buffer =>
  Buffer.from(
    [
      ...headers,
      `From: ${from}`,
      'To: scheduling@parley.test',
      'Subject: Accepted',
      'Date: Fri, 20 Nov 2026 09:00:00 +0000',
      'Message-ID: <1@example.org>',
      '',
      body,
      '',
    ].join('\r\n'),
  );

interface Signing {
  /** As the signer takes it, whatever its types say: names with colons between. */
  headerList?: string;
  maxBodyLength?: number;
  algorithm?: string;
  selector?: string;
}

export async function signed(raw: Buffer, domain = 'example.org', options: Signing = {}): Promise<Buffer> {
  const key = { signingDomain: domain, selector: 's1', privateKey };
  const { signatures, errors } = await dkimSign(raw, {
    // Else it is taken twice, and a signature over the turn of a second does not fit.
    signTime: new Date(),
    ...key,
    ...options,
    signatureData: [{ ...key, ...options }],
  } as unknown as Parameters<typeof dkimSign>[1]);
  if (errors.length > 0) throw errors[0] as Error;
  return Buffer.concat([Buffer.from(signatures), raw]);
}

export async function sealed(
  raw: Buffer,
  seal: { sealer: string; says: string; cv?: 'none' | 'pass'; i?: number },
): Promise<Buffer> {
  const headers = await sealMessage(raw, {
    signingDomain: seal.sealer,
    selector: 's1',
    privateKey,
    i: seal.i ?? 1,
    cv: seal.cv ?? 'none',
    authResults: `${seal.sealer}; ${seal.says}`,
    // Else each of its headers takes a time of its own, and a seal over the turn of a second is none.
    signTime: new Date(),
  } as Parameters<typeof sealMessage>[1]);
  return Buffer.concat([headers, raw]);
}

export interface Asked {
  zone?: Zone;
  door?: MailDoor;
  sender?: string | null;
  session?: MailSession | null;
  authservIds?: string[];
  trustedSealers?: string[];
}

/** What a message is found to be; over SMTP from 192.0.2.10 unless told otherwise. */
export function authenticate(raw: Buffer, asked: Asked = {}): Promise<Authentication> {
  const { zone = {}, authservIds = [], trustedSealers = [] } = asked;
  return createMailAuthenticator({ resolver: dnsOf(zone), authservIds, trustedSealers }).authenticate({
    raw,
    door: asked.door ?? 'smtp',
    envelope: { from: asked.sender === undefined ? 'gus@example.org' : asked.sender },
    session: asked.session === undefined ? CLIENT : asked.session,
  });
}
