import { describe, expect, it } from 'vitest';
import { readHeader } from '../../../../adapters/mail/authentication/header.ts';
import { isWorthChecking } from '../../../../adapters/mail/authentication/work.ts';
import { sizeProblem } from '../../../../adapters/mail/reading/bounds.ts';
import { letter } from './support.ts';

/** What is done in one go before the signatures of a message are looked at, in the event loop; and of 9.6 MB. */
const LARGE = letter({ body: `${'x'.repeat(76)}\r\n`.repeat(123_000) });
const TIMES = 7;

/** The shortest of several, in ms: what else the machine does is not counted. */
function shortest(work: () => unknown): number {
  const took = Array.from({ length: TIMES }, () => {
    const beganMs = performance.now();
    work();
    return performance.now() - beganMs;
  });
  return Math.min(...took);
}

describe('to look how large a message is takes little more than to look through it once', () => {
  const once = shortest(() => LARGE.includes(' is not in it '));

  it('of its lines and parts', () => {
    expect(sizeProblem(LARGE)).toBeNull();
    expect(shortest(() => sizeProblem(LARGE))).toBeLessThan(15 * once);
  });

  it('of the longest of its lines', async () => {
    const header = (await readHeader(LARGE))!;
    expect(isWorthChecking(LARGE, header)).toBe(true);
    expect(shortest(() => isWorthChecking(LARGE, header))).toBeLessThan(once);
  });
});
