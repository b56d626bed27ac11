import fc from 'fast-check';
import { DateTime } from 'luxon';
import { describe, expect, it } from 'vitest';
import { readWall } from '../../../domain/time/wall.ts';
import { transitions } from '../../../domain/time/transitions.ts';
import { openZone, wallAt, wallMs } from '../../../domain/time/zone.ts';

const MINUTE = 60_000;
const read = (
  zone: string,
  [year, month, day, hour, minute]: readonly [number, number, number, number, number],
) => readWall(openZone(zone)!, wallMs(year, month, day, hour, minute));

describe('a time on a clock on the wall', () => {
  it.each([
    ['Europe/Berlin', [2026, 3, 29, 2, 30], Date.UTC(2026, 2, 29, 1)],
    ['Europe/Berlin', [2026, 3, 29, 2, 0], Date.UTC(2026, 2, 29, 1)],
    ['America/New_York', [2026, 3, 8, 2, 59], Date.UTC(2026, 2, 8, 7)],
    ['Australia/Lord_Howe', [2026, 10, 4, 2, 15], Date.UTC(2026, 9, 3, 15, 30)],
    ['Pacific/Apia', [2011, 12, 30, 12, 0], Date.UTC(2011, 11, 30, 10)],
  ] as const)('is skipped in %s, %j', (zone, wall, end) => {
    expect(read(zone, wall)).toEqual({ kind: 'gap', end });
  });

  it.each([
    ['Europe/Berlin', [2026, 10, 25, 2, 0], Date.UTC(2026, 9, 25, 0), 60],
    ['Europe/Berlin', [2026, 10, 25, 2, 59], Date.UTC(2026, 9, 25, 0, 59), 60],
    ['Australia/Lord_Howe', [2026, 4, 5, 1, 45], Date.UTC(2026, 3, 4, 14, 45), 30],
  ] as const)('is shown twice in %s, %j', (zone, wall, first, minutes) => {
    expect(read(zone, wall)).toEqual({ kind: 'twice', first, second: first + minutes * MINUTE });
  });

  it.each([
    ['Europe/Berlin', [2026, 3, 29, 3, 0], Date.UTC(2026, 2, 29, 1)],
    ['Europe/Berlin', [2026, 10, 25, 3, 0], Date.UTC(2026, 9, 25, 2)],
    ['Europe/Berlin', [2026, 10, 25, 1, 59], Date.UTC(2026, 9, 24, 23, 59)],
    ['UTC', [2026, 3, 29, 2, 30], Date.UTC(2026, 2, 29, 2, 30)],
  ] as const)('is shown once in %s, %j', (zone, wall, instant) => {
    expect(read(zone, wall)).toEqual({ kind: 'once', instant });
  });

  it('is read as luxon reads it, in all zones', () => {
    const zones = fc.constantFrom(...Intl.supportedValuesOf('timeZone'));
    const years = fc.integer({ min: 1975, max: 2036 });
    fc.assert(
      fc.property(zones, years, fc.nat(), fc.integer({ min: -180, max: 180 }), (name, year, nth, minutes) => {
        const zone = openZone(name)!;
        // Around a change of its clocks, where it has one.
        const changes = transitions(zone, Date.UTC(year, 0), Date.UTC(year + 1, 0));
        const changeMs = changes[nth % changes.length]?.atMs ?? Date.UTC(year, 6);
        const ms = changeMs + minutes * MINUTE;
        const wall = wallAt(zone, ms);
        const possible = DateTime.fromMillis(ms, { zone: name }).getPossibleOffsets();
        const expected = possible.map((one) => one.toMillis()).sort((a, b) => a - b);
        const found = readWall(zone, wall);
        const all =
          'instant' in found ? [found.instant] : 'first' in found ? [found.first, found.second] : [];
        expect(all).toEqual(expected);
      }),
      { numRuns: 2_000 },
    );
  });
});
