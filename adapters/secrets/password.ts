import { randomBytes, randomInt, scrypt, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import PQueue from 'p-queue';

/** Without letters and digits that look alike. */
const ALPHABET = 'abcdefghjkmnpqrstuvwxyz23456789';
const GROUPS = 5;
const GROUP = 5;

/** Each takes 16 MiB and some 40 ms of a processor (RFC 7914 §2). */
const COST = { N: 2 ** 14, r: 8, p: 1 };
const HASH_BYTES = 32;
const derive = promisify<string, Buffer, number, typeof COST, Buffer>(scrypt);

/** So that whoever tries many takes neither all threads nor all memory. */
const atOnce = new PQueue({ concurrency: 2 });
const MOST_WAITING = 200;

/** A password that is made, and never chosen: 25 characters in groups, 99 random bits besides its selector. */
export function newPassword(): { password: string; selector: string } {
  const groups = Array.from({ length: GROUPS }, () =>
    Array.from({ length: GROUP }, () => ALPHABET[randomInt(ALPHABET.length)]).join(''),
  );
  return { password: groups.join('-'), selector: groups[0] ?? '' };
}

/** As it was made, however somebody typed it; null when it cannot be one. */
export function readPassword(text: string): { password: string; selector: string } | null {
  const plain = text.slice(0, 100).toLowerCase().replace(/[\s-]/g, '');
  if (plain.length !== GROUPS * GROUP || [...plain].some((character) => !ALPHABET.includes(character)))
    return null;
  const groups = plain.match(/.{5}/g) ?? [];
  return { password: groups.join('-'), selector: groups[0] ?? '' };
}

export async function hashPassword(password: string): Promise<{ salt: Buffer; hash: Buffer }> {
  const salt = randomBytes(16);
  return { salt, hash: await derive(password, salt, HASH_BYTES, COST) };
}

/** @returns null: so many wait that this one is not looked at */
export async function isPassword(
  password: string,
  { salt, hash }: { salt: Buffer; hash: Buffer },
): Promise<boolean | null> {
  if (atOnce.size >= MOST_WAITING) return null;
  const shown = await atOnce.add(() => derive(password, salt, HASH_BYTES, COST));
  return timingSafeEqual(shown, hash);
}
