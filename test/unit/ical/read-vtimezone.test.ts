import { describe, expect, it } from 'vitest';
import { readCalendar } from '../../../domain/ical/read.ts';
import { readFeed } from '../../../domain/ical/read-feed.ts';
import { offsetOf, writtenOffset } from '../../../domain/ical/utc-offset.ts';

const lines = (...each: string[]) => each.join('\r\n');

interface Season {
  start?: string | undefined;
  from?: string | undefined;
  to?: string | undefined;
  more?: string[];
}

function season(name: 'STANDARD' | 'DAYLIGHT', { start, from, to, more = [] }: Season) {
  const said = Object.entries({ DTSTART: start, TZOFFSETFROM: from, TZOFFSETTO: to }).flatMap(
    ([property, value]) => (value === undefined ? [] : [`${property}:${value}`]),
  );
  return lines(`BEGIN:${name}`, ...said, ...more, `END:${name}`);
}

const zoned = (tzid: string, wall: string, ...seasons: string[]) =>
  lines(
    ...['BEGIN:VCALENDAR', 'BEGIN:VTIMEZONE', `TZID:${tzid}`, ...seasons, 'END:VTIMEZONE'],
    ...['BEGIN:VEVENT', 'UID:a', `DTSTART;TZID=${tzid}:${wall}`, 'END:VEVENT', 'END:VCALENDAR', ''],
  );

/** When what happens at that wall time does, and what is told; an answer is read as a feed is. */
function read(calendar: string) {
  const { series, problems } = readFeed(calendar);
  const start = series[0]?.master?.start;
  const at = start && new Date(start.wall - (start.clock?.offsetOfWall(start.wall) ?? 0)).toISOString();
  const answer = readCalendar(calendar).events[0]?.time;
  expect(answer ? new Date(answer.startMs).toISOString() : undefined).toBe(at);
  return { at: at?.slice(0, 16), told: problems.map(({ code, property }) => `${code} ${property}`) };
}

const [WINTER, SUMMER] = ['20260115T120000', '20260715T120000'];
const ONE = { start: '19700101T000000', from: '+0300', to: '+0300' };
const MARCH = { start: '19700329T020000', from: '+0100', to: '+0200' };
const OCTOBER = { start: '19701025T030000', from: '+0200', to: '+0100' };
const rule = (month: number, more = ';BYDAY=-1SU') => [`RRULE:FREQ=YEARLY;BYMONTH=${month}${more}`];
/** A zone of two seasons that nobody else knows; what is said replaces what is so in them. */
const both = (wall: string, march: Season = {}, october: Season = {}, tzid = 'Ours') =>
  zoned(
    tzid,
    wall,
    season('DAYLIGHT', { ...MARCH, more: rule(3), ...march }),
    season('STANDARD', { ...OCTOBER, more: rule(10), ...october }),
  );

describe('an offset', () => {
  it.each([
    ['+0300', '+0300'],
    ['0300', '+0300'],
    ['0530', '+0530'],
    ['530', '+0530'],
    ['+03', '+0300'],
    ['03', '+0300'],
    ['3', '+0300'],
    ['+03:00', '+0300'],
    ['+3:30', '+0330'],
    ['+03 00', '+0300'],
    ['+030000', '+0300'],
    ['-045601', '-045601'],
    ['+03:00:00', '+0300'],
    ['\u22120500', '-0500'],
    ['GMT+3', '+0300'],
    ['UTC-03:00', '-0300'],
    [' +0300 ', '+0300'],
    ['-0000', '+0000'],
    ['00', '+0000'],
  ])('%s is %s', (text, written) => {
    expect(writtenOffset(text)).toBe(written);
  });

  it.each([
    '',
    'GMT',
    '+',
    '3600',
    '+2400',
    '+0060',
    '+5.5',
    '+0300x',
    '+03000',
    '+0300000',
    'Etc/GMT+3',
    '+-3',
  ])('%s is none', (text) => {
    expect(writtenOffset(text)).toBe(null);
  });

  it('has its sign before hours, minutes and seconds', () => {
    expect(['+05:30', '-00:30', '-04:56:01', '-00:00'].map(offsetOf)).toEqual([
      19_800_000, -1_800_000, -17_761_000, 0,
    ]);
    expect(['010:0', 'unr:ea:da', '+03:00:xy', '', null].map(offsetOf)).toEqual([
      null,
      null,
      null,
      null,
      null,
    ]);
  });

  it.each([
    ['0300', '09:00'],
    ['+03', '09:00'],
    ['+03:00', '09:00'],
    ['-03:00', '15:00'],
    ['0530', '06:30'],
    ['GMT+3', '09:00'],
  ])('written as %s in a zone that nobody else knows', (offset, at) => {
    const one = zoned('Ours', SUMMER, season('STANDARD', { ...ONE, from: offset, to: offset }));
    expect(read(one)).toEqual({ at: `2026-07-15T${at}`, told: ['value-mended null'] });
  });

  it('without a sign in a zone of two seasons', () => {
    const calendar = (wall: string) =>
      both(wall, { from: '0100', to: '0200' }, { from: '0200', to: '0100' }, 'Europe/Berlin');
    expect(read(calendar(SUMMER))).toEqual({ at: '2026-07-15T10:00', told: ['value-mended null'] });
    expect(read(calendar(WINTER))).toEqual({ at: '2026-01-15T11:00', told: ['value-mended null'] });
  });

  it.each(['+3x', '+0300x', '+030000x', '9999', 'Berlin'])(
    'that is none, %s, leaves the name of the zone, where that is known',
    (to) => {
      const told = ['timezone-unreadable TZOFFSETTO'];
      const known = zoned('Asia/Tokyo', SUMMER, season('STANDARD', { ...ONE, to }));
      expect(read(known)).toEqual({ at: '2026-07-15T03:00', told });
      const unknown = zoned('Ours', SUMMER, season('STANDARD', { ...ONE, to }));
      expect(read(unknown)).toEqual({ at: undefined, told: [...told, 'zone-unknown DTSTART'] });
    },
  );
});

describe('what an observance does not say, and can be only one thing', () => {
  it('is what another leads to, or begins from', () => {
    const missing = { from: undefined };
    for (const calendar of [both(SUMMER, missing), both(SUMMER, { from: '' }), both(SUMMER, { from: 'x' })])
      expect(read(calendar)).toEqual({ at: '2026-07-15T10:00', told: ['timezone-mended TZOFFSETFROM'] });
    expect(read(both(WINTER, {}, missing)).at).toBe('2026-01-15T11:00');
    expect(read(both(SUMMER, { to: undefined }))).toEqual({
      at: '2026-07-15T10:00',
      told: ['timezone-mended TZOFFSETTO'],
    });
    // The hour that the clock skips is counted with the offset from before.
    expect(read(both('20260329T023000', missing)).at).toBe('2026-03-29T01:30');
  });

  it('is its own, where there is no other', () => {
    const alone = (changes: Season) => zoned('Ours', SUMMER, season('STANDARD', { ...ONE, ...changes }));
    expect(read(alone({ from: undefined }))).toEqual({
      at: '2026-07-15T09:00',
      told: ['timezone-mended TZOFFSETFROM'],
    });
    for (const start of [undefined, '0000'])
      expect(read(alone({ start }))).toEqual({
        at: '2026-07-15T09:00',
        told: ['timezone-mended DTSTART'],
      });
  });

  it('is not guessed where it may be several', () => {
    const third = season('STANDARD', { ...ONE, to: '+0500' });
    const calendar = both(SUMMER, { from: undefined }).replace(
      'END:VTIMEZONE',
      lines(third, 'END:VTIMEZONE'),
    );
    const told = ['timezone-unreadable TZOFFSETFROM', 'zone-unknown DTSTART'];
    expect(read(calendar)).toEqual({ at: undefined, told });
    expect(read(both(SUMMER, { start: undefined })).told).toEqual([
      'timezone-unreadable DTSTART',
      'zone-unknown DTSTART',
    ]);
    expect(read(both(SUMMER, { from: undefined }, { to: undefined })).told).toEqual([
      'timezone-unreadable TZOFFSETFROM',
      'timezone-unreadable TZOFFSETTO',
      'zone-unknown DTSTART',
    ]);
  });
});

describe('a rule of a zone', () => {
  it.each([
    ['in small letters', ';BYDAY=-1su', []],
    ['with a zero before the month', ';BYDAY=-1SU;WKST=MO', []],
    ['by position', ';BYDAY=SU;BYSETPOS=-1', []],
    ['by the last seven days', ';BYDAY=SU;BYMONTHDAY=-7,-6,-5,-4,-3,-2,-1', []],
    ['by hour', ';BYDAY=-1SU;BYMINUTE=0', []],
    ['with a COUNT', ';BYDAY=-1SU;COUNT=100', []],
    ['with an UNTIL', ';BYDAY=-1SU;UNTIL=20370101T000000Z', []],
    ['until a year', ';BYDAY=-1SU;UNTIL=2026', ['timezone-mended RRULE']],
    ['with a part without a value', ';BYDAY=-1SU;UNTIL=', ['timezone-mended RRULE']],
  ])('%s', (_, more, told) => {
    const changes = (month: number) => ({ more: rule(month, more) });
    for (const [wall, at] of [
      [WINTER, '2026-01-15T11:00'],
      [SUMMER, '2026-07-15T10:00'],
    ] as const)
      expect(read(both(wall, changes(3), changes(10)))).toEqual({ at, told });
  });

  it('with its month as 03, or of every month but in one', () => {
    for (const more of [
      ['RRULE:FREQ=YEARLY;BYMONTH=03;BYDAY=-1SU'],
      ['RRULE:FREQ=MONTHLY;BYMONTH=3;BYDAY=-1SU'],
    ])
      expect(read(both(SUMMER, { more }))).toEqual({ at: '2026-07-15T10:00', told: [] });
  });

  it('ends with its COUNT, of which DTSTART is the first', () => {
    const counted = (count: number) =>
      read(both(SUMMER, { more: rule(3, `;BYDAY=-1SU;COUNT=${count}`) })).at?.slice(11);
    expect([counted(56), counted(57)]).toEqual(['11:00', '10:00']);
  });

  it('of the last day of a month is that day', () => {
    const more = rule(3, ';BYMONTHDAY=-1');
    const calendar = (wall: string) => read(both(wall, { start: '19700331T020000', more })).at;
    expect(calendar('20260330T120000')).toBe('2026-03-30T11:00');
    expect(calendar('20260331T120000')).toBe('2026-03-31T10:00');
  });

  it.each([
    ['of every week', ['RRULE:FREQ=WEEKLY;BYDAY=SU']],
    ['of every other year', ['RRULE:FREQ=YEARLY;INTERVAL=2;BYMONTH=3;BYDAY=-1SU']],
    ['of the last Sunday of the year, from a day in March', ['RRULE:FREQ=YEARLY;BYDAY=-2SU']],
    ['that cannot be read', ['RRULE:FREQ=YEARLY;BYMONTH=3;BYEASTER=0']],
    ['until nobody knows', ['RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU;UNTIL=never']],
  ])('%s is not followed, and neither is the zone: its name counts', (_, more) => {
    const told = ['timezone-unreadable RRULE'];
    expect(read(both(SUMMER, { more }, {}, 'Asia/Tokyo'))).toEqual({ at: '2026-07-15T03:00', told });
    expect(read(both(SUMMER, { more }))).toEqual({
      at: undefined,
      told: [...told, 'zone-unknown DTSTART'],
    });
  });

  it('that ical.js refuses loses nothing else', () => {
    const more = ['RRULE:FREQ=NEVER'];
    expect(read(both(SUMMER, { more }, {}, 'Europe/Berlin'))).toEqual({
      at: '2026-07-15T10:00',
      told: ['timezone-unreadable RRULE'],
    });
  });
});

describe('observances are read one by one', () => {
  const past = season('STANDARD', { start: '18930401T000000', from: '+0053', to: 'one hour' });
  const withPast = (wall: string, tzid = 'Ours') =>
    both(wall, {}, {}, tzid).replace(`TZID:${tzid}`, lines(`TZID:${tzid}`, past));

  it('one of times that are over does not lose the others', () => {
    const told = ['timezone-unreadable TZOFFSETTO'];
    expect(read(withPast(SUMMER))).toEqual({ at: '2026-07-15T10:00', told });
    // Kyiv is an hour before the definition, which counts from its first change on.
    expect(read(withPast(SUMMER, 'Europe/Kyiv'))).toEqual({ at: '2026-07-15T10:00', told });
    expect(read(withPast('19600715T120000', 'Europe/Kyiv'))).toEqual({ at: '1960-07-15T09:00', told });
  });

  it('nor does one whose rule has ended', () => {
    const march = season('DAYLIGHT', {
      ...{ start: '19500326T020000', from: 'winter', to: 'summer' },
      more: ['RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU;UNTIL=19690330T010000Z'],
    });
    const calendar = both(SUMMER).replace('TZID:Ours', lines('TZID:Ours', march));
    expect(read(calendar)).toEqual({
      at: '2026-07-15T10:00',
      told: ['timezone-unreadable TZOFFSETTO'],
    });
    expect(read(calendar.replace(';UNTIL=19690330T010000Z', '')).at).toBe(undefined);
  });

  it('a date that is none loses them, since it may be of any year', () => {
    const more = ['RDATE:20260601T000000 or so'];
    expect(read(both(SUMMER, { more }, {}, 'Europe/Berlin'))).toEqual({
      at: '2026-07-15T10:00',
      told: ['timezone-unreadable RDATE'],
    });
  });

  it('a zone without any goes by its name, and is told', () => {
    expect(read(zoned('Asia/Tokyo', SUMMER))).toEqual({
      at: '2026-07-15T03:00',
      told: ['timezone-unreadable VTIMEZONE'],
    });
  });

  it('what is wrong with a zone that nothing is in is not told', () => {
    const calendar = both(SUMMER)
      .replace('TZID=Ours', 'TZID=Asia/Tokyo')
      .replace('TZOFFSETTO:+0200', 'X-A:b');
    expect(read(calendar)).toEqual({ at: '2026-07-15T03:00', told: [] });
  });
});

describe('a definition of one season, beside the name, which counts', () => {
  const one = (tzid: string, offset: string, wall = SUMMER) =>
    read(zoned(tzid, wall, season('STANDARD', { ...ONE, from: offset, to: offset }))).told;

  it('is told where the zone has no such offset in those years', () => {
    const told = ['timezone-differs DTSTART'];
    expect(one('Europe/Berlin', '+0500')).toEqual(told);
    expect(one('EST', '+0500')).toEqual(told);
    expect(one('Europe/Istanbul', '+0200')).toEqual(told);
  });

  it('is not where it has', () => {
    expect(one('Europe/Berlin', '+0100')).toEqual([]);
    expect(one('W. Europe Standard Time', '+0100')).toEqual([]);
    expect(one('Europe/Istanbul', '+0200', '20100715T120000')).toEqual([]);
    expect(one('Ours', '+0500')).toEqual([]);
  });
});
