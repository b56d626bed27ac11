import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { instantOf, openZone, type Clock } from '../../../domain/time/zone.ts';
import { firstInstances } from '../../../domain/recurrence/instances.ts';
import { DAY, HOUR, series, shown, time, zone } from './support.ts';

/** Zones with the years in which something odd happened to their clocks. */
const ODD_YEARS: [string, number[]][] = [
  ['Australia/Lord_Howe', [1981, 1985, 2008, 2026]],
  ['Antarctica/Troll', [2005, 2016, 2026]],
  ['Pacific/Apia', [2010, 2011, 2012, 2021]],
  ['Africa/Casablanca', [2012, 2018, 2019, 2026, 2087]],
  ['Africa/El_Aaiun', [1976, 2018, 2026]],
  ['Asia/Kathmandu', [1985, 1986, 2026]],
  ['Pacific/Kwajalein', [1969, 1993]],
  ['Pacific/Fakaofo', [2011]],
  ['Pacific/Kiritimati', [1979, 1994, 1995]],
  ['America/Caracas', [2007, 2016]],
  ['Asia/Pyongyang', [2015, 2018]],
  ['Europe/Istanbul', [2014, 2015, 2016]],
  ['Europe/Moscow', [1991, 2011, 2014]],
  ['Europe/Volgograd', [2018, 2020]],
  ['Asia/Gaza', [2008, 2011, 2023, 2026, 2040]],
  ['Asia/Hebron', [2011, 2026]],
  ['Africa/Cairo', [2010, 2014, 2023, 2026]],
  ['America/Sao_Paulo', [2017, 2018, 2019]],
  ['America/Argentina/San_Luis', [2007, 2008, 2009]],
  ['America/New_York', [1918, 1942, 1945, 1974, 2007, 2026]],
  ['America/Anchorage', [1967, 1983]],
  ['America/Nuuk', [2022, 2023, 2024]],
  ['Europe/London', [1941, 1968, 1971, 2026]],
  ['Europe/Dublin', [1916, 1971, 2026]],
  ['Europe/Amsterdam', [1937, 1940]],
  ['Africa/Monrovia', [1971, 1972]],
  ['Asia/Tehran', [1978, 2008, 2022]],
  ['Asia/Kolkata', [1941, 1945, 2026]],
  ['Australia/Adelaide', [2000, 2026]],
  ['America/St_Johns', [1988, 2006, 2011]],
  ['Atlantic/Azores', [1966, 1983, 1992]],
  ['Asia/Ho_Chi_Minh', [1945, 1947, 1955]],
];

/** What Intl says, asked for this one instant: slow, and without any table. */
function oracle(name: string): (at: number) => number {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: name,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  });
  return (at) => {
    const [, month, day, year, hour, minute, second] =
      /^(\d+)\/(\d+)\/(\d+), (\d+):(\d+):(\d+)$/.exec(format.format(at))?.map(Number) ?? [];
    return Date.UTC(year!, month! - 1, day, hour, minute, second) - at;
  };
}

it('thirty zones and more are looked at', () => {
  expect(new Set(ODD_YEARS.map(([name]) => name)).size).toBeGreaterThanOrEqual(30);
});

describe.each(ODD_YEARS)('%s', (name, years) => {
  const clock = zone(name);
  const offsetAt = oracle(name);

  it('has the offsets of Intl in every hour of its odd years', () => {
    for (const year of years) {
      for (let at = Date.UTC(year, 0, 1); at < Date.UTC(year + 1, 0, 1); at += HOUR / 2) {
        if (clock.offsetAt(at) !== offsetAt(at))
          expect(`${at} ${clock.offsetAt(at)}`).toBe(`${at} ${offsetAt(at)}`);
      }
    }
  });

  it('resolves local times as RFC 5545 §3.3.5 says', () => {
    for (const year of years) {
      for (let day = Date.UTC(year, 0, 1); day < Date.UTC(year + 1, 0, 1); day += DAY) {
        const near = new Set([-2, -1, 0, 1, 2].map((apart) => offsetAt(day + apart * DAY)));
        if (near.size > 1) for (let wall = day; wall < day + DAY; wall += HOUR / 2) expectResolved(wall);
      }
    }
  });

  function expectResolved(wall: number): void {
    const at = instantOf(clock, wall);
    const offsets = [-2 * DAY, -DAY, -HOUR, 0, HOUR, DAY, 2 * DAY].map((apart) => offsetAt(wall + apart));
    const possible = offsets.map((offset) => wall - offset).filter((each) => each + offsetAt(each) === wall);
    // In a gap by the offset before it, which lands behind it.
    const expected = possible.length > 0 ? Math.min(...possible) : wall - offsetAt(at - 26 * HOUR);
    expect(`${wall} ${at}`).toBe(`${wall} ${expected}`);
  }
});

it('a time in the far future or past has the offset of Intl, too', () => {
  for (const name of ['America/New_York', 'Australia/Lord_Howe', 'Africa/Casablanca', 'Asia/Kathmandu']) {
    const offsetAt = oracle(name);
    for (const year of [1801, 1883, 2100, 2400, 2499, 2501, 3000, 9999]) {
      for (let month = 0; month < 12; month++) {
        const at = Date.UTC(year, month, 15, 12);
        expect([name, year, month, openZone(name)?.offsetAt(at)]).toEqual([name, year, month, offsetAt(at)]);
      }
    }
  }
});

const starts = (clock: Clock, start: string, rule: string, count: number) =>
  firstInstances(series(time(start, clock), { rules: [rule] }), count).instances.map(({ startMs }) =>
    shown(clock, startMs),
  );

it('the day that Samoa left out is where the offset before it puts it, and there once', () => {
  expect(starts(zone('Pacific/Apia'), '2011-12-28T10:00', 'FREQ=DAILY', 5)).toEqual([
    '2011-12-28T10:00',
    '2011-12-29T10:00',
    '2011-12-31T10:00',
    '2012-01-01T10:00',
    '2012-01-02T10:00',
  ]);
});

it('a local time in a gap is as late behind it, and one that comes twice is the first', () => {
  const newYork = zone('America/New_York');
  expect(starts(newYork, '2026-03-07T02:30', 'FREQ=DAILY', 3)).toEqual([
    '2026-03-07T02:30',
    '2026-03-08T03:30',
    '2026-03-09T02:30',
  ]);
  const [, twice] = firstInstances(
    series(time('2026-10-31T01:30', newYork), { rules: ['FREQ=DAILY'] }),
    2,
  ).instances;
  expect(new Date(twice!.startMs).toISOString()).toBe('2026-11-01T05:30:00.000Z');
  expect(starts(zone('Australia/Lord_Howe'), '2026-10-03T02:15', 'FREQ=DAILY', 3)).toEqual([
    '2026-10-03T02:15',
    '2026-10-04T02:45',
    '2026-10-05T02:15',
  ]);
});

it('instances stay in order where a gap moves one behind the next, and onto one they are one', () => {
  const newYork = zone('America/New_York');
  expect(starts(newYork, '2026-03-08T01:45', 'FREQ=DAILY;BYHOUR=1,2,3;BYMINUTE=15,45', 4)).toEqual([
    '2026-03-08T01:45',
    '2026-03-08T03:15',
    '2026-03-08T03:45',
    '2026-03-09T01:15',
  ]);
});

it('the zone of the machine makes no difference', () => {
  const program = `
    import { firstInstances } from './domain/recurrence/instances.ts';
    import { series, time, zone } from './test/unit/recurrence/support.ts';
    import { readFeed } from './domain/ical/read-feed.ts';
    import { readFileSync } from 'node:fs';
    const found = ['America/New_York', 'Pacific/Apia', 'Australia/Lord_Howe'].map((name) => firstInstances(
      series(time('2010-12-25T02:30', zone(name)), { rules: ['FREQ=WEEKLY;INTERVAL=3;BYDAY=SU,FR;UNTIL=20250101'] }), 999));
    const days = firstInstances(series(time('2011-03-13'), { rules: ['FREQ=MONTHLY'], durationDays: 1, floating: zone('Europe/Berlin') }), 99);
    const feed = readFeed(readFileSync('test/fixtures/feeds/apple.ics', 'utf8')).series.map(({ set }) => firstInstances(set, 20));
    process.stdout.write(JSON.stringify([found, days, feed]));`;
  const outputs = ['UTC', 'America/St_Johns', 'Pacific/Apia', 'Europe/Dublin', 'Africa/Casablanca'].map(
    (TZ) => {
      const child = spawnSync(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', program], {
        env: { PATH: '/usr/bin:/bin', TZ },
        encoding: 'utf8',
      });
      expect(child.stderr).toBe('');
      return child.stdout;
    },
  );
  expect(outputs[0]?.length).toBeGreaterThan(10_000);
  expect(new Set(outputs).size).toBe(1);
});
