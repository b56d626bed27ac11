import { createHash, randomBytes } from 'node:crypto';

/** A token of 256 random bits, as 43 characters that may stand in a URL. */
export const newToken = (): string => randomBytes(32).toString('base64url');

/** What is stored of a token or key. A hash without salt suffices: there is nothing to guess in 256 random bits. */
export const hashToken = (token: string): Buffer => createHash('sha256').update(token, 'utf8').digest();

/** The shape of a token; anything else need not be looked up. */
export const looksLikeToken = (text: unknown): text is string =>
  typeof text === 'string' && /^[A-Za-z0-9_-]{43}$/.test(text);
