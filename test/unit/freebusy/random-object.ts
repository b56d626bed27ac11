import fc from 'fast-check';
import { lines } from '../growth/pieces.ts';
import { vevent } from './support.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** When random objects are; the clocks of Europe and America change within. */
export const SEASON = { startMs: Date.UTC(2026, 1, 20), endMs: Date.UTC(2026, 3, 20) };

/** A zone that only the object knows, with a summer time of its own. */
const OFFICE = lines(
  ...['BEGIN:VTIMEZONE', 'TZID:Our office'],
  ...['BEGIN:STANDARD', 'DTSTART:20001029T030000', 'TZOFFSETFROM:+0330', 'TZOFFSETTO:+0230'],
  ...['RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU', 'END:STANDARD'],
  ...['BEGIN:DAYLIGHT', 'DTSTART:20000310T020000', 'TZOFFSETFROM:+0230', 'TZOFFSETTO:+0330'],
  ...['RRULE:FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=10', 'END:DAYLIGHT', 'END:VTIMEZONE'],
);
/** A known name with other rules than its own: it changes its clocks on a day of its own. */
const OTHER_LISBON = OFFICE.replace('Our office', 'Europe/Lisbon')
  .replaceAll('+0330', '+0100')
  .replaceAll('+0230', '+0000');

type Notation =
  'day' | 'utc' | 'floating' | 'Europe/Berlin' | 'America/New_York' | 'Our office' | 'Europe/Lisbon';
const NOTATIONS: Notation[] = [
  ...(['day', 'utc', 'floating', 'Europe/Berlin'] as const),
  ...(['America/New_York', 'Our office', 'Europe/Lisbon'] as const),
];

const digits = (wall: number) => new Date(wall).toISOString().slice(0, 19).replace(/[-:]/g, '');
const timeIn = (notation: Notation, name: string, wall: number): string =>
  notation === 'day'
    ? `${name};VALUE=DATE:${digits(wall).slice(0, 8)}`
    : notation === 'utc'
      ? `${name}:${digits(wall)}Z`
      : `${name}${notation === 'floating' ? '' : `;TZID=${notation}`}:${digits(wall)}`;

const LENGTHS = ['PT0S', 'PT30M', 'PT26H', 'P1D', 'P3D', 'P1DT1H'];
const RULES = [
  ...['FREQ=DAILY', 'FREQ=DAILY;INTERVAL=3', 'FREQ=WEEKLY;BYDAY=MO,WE,SU', 'FREQ=MONTHLY;BYDAY=-1FR'],
  ...['FREQ=MONTHLY;BYMONTHDAY=29', 'FREQ=YEARLY', 'FREQ=DAILY;COUNT=4', 'FREQ=WEEKLY;COUNT=2'],
  ...['FREQ=DAILY;COUNT=90', 'FREQ=DAILY;UNTIL=20260329', 'FREQ=WEEKLY;UNTIL=20260310T120000Z'],
];

const STATES = [
  '',
  'STATUS:TENTATIVE',
  'STATUS:CANCELLED',
  'TRANSP:TRANSPARENT',
  'BUSYTYPE:BUSY-UNAVAILABLE',
];

const hours = fc.integer({ min: 0, max: (SEASON.endMs - SEASON.startMs) / HOUR_MS - 1 });
const state = fc.constantFrom(...STATES);
const override = fc.record({
  /** Days from DTSTART to the instance. */
  nth: fc.integer({ min: 0, max: 20 }),
  movedHours: fc.integer({ min: -60, max: 60 }),
  length: fc.constantFrom(...LENGTHS),
  following: fc.boolean(),
  state,
});

const parts = fc.record({
  notation: fc.constantFrom(...NOTATIONS),
  at: hours,
  length: fc.option(fc.constantFrom(...LENGTHS)),
  rule: fc.option(fc.constantFrom(...RULES), { freq: 5 }),
  extra: fc.array(hours, { maxLength: 2 }),
  left: fc.array(fc.integer({ min: 0, max: 20 }), { maxLength: 2 }),
  overrides: fc.uniqueArray(override, { maxLength: 3, selector: ({ nth }) => nth }),
  state,
  isDetached: fc.boolean(),
});

/** A VEVENT with overrides, as a list of components. Its texts have the word SECRET in them. */
export const randomObject: fc.Arbitrary<string[]> = parts.map(
  ({ notation, at, length, rule, extra, left, overrides, state: said, isDetached }) => {
    const start = SEASON.startMs + at * HOUR_MS;
    const inDays =
      notation === 'day' ? (text: string) => text.replace(/T.*/, '').replace(/^P$/, 'P1D') : String;
    const alone = overrides.length > 0 && isDetached;
    const dateOf = (nth: number) => timeIn(notation, 'RECURRENCE-ID', start + nth * DAY_MS);
    const text = ['SUMMARY:SECRET', 'LOCATION:SECRET', 'ATTENDEE;CN=SECRET:mailto:SECRET@example.org'];
    const master = vevent(
      ...text,
      timeIn(notation, 'DTSTART', start),
      ...(length === null ? [] : [`DURATION:${inDays(length)}`]),
      ...(rule === null ? [] : [`RRULE:${notation === 'day' ? rule.replace(/T\d{6}Z/, '') : rule}`]),
      ...extra.map((each) => timeIn(notation, 'RDATE', SEASON.startMs + each * HOUR_MS)),
      ...left.map((nth) => timeIn(notation, 'EXDATE', start + nth * DAY_MS)),
      ...(said === '' ? [] : [said]),
    );
    const changed = overrides.map((each) =>
      vevent(
        ...text,
        dateOf(each.nth).replace(
          'RECURRENCE-ID',
          each.following ? 'RECURRENCE-ID;RANGE=THISANDFUTURE' : 'RECURRENCE-ID',
        ),
        timeIn(notation, 'DTSTART', start + each.nth * DAY_MS + each.movedHours * HOUR_MS),
        `DURATION:${inDays(each.length)}`,
        ...(each.state === '' ? [] : [each.state]),
      ),
    );
    return [OFFICE, OTHER_LISBON, ...(alone ? [] : [master]), ...changed];
  },
);

const [FROM, UNTIL] = [SEASON.startMs - 30 * DAY_MS, SEASON.endMs + 400 * DAY_MS];
/** Windows from minutes to a year. */
export const randomWindow = fc
  .record({
    from: fc.integer({ min: FROM / 900_000, max: UNTIL / 900_000 }),
    quarters: fc.constantFrom(1, 8, 96, 700, 3_000, 35_000),
  })
  .map(({ from, quarters }) => ({ startMs: from * 900_000, endMs: (from + quarters) * 900_000 }));
