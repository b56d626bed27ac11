import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { busyBetween, busyOfForms } from '../../../domain/freebusy/busy-between.ts';
import { busyOf } from '../../../domain/freebusy/busy-of.ts';
import { mergeBusy, type BusyPeriod } from '../../../domain/freebusy/busy-period.ts';
import { busyKindFor } from '../../../domain/freebusy/own-part.ts';
import { seriesForm, seriesSet, type SeriesForm } from '../../../domain/freebusy/series-form.ts';
import { vfreebusy } from '../../../domain/freebusy/vfreebusy.ts';
import type { CalendarObject } from '../../../domain/ical/calendar-object.ts';
import { instancesBetween } from '../../../domain/recurrence/instances.ts';
import type { TimeRange } from '../../../domain/time/instant.ts';
import { openZone, type Clock } from '../../../domain/time/zone.ts';
import { rounds } from '../../support/rounds.ts';
import { randomObject, randomWindow } from './random-object.ts';
import { objectOf, vevent } from './support.ts';

const FLOATING = openZone('Europe/London')!;
const NOBODY = new Set<string>();
const stored = <Value>(value: Value): Value => JSON.parse(JSON.stringify(value)) as Value;

/** Every instance of the object in turn, each by what its component says. */
function slowly(object: CalendarObject, range: TimeRange, floating: Clock): BusyPeriod[] {
  const { master, overrides, set } = object.seriesIn(floating);
  if (master?.status === 'CANCELLED') return [];
  const ends = overrides.filter(({ thisAndFuture, status }) => thisAndFuture && status === 'CANCELLED');
  if (ends.length > 0) return [];
  const wide = instancesBetween(set, range.startMs - 4e8, range.endMs + 4e8, { limit: 100_000 });
  return wide.instances.flatMap(({ startMs, endMs, override }) => {
    const kind = busyKindFor((override ?? master)!.component, NOBODY);
    return kind === null ? [] : { startMs, endMs, kind };
  });
}

const isEndedByOverride = (object: CalendarObject) =>
  object
    .seriesIn(FLOATING)
    .overrides.some(({ thisAndFuture, status }) => thisAndFuture && status === 'CANCELLED');

describe('the stored form of an object tells the same time as the object', () => {
  it('whether as periods or as a series, within its span and without a word of the event', () => {
    fc.assert(
      fc.property(randomObject, randomWindow, (components, range) => {
        const object = objectOf(...components);
        fc.pre(!isEndedByOverride(object));
        const { periods, series, span } = stored(busyOf(object, { addresses: [], calendarZone: FLOATING }));
        const found = [...periods, ...busyOfForms(series ? [series] : [], FLOATING, range)];
        const expected = mergeBusy(slowly(object, range, FLOATING), range);
        expect(mergeBusy(found, range)).toEqual(expected);
        for (const { startMs, endMs } of expected) {
          expect(endMs).toBeGreaterThan(span!.startMs);
          expect(startMs).toBeLessThan(span!.endMs ?? Infinity);
        }
        expect(JSON.stringify([periods, series])).not.toContain('SECRET');
        const text = vfreebusy({ uid: 'a', dtstampMs: 0, range, periods: found });
        expect(text.replace(/\r\n /g, '')).not.toContain('SECRET');
      }),
      { numRuns: rounds(2_000) },
    );
  });

  it('also where the object is short enough for periods', () => {
    fc.assert(
      fc.property(randomObject, randomWindow, (components, range) => {
        const object = objectOf(...components);
        fc.pre(!isEndedByOverride(object));
        const series = object.seriesIn(FLOATING);
        const form = stored(seriesForm(series, ({ component }) => busyKindFor(component, NOBODY)));
        const cancelled = series.master?.status === 'CANCELLED';
        const found = cancelled ? [] : busyBetween([seriesSet(form, FLOATING)], range);
        expect(mergeBusy(found, range)).toEqual(mergeBusy(slowly(object, range, FLOATING), range));
      }),
      { numRuns: rounds(2_000) },
    );
  });
});

const formOf = (...components: string[]): SeriesForm =>
  stored(busyOf(objectOf(...components), { addresses: [], calendarZone: FLOATING }).series!);
const RANGE = { startMs: Date.UTC(2026, 2, 25), endMs: Date.UTC(2026, 3, 2) };

it('an instance that is cancelled with all that follow ends the series', () => {
  const form = formOf(
    vevent('DTSTART:20260302T090000Z', 'DURATION:PT1H', 'RRULE:FREQ=DAILY'),
    vevent(
      'RECURRENCE-ID;RANGE=THISANDFUTURE:20260327T090000Z',
      'DTSTART:20260327T090000Z',
      'STATUS:CANCELLED',
    ),
  );
  expect(busyOfForms([form], FLOATING, RANGE).map(({ startMs }) => startMs)).toEqual([
    Date.UTC(2026, 2, 25, 9),
    Date.UTC(2026, 2, 26, 9),
  ]);
});

it('a zone that is known by its name is kept by it, and one that says something else with what it says', () => {
  const zone = (tzid: string, offset: string) =>
    [
      ...['BEGIN:VTIMEZONE', `TZID:${tzid}`, 'BEGIN:STANDARD', 'DTSTART:19701025T030000'],
      ...['RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU', 'TZOFFSETFROM:+0200', `TZOFFSETTO:${offset}`],
      ...[
        'END:STANDARD',
        'BEGIN:DAYLIGHT',
        'DTSTART:19700329T020000',
        'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU',
      ],
      ...[`TZOFFSETFROM:${offset}`, 'TZOFFSETTO:+0200', 'END:DAYLIGHT', 'END:VTIMEZONE'],
    ].join('\r\n');
  const event = (tzid: string) =>
    vevent(`DTSTART;TZID=${tzid}:20260302T090000`, 'DURATION:PT1H', 'RRULE:FREQ=DAILY');
  expect(formOf(event('Europe/Berlin')).zones).toEqual(['Europe/Berlin']);
  expect(formOf(zone('Europe/Berlin', '+0100'), event('Europe/Berlin')).zones).toEqual(['Europe/Berlin']);
  expect(formOf(zone('/x/y/Europe/Berlin', '+0100'), event('/x/y/Europe/Berlin')).zones).toEqual([
    'Europe/Berlin',
  ]);
  expect(formOf(zone('Europe/Berlin', '+0130'), event('Europe/Berlin')).zones).toMatchObject([
    { tzid: 'Europe/Berlin' },
  ]);
  expect(formOf(zone('Office', '+0100'), event('Office')).zones).toMatchObject([{ tzid: 'Office' }]);
  expect(formOf(vevent('DTSTART:20260302T090000Z', 'DURATION:PT1H', 'RRULE:FREQ=DAILY')).zones).toEqual([]);
});

it('hostile series cost a bounded amount, and what is not known to be free counts as taken', () => {
  const form = formOf(
    vevent('DTSTART:20200302T090000Z', 'DURATION:PT1S', 'RRULE:FREQ=SECONDLY', 'EXRULE:FREQ=SECONDLY'),
  );
  const periods = busyOfForms(Array<SeriesForm>(500).fill(form), FLOATING, RANGE);
  expect(periods.length).toBeGreaterThan(0);
  expect(mergeBusy(periods, RANGE)).toEqual([{ ...RANGE, kind: 'busy' }]);
});

it('what is left out of a series takes no time, and what is added does', () => {
  const form = formOf(
    vevent(
      ...['DTSTART:20260302T090000Z', 'DURATION:PT1H', 'RRULE:FREQ=WEEKLY'],
      ...['EXDATE:20260330T090000Z', 'RDATE:20260326T090000Z,20260401T090000Z'],
    ),
  );
  expect(busyOfForms([form], FLOATING, RANGE).map(({ startMs }) => startMs)).toEqual([
    Date.UTC(2026, 2, 26, 9),
    Date.UTC(2026, 3, 1, 9),
  ]);
});
