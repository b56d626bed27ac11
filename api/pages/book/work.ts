import { createHash } from 'node:crypto';

/** A browser finds it in about a second; who books thousands needs that thousands of times. */
export const WORK_BITS = 16;

/**
 * Whether somebody's machine has worked for this booking: SHA-256 of what is booked and their number begins with
 * `WORK_BITS` zero bits, as Hashcash has it. The form's stamp is in it, so that nothing can be worked out ahead or twice.
 */
export function hasWorked(form: URLSearchParams): boolean {
  const work = form.get('work') ?? '';
  if (!/^\d{1,15}$/.test(work)) return false;
  const digest = createHash('sha256')
    .update(`${workFor(form)}|${work}`)
    .digest();
  return digest.readUInt32BE(0) >>> (32 - WORK_BITS) === 0;
}

/** What is worked for, as the page's script writes it, too. */
const workFor = (form: URLSearchParams): string =>
  ['stamp', 'start', 'email'].map((name) => (form.get(name) ?? '').trim()).join('|');
