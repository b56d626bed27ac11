import { describe, expect, it } from 'vitest';
import { firstInstances, instancesBetween } from '../../../domain/recurrence/instances.ts';
import { parseRule } from '../../../domain/recurrence/parse-rule.ts';
import { DAY, HOUR, NEW_YORK, series, shown, time, zone } from './support.ts';

const BERLIN = zone('Europe/Berlin');
const daily = (parts: Parameters<typeof series>[1] = {}) =>
  series(time('2026-03-02T09:00', NEW_YORK), { rules: ['FREQ=DAILY;COUNT=5'], durationMs: HOUR, ...parts });
const starts = (set: ReturnType<typeof series>, limit = 20) =>
  firstInstances(set, limit).instances.map(({ startMs }) => shown(NEW_YORK, startMs).slice(5));
const override = (recurrenceId: string, start: string, more: object = {}) => ({
  recurrenceId: time(recurrenceId, NEW_YORK),
  thisAndFuture: false,
  cancelled: false,
  start: time(start, NEW_YORK),
  duration: { days: 0, ms: HOUR },
  event: start,
  ...more,
});

describe('what is refused has a code', () => {
  it.each([
    ['rscale-unsupported', 'RSCALE=HEBREW;FREQ=YEARLY;BYMONTH=5L'],
    ['rscale-unsupported', 'FREQ=MONTHLY;BYMONTHDAY=31;SKIP=BACKWARD'],
    ['rule-unreadable', ''],
    ['rule-unreadable', 'FREQ=HALFYEARLY'],
    ['rule-unreadable', 'FREQ=DAILY;COUNT'],
    ['rule-unreadable', 'FREQ=DAILY;COUNT=2;COUNT=3'],
    ['rule-part-unknown', 'FREQ=DAILY;BYEASTER=0'],
    ['rule-value-invalid', 'FREQ=DAILY;INTERVAL=0'],
    ['rule-value-invalid', 'FREQ=DAILY;COUNT=0'],
    ['rule-value-invalid', 'FREQ=DAILY;UNTIL=20260231'],
    ['rule-value-invalid', 'FREQ=MONTHLY;BYMONTHDAY=0'],
    ['rule-value-invalid', 'FREQ=MONTHLY;BYDAY=0MO'],
    ['rule-value-invalid', 'FREQ=DAILY;BYHOUR=24'],
    ['rule-value-invalid', 'FREQ=DAILY;WKST=XX'],
    ['rule-parts-conflict', 'FREQ=MONTHLY;BYWEEKNO=3'],
    ['rule-parts-conflict', 'FREQ=DAILY;BYYEARDAY=3'],
    ['rule-parts-conflict', 'FREQ=WEEKLY;BYDAY=1MO'],
    ['rule-parts-conflict', 'FREQ=YEARLY;BYWEEKNO=3;BYDAY=1MO'],
  ])('%s: %s', (code, rule) => expect(parseRule(rule)).toBe(code));

  it('while case, order, blanks, extensions and a last semicolon are no matter', () => {
    expect(parseRule(' byday=mo, -1fr;X-NOTE=a;freq=monthly;')).toEqual(
      parseRule('FREQ=MONTHLY;BYDAY=MO,-1FR'),
    );
  });
});

describe('UNTIL', () => {
  const until = (value: string, start = time('2026-03-02T09:00', NEW_YORK)) =>
    firstInstances(series(start, { rules: [`FREQ=DAILY;UNTIL=${value}`], floating: NEW_YORK }), 99).instances
      .length;
  it('in UTC is an instant, inclusive', () => {
    expect(until('20260304T140000Z')).toBe(3);
    expect(until('20260304T135959Z')).toBe(2);
  });
  it('as a DATE is that whole day', () => expect(until('20260304')).toBe(3));
  it('as a local time is one of the event', () => {
    expect(until('20260304T090000')).toBe(3);
    expect(until('20260304T085959')).toBe(2);
  });
  it('of days is a DATE, or the end of a day somewhere, or midnight in UTC', () => {
    const day = time('2026-03-02');
    expect(until('20260304', day)).toBe(3);
    expect(until('20260305T045959Z', day)).toBe(3);
    expect(until('20260304T000000Z', day)).toBe(3);
  });
  it('before COUNT ends first, and after it later', () => {
    expect(starts(daily({ rules: ['FREQ=DAILY;COUNT=5;UNTIL=20260303T235959Z'] }))).toHaveLength(2);
    expect(starts(daily({ rules: ['FREQ=DAILY;COUNT=2;UNTIL=20260403T235959Z'] }))).toHaveLength(2);
  });
});

describe('dates besides rules', () => {
  it('RDATE adds, with its own length where it is a period, and each instant is once', () => {
    const set = daily({
      dates: [
        { start: time('2026-03-03T09:00', NEW_YORK), duration: null },
        { start: time('2026-03-10T09:00', NEW_YORK), duration: { days: 0, ms: 3 * HOUR } },
        { start: time('2026-03-12'), duration: null },
      ],
    });
    expect(starts(set)).toEqual([
      '03-02T09:00',
      '03-03T09:00',
      '03-04T09:00',
      '03-05T09:00',
      '03-06T09:00',
      '03-10T09:00',
      '03-12T09:00',
    ]);
    const [, , , , , period] = firstInstances(set, 20).instances;
    expect(period!.endMs - period!.startMs).toBe(3 * HOUR);
  });
  it('EXDATE takes away, as an instant in any zone, or a whole day', () => {
    expect(
      starts(
        daily({ exDates: [time('2026-03-03T15:00', BERLIN), time('2026-03-04T14:00Z'), time('2026-03-06')] }),
      ),
    ).toEqual(['03-02T09:00', '03-05T09:00']);
  });
  it('EXRULE takes away', () => {
    expect(starts(daily({ exRules: ['FREQ=DAILY;INTERVAL=2;UNTIL=20260304T140000Z'] }))).toEqual([
      '03-03T09:00',
      '03-05T09:00',
      '03-06T09:00',
    ]);
  });
});

describe('overrides', () => {
  it('an instance moved into a window is found, and one moved out is gone', () => {
    const set = daily({ overrides: [override('2026-03-04T09:00', '2027-01-01T09:00')] });
    expect(starts(set)).toEqual(['03-02T09:00', '03-03T09:00', '03-05T09:00', '03-06T09:00', '01-01T09:00']);
    const from = Date.UTC(2027, 0, 1);
    expect(instancesBetween(set, from, from + DAY).instances).toMatchObject([
      { override: '2027-01-01T09:00' },
    ]);
    expect(instancesBetween(set, Date.UTC(2026, 2, 4), Date.UTC(2026, 2, 5)).instances).toEqual([]);
  });
  it('a cancelled instance is gone, and one that no rule names stands', () => {
    const overrides = [
      override('2026-03-04T09:00', '2026-03-04T09:00', { cancelled: true }),
      override('2026-05-05T09:00', '2026-05-05T10:00'),
    ];
    expect(starts(daily({ overrides }))).toEqual([
      '03-02T09:00',
      '03-03T09:00',
      '03-05T09:00',
      '03-06T09:00',
      '05-05T10:00',
    ]);
  });
  it('THISANDFUTURE shifts all later instances on the clock, and lasts until the next', () => {
    const set = daily({
      rules: ['FREQ=DAILY;COUNT=9'],
      overrides: [
        override('2026-03-04T09:00', '2026-03-04T11:00', {
          thisAndFuture: true,
          duration: { days: 0, ms: 2 * HOUR },
        }),
        override('2026-03-09T09:00', '2026-03-09T08:00', { thisAndFuture: true }),
        override('2026-03-06T09:00', '2026-03-06T20:00'),
      ],
    });
    expect(starts(set)).toEqual([
      '03-02T09:00',
      '03-03T09:00',
      '03-04T11:00',
      '03-05T11:00',
      '03-06T20:00',
      '03-07T11:00',
      '03-08T11:00',
      '03-09T08:00',
      '03-10T08:00',
    ]);
    const lengths = firstInstances(set, 20).instances.map(({ startMs, endMs }) => (endMs - startMs) / HOUR);
    expect(lengths).toEqual([1, 1, 2, 2, 1, 2, 2, 1, 1]);
  });
  it('a cancelled THISANDFUTURE ends the series', () => {
    const overrides = [
      override('2026-03-04T09:00', '2026-03-04T09:00', { thisAndFuture: true, cancelled: true }),
    ];
    expect(starts(daily({ overrides }))).toEqual(['03-02T09:00', '03-03T09:00']);
  });
  it('a RECURRENCE-ID is compared across kinds and zones', () => {
    const at = (recurrenceId: object) =>
      starts(daily({ overrides: [override('2026-03-04T09:00', '2026-03-04T12:00', { recurrenceId })] }));
    const expected = ['03-02T09:00', '03-03T09:00', '03-04T12:00', '03-05T09:00', '03-06T09:00'];
    expect(at(time('2026-03-04'))).toEqual(expected);
    expect(at(time('2026-03-04T15:00', BERLIN))).toEqual(expected);
    expect(at(time('2026-03-04T14:00Z'))).toEqual(expected);
    const days = series(time('2026-03-02'), {
      rules: ['FREQ=DAILY;COUNT=3'],
      durationDays: 1,
      floating: NEW_YORK,
      exDates: [time('2026-03-03T00:00Z'), time('2026-03-04T00:00', NEW_YORK)],
    });
    expect(starts(days)).toEqual(['03-02T00:00']);
  });
});

describe('lengths', () => {
  it('a day of the calendar has the hours that it has; 24 hours have 24', () => {
    const around = { rules: ['FREQ=DAILY;COUNT=3'] };
    const start = time('2026-03-07', null);
    const hours = (set: ReturnType<typeof series>) =>
      firstInstances(set, 9).instances.map(({ startMs, endMs }) => (endMs - startMs) / HOUR);
    expect(hours(series(start, { ...around, durationDays: 1, floating: NEW_YORK }))).toEqual([24, 23, 24]);
    expect(hours(series(start, { ...around, durationMs: DAY, floating: NEW_YORK }))).toEqual([24, 24, 24]);
  });
  it('what began before a window and goes on in it is of the window', () => {
    const set = series(time('2026-03-02T09:00', NEW_YORK), { rules: ['FREQ=YEARLY'], durationDays: 40 });
    expect(instancesBetween(set, Date.UTC(2040, 3, 10), Date.UTC(2040, 3, 11)).instances).toHaveLength(1);
    expect(instancesBetween(set, Date.UTC(2040, 3, 12), Date.UTC(2040, 3, 13)).instances).toHaveLength(0);
  });
});

describe('a hostile rule', () => {
  it('gives as many as were asked for, and says that there are more', () => {
    const set = series(time('1601-01-01T00:00Z'), { rules: ['FREQ=SECONDLY'] });
    const { instances, complete } = instancesBetween(set, 0, Date.UTC(9999, 0, 1), { limit: 7 });
    expect({ count: instances.length, complete }).toEqual({ count: 7, complete: false });
    expect(instances[6]?.startMs).toBe(6_000);
  });
  it('whose instances are all left out ends, and says so', () => {
    const set = series(time('2026-01-01T00:00Z'), { rules: ['FREQ=SECONDLY'], exRules: ['FREQ=SECONDLY'] });
    expect(firstInstances(set, 10)).toEqual({ instances: [], complete: false });
  });
  it('that names no day at all has its DTSTART alone', () => {
    for (const freq of ['YEARLY', 'MONTHLY', 'DAILY', 'HOURLY', 'SECONDLY']) {
      for (const count of ['', ';COUNT=1000000000000', ';INTERVAL=999999999999']) {
        const set = series(time('2026-01-01T00:00Z'), {
          rules: [`FREQ=${freq};BYMONTH=2;BYMONTHDAY=30${count}`],
        });
        expect(firstInstances(set, 10)).toMatchObject({ instances: { length: 1 }, complete: true });
      }
    }
  });
  it('a count that no calendar reaches is no end', () => {
    const set = series(time('2026-01-01T00:00Z'), {
      rules: ['FREQ=MONTHLY;BYDAY=5FR;COUNT=999999999999999'],
    });
    expect(
      instancesBetween(set, Date.UTC(9998, 0, 1), Date.UTC(9999, 0, 1)).instances.length,
    ).toBeGreaterThan(3);
  });
});
