import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { ConfigError, type Config } from '../../../config/index.ts';

/** A private key that mail is signed with. */
export interface DkimKey {
  /** RFC 8463 §4 for ed25519. */
  type: 'rsa' | 'ed25519';
  /** PKCS #8, PEM. */
  privatePem: string;
  /** What stands in the DNS as `p`: the whole SubjectPublicKeyInfo of an RSA key, the 32 bytes alone of an ed25519 key. */
  publicKey: string;
}

/** RFC 8301 §3.2: verifiers need not take less, and 2048 bits are what to sign with. */
const LEAST_RSA_BITS = 1024;
const RSA_BITS = 2048;

/** How many bytes come before the key itself in the SubjectPublicKeyInfo of an ed25519 key (RFC 8410 §4). */
const ED25519_PREFIX = 12;

/** @throws Error when the PEM is none, or of a key that DKIM does not know */
export function dkimKeyOf(pem: string): DkimKey {
  const key = createPrivateKey(pem);
  const type = key.asymmetricKeyType;
  if (type !== 'rsa' && type !== 'ed25519') throw new Error(`a key of type ${type} signs no mail`);
  if (type === 'rsa' && (key.asymmetricKeyDetails?.modulusLength ?? 0) < LEAST_RSA_BITS)
    throw new Error('the RSA key is too short');
  const der = createPublicKey(key).export({
    format: 'der',
    type: 'spki',
  });
  const published = type === 'rsa' ? der : der.subarray(ED25519_PREFIX);
  return { type, privatePem: pemOf(key), publicKey: published.toString('base64') };
}

/** A new RSA key as PEM. RSA, because many verifiers still know no other. */
export const newDkimKey = (): string =>
  pemOf(generateKeyPairSync('rsa', { modulusLength: RSA_BITS }).privateKey);

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

const pemOf = (key: KeyObject): string => key.export({ format: 'pem', type: 'pkcs8' }).toString();
