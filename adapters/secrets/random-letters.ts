import { randomInt } from 'node:crypto';

/** Small letters that nobody chose, for names that are to be told apart. */
export const randomLetters = (count: number): string =>
  Array.from({ length: count }, () => String.fromCharCode(97 + randomInt(26))).join('');
