import fc from 'fast-check';
import { expect, it } from 'vitest';
import { mergeBusy, type BusyKind } from '../../../domain/freebusy/busy-period.ts';

const KINDS: BusyKind[] = ['busy', 'unavailable', 'tentative'];
const at = fc.integer({ min: 0, max: 40 });
const periods = fc.array(fc.record({ kind: fc.constantFrom(...KINDS), startMs: at, endMs: at }), {
  maxLength: 10,
});
const range = fc.record({ startMs: at, endMs: at });

it('each moment has the strongest kind that is said of it, within the range, and no two periods meet', () => {
  fc.assert(
    fc.property(periods, range, (said, within) => {
      const merged = mergeBusy(said, within);
      for (let moment = 0; moment <= 40; moment++) {
        const holds = ({ startMs, endMs }: { startMs: number; endMs: number }) =>
          startMs <= moment && moment < endMs;
        const kinds = holds(within) ? said.filter(holds).map(({ kind }) => kind) : [];
        const strongest = KINDS.find((kind) => kinds.includes(kind));
        expect(merged.filter(holds).map(({ kind }) => kind)).toEqual(strongest ? [strongest] : []);
      }
      for (const [index, period] of merged.slice(1).entries()) {
        const before = merged[index]!;
        expect(before.endMs).toBeLessThanOrEqual(period.startMs);
        if (before.endMs === period.startMs) expect(before.kind).not.toBe(period.kind);
      }
    }),
    { numRuns: 1_000 },
  );
});
