import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bookable } from './support/booking.ts';
import { startSite, type Site } from './support/site.ts';

let site: Site;
beforeAll(async () => {
  site = await startSite();
});
afterAll(() => site?.stop());

const NINE_TO_FIVE = Array.from({ length: 7 }, () => [{ fromMinute: 540, untilMinute: 1020 }]);

const made = (columns: Record<string, unknown> = {}, host: Parameters<typeof bookable>[2] = {}) =>
  bookable({ knex: site.knex, tenant: { id: site.tenantId } }, columns, host);

const see = async (path: string): Promise<string> => (await site.get(path)).text();

/** The times that are shown, in their order. */
const clocksIn = (html: string): string[] =>
  [...html.matchAll(/<time dateTime="[^"]+">([^<]+)<\/time>/gi)].map(([, clock = '']) => clock);

const zoneLine = (html: string): string => /class="small muted">([^<]*)</.exec(html)?.[1] ?? '';

describe('the days on which clocks change', () => {
  it.each([
    // New York has put its clocks forward on 14 March 2027, Berlin does on the 28th: five hours, not six.
    ['2027-03-12', 'Berlin, UTC+1', '15:00'],
    ['2027-03-26', 'Berlin, UTC+1', '14:00'],
    ['2027-03-27', 'Berlin, UTC+1', '14:00'],
    ['2027-03-28', 'Berlin, UTC+2', '15:00'],
    ['2027-03-29', 'Berlin, UTC+2', '15:00'],
  ])(
    'nine o’clock in New York on %s is shown to Berlin with the offset of that day',
    async (day, zone, first) => {
      const talk = await made({}, { timezone: 'America/New_York', weekly: NINE_TO_FIVE });
      const html = await see(`${talk.path}?zone=Europe/Berlin&month=${day.slice(0, 7)}&day=${day}`);
      expect(zoneLine(html)).toBe(zone);
      expect(clocksIn(html)[0]).toBe(first);
      expect(clocksIn(html)).toHaveLength(16);
    },
  );

  it('a time that comes twice says which one it is, and the zone line tells both offsets', async () => {
    const talk = await made();
    const html = await see(`${talk.path}?zone=Europe/Berlin&month=2027-10&day=2027-10-31`);
    expect(zoneLine(html)).toBe('Berlin, UTC+2 → UTC+1');
    expect(clocksIn(html).filter((clock) => clock.startsWith('02:00'))).toEqual([
      '02:00 (UTC+2)',
      '02:00 (UTC+1)',
    ]);
    expect(clocksIn(html)).toHaveLength(50);
  });

  it('a time that the clocks skip is not there', async () => {
    const talk = await made();
    const html = await see(`${talk.path}?zone=Europe/Berlin&month=2027-03&day=2027-03-28`);
    expect(clocksIn(html)).toHaveLength(46);
    expect(clocksIn(html).filter((clock) => clock.startsWith('02:'))).toEqual([]);
  });

  it('a locked zone is the one for everybody, and is said', async () => {
    const talk = await made(
      { locked_timezone: 'America/New_York' },
      { weekly: NINE_TO_FIVE, timezone: 'UTC' },
    );
    const html = await see(`${talk.path}?zone=Europe/Berlin&month=2027-03&day=2027-03-28`);
    expect(zoneLine(html)).toBe('New York, UTC−4');
    expect(html).toContain('All times are those of New York.');
    expect(html).not.toContain('<select');
    expect(clocksIn(html)[0]).toBe('05:00');
  });
});

describe('a month without slots', () => {
  it('leads to the next one that has some, and says when there is none for three months', async () => {
    const later = await made({
      window_days: null,
      window_first_day: '2027-02-10',
      window_last_day: '2027-02-12',
    });
    const html = await see(`${later.path}?zone=UTC&month=2026-12`);
    expect(html).toContain('No time is free in December 2026');
    expect(html).toMatch(/href="[^"]*month=2027-02[^"]*">To the next free times, in February 2027/);
    // Who names no month sees the first that has some.
    expect(await see(`${later.path}?zone=UTC`)).toContain('Wednesday, 10 February 2027');
    const never = await made({ window_first_day: '2028-02-10' });
    expect(await see(`${never.path}?zone=UTC`)).toContain('Nor is there one in the three months after it.');
  });

  it.each([
    'month=0000-13',
    'month=x',
    'day=2026-02-31',
    'month=9999-12',
    'day=1970-01-01',
    'length=1e9',
    'zone=Mars',
    'start=x',
    'start=+275760-09-13T00:00:00Z',
  ])('an address with %s is a page all the same', async (query) => {
    const talk = await made();
    expect([200, 303]).toContain((await site.get(`${talk.path}?${query}`)).status);
  });
});
