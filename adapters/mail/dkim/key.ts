import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { ConfigError, type Config } from '../../../config/index.ts';

/** An RSA key that mail is signed with. */
export interface DkimKey {
  privateKey: KeyObject;
  /** What stands in the DNS as `p`: the SubjectPublicKeyInfo, base64 (RFC 6376 §3.6.1). */
  publicKey: string;
}

/** RFC 8301 §3.2: verifiers need not take less, and 2048 bits are what to sign with. */
const LEAST_RSA_BITS = 1024;
const RSA_BITS = 2048;

/**
 * Reads a key. Only RSA: many of those who receive mail cannot check an ed25519 signature (RFC 8463), and to them a
 * message that has no other is unsigned.
 *
 * @throws Error when the PEM is none, or of a key that is not for this
 */
export function dkimKeyOf(pem: string): DkimKey {
  const privateKey = createPrivateKey(pem);
  const type = privateKey.asymmetricKeyType;
  if (type !== 'rsa') throw new Error(`it is a key of type ${type}; mail is signed with an RSA key`);
  if ((privateKey.asymmetricKeyDetails?.modulusLength ?? 0) < LEAST_RSA_BITS)
    throw new Error('the RSA key is too short');
  const publicKey = createPublicKey(pem).export({ format: 'der', type: 'spki' }).toString('base64');
  return { privateKey, publicKey };
}

/** A new key as PEM (PKCS #8). */
export const newDkimKey = (): string =>
  generateKeyPairSync('rsa', { modulusLength: RSA_BITS })
    .privateKey.export({ format: 'pem', type: 'pkcs8' })
    .toString();

/**
 * The configured key; null when there is none.
 *
 * @throws ConfigError that names the setting
 */
export function configuredDkimKey({ keyFile, privateKey }: Config['mail']['dkim']): DkimKey | null {
  const setting = keyFile === undefined ? 'DKIM_PRIVATE_KEY' : 'DKIM_KEY_FILE';
  try {
    const pem = keyFile === undefined ? privateKey : readFileSync(keyFile, 'utf8');
    return pem === undefined ? null : dkimKeyOf(pem);
  } catch (error) {
    throw new ConfigError([`${setting}: cannot be used: ${(error as Error).message}`]);
  }
}
