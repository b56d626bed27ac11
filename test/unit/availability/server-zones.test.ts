import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '..', '..', '..');

/** Slots of the days around which the clocks change in six places, hour by hour and with explanations. */
const PROGRAM = `
  import { slotsOf } from './domain/availability/bookable.ts';
  import { explain } from './domain/availability/explain.ts';
  import { closedBy } from './domain/availability/limits.ts';
  import { openZone } from './domain/time/zone.ts';
  const [MINUTE, DAY] = [60_000, 86_400_000];
  const changes = {
    'America/New_York': ['2026-03-08', '2026-11-01'], 'Europe/Berlin': ['2026-03-29', '2026-10-25'],
    'Australia/Lord_Howe': ['2026-04-05', '2026-10-04'], 'Pacific/Apia': ['2011-12-30', '2010-09-26'],
    'Africa/Casablanca': ['2026-02-15', '2026-03-22'], 'America/Sao_Paulo': ['2018-11-04', '2019-02-17'],
  };
  const found = Object.entries(changes).flatMap(([name, dates]) => dates.map((date) => {
    const startMs = Date.parse(date) - DAY;
    const range = { startMs, endMs: startMs + 3 * DAY };
    const zone = openZone(name);
    const night = { fromMinute: 22 * 60, untilMinute: 27 * 60 };
    const bookable = {
      schedule: {
        zone, weekly: Array(7).fill([{ fromMinute: 0, untilMinute: 360 }, { fromMinute: 780, untilMinute: 1080 }]),
        typeOverrides: [], memberOverrides: [{ day: Math.floor(startMs / DAY), blocks: [night] }], temporary: [], away: [], travel: [],
      },
      taken: [], buffers: { beforeMs: 0, afterMs: 0 }, rules: { lengthMs: 30 * MINUTE, stepMs: 30 * MINUTE },
      window: { startMs: -Infinity, endMs: Infinity },
      closed: closedBy([{ per: 'day', of: 'bookings', most: 1 }], [{ startMs: startMs + 2.6 * DAY, endMs: startMs + 2.7 * DAY }], 30 * MINUTE, { clock: zone, range }),
    };
    const slots = slotsOf(bookable, range);
    return [name, date, slots, Array.from({ length: 72 }, (_, hour) => explain(bookable, startMs + hour * 60 * MINUTE)?.code ?? 'offered')];
  }));
  process.stdout.write(JSON.stringify(found));`;

it('slots are the same in whichever zone the server is, also where the clocks change', () => {
  const outputs = ['UTC', 'America/New_York', 'Asia/Kolkata'].map((TZ) => {
    const child = spawnSync(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', PROGRAM], {
      ...{ cwd: ROOT, encoding: 'utf8', env: { PATH: '/usr/bin:/bin', TZ } },
    });
    expect(child.stderr).toBe('');
    return child.stdout;
  });
  const places = JSON.parse(outputs[0]!) as [string, string, number[], string[]][];
  expect(places).toHaveLength(12);
  for (const [name, date, slots, reasons] of places) {
    expect(slots.length, `${name} ${date}`).toBeGreaterThan(20);
    expect(new Set(reasons).size, `${name} ${date}`).toBeGreaterThan(2);
  }
  expect(new Set(outputs).size).toBe(1);
});
