import { isDeepStrictEqual } from 'node:util';

/** Something is not as the story tells it. */
export class Difference extends Error {
  constructor(what: string, expected: unknown, found: unknown) {
    super(`${what}: expected ${JSON.stringify(expected)}, found ${JSON.stringify(found)}`);
    this.name = 'Difference';
  }
}

/** @throws Difference when the two are not the same */
export function same(what: string, found: unknown, expected: unknown): void {
  if (!isDeepStrictEqual(found, expected)) throw new Difference(what, expected, found);
}
