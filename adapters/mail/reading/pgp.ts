import type { Part } from './take-apart.ts';

const ARMOR = '-----BEGIN PGP MESSAGE-----';

/** Encrypted by OpenPGP: by RFC 3156 §4, or as armored text (RFC 9580 §6.2) in place of the words. */
export const isPgpEncrypted = ({ type, content }: Part): boolean =>
  type === 'application/pgp-encrypted' ||
  (type === 'text/plain' && content.subarray(0, 20_000).includes(ARMOR));
