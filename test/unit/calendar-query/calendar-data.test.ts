import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calendarData } from '../../../domain/calendar-query/calendar-data.ts';
import type { CalendarDataRequest } from '../../../domain/calendar-query/data-request.ts';
import { readObject, type CalendarObject } from '../../../domain/ical/calendar-object.ts';
import { instancesBetween } from '../../../domain/recurrence/instances.ts';
import { openZone } from '../../../domain/time/zone.ts';
import { rounds } from '../../support/rounds.ts';
import { randomObject, randomWindow } from '../freebusy/random-object.ts';
import { objectOf, vevent } from '../freebusy/support.ts';
import { lines } from '../growth/pieces.ts';

const FLOATING = openZone('Europe/London')!;
const written = (
  object: CalendarObject,
  request: Partial<CalendarDataRequest>,
  limits?: { instances: number; characters: number },
) => calendarData(object, { comp: null, ...request }, { floating: FLOATING, ...(limits && { limits }) });
const linesOf = (object: CalendarObject, request: Partial<CalendarDataRequest>) =>
  written(object, request)!.trimEnd().split('\r\n');

const MARCH = { startMs: Date.UTC(2026, 2, 1), endMs: Date.UTC(2026, 3, 1) };
const alarm = lines('BEGIN:VALARM', 'TRIGGER:-PT5M', 'ACTION:DISPLAY', 'END:VALARM');

describe('a subset', () => {
  const object = objectOf(
    'VERSION:2.0',
    'PRODID:-//a//b',
    vevent(
      'DTSTART:20260302T090000Z',
      'SUMMARY:a\\, b',
      'RRULE:FREQ=DAILY;BYDAY=MO,TU',
      'DESCRIPTION:c',
      alarm,
    ),
  );

  it('has what is named of each component, in the order of the object', () => {
    const comp = {
      name: 'VCALENDAR',
      props: [{ name: 'VERSION' }],
      comps: [
        {
          name: 'VEVENT',
          props: [{ name: 'UID' }, { name: 'RRULE' }, { name: 'SUMMARY', noValue: true }],
          comps: [] as const,
        },
      ],
    };
    expect(linesOf(object, { comp })).toEqual([
      ...[
        'BEGIN:VCALENDAR',
        'VERSION:2.0',
        'BEGIN:VEVENT',
        'UID:a',
        'SUMMARY:',
        'RRULE:FREQ=DAILY;BYDAY=MO,TU',
      ],
      ...['END:VEVENT', 'END:VCALENDAR'],
    ]);
  });

  it('may be all properties, or all components', () => {
    const events = { name: 'VEVENT', props: 'all' as const, comps: [] };
    expect(linesOf(object, { comp: { name: 'VCALENDAR', props: [], comps: [events] } })).toEqual([
      ...['BEGIN:VCALENDAR', 'BEGIN:VEVENT', 'UID:a', 'DTSTART:20260302T090000Z', 'SUMMARY:a\\, b'],
      ...['RRULE:FREQ=DAILY;BYDAY=MO,TU', 'DESCRIPTION:c', 'END:VEVENT', 'END:VCALENDAR'],
    ]);
    const all = linesOf(object, { comp: { name: 'VCALENDAR', props: 'all', comps: 'all' } });
    expect(all).toEqual(linesOf(object, {}));
    expect(all).toContain('TRIGGER:-PT5M');
  });
});

describe('expanded', () => {
  it('each instance has its times in UTC and its RECURRENCE-ID, also the first, and there are no rules and zones', () => {
    const zone = lines(
      ...['BEGIN:VTIMEZONE', 'TZID:Europe/Berlin', 'BEGIN:STANDARD', 'DTSTART:19701025T030000'],
      ...['TZOFFSETFROM:+0100', 'TZOFFSETTO:+0100', 'END:STANDARD', 'END:VTIMEZONE'],
    );
    const object = objectOf(
      'VERSION:2.0',
      zone,
      vevent(
        ...['DTSTART;TZID=Europe/Berlin:20260302T090000', 'DTEND;TZID=Europe/Berlin:20260302T100000'],
        ...['RRULE:FREQ=DAILY;COUNT=4', 'EXDATE;TZID=Europe/Berlin:20260304T090000', 'SUMMARY:usual'],
      ),
      vevent(
        ...['RECURRENCE-ID;TZID=Europe/Berlin:20260303T090000', 'DTSTART;TZID=Europe/Berlin:20260303T150000'],
        ...['DURATION:PT30M', 'SUMMARY:moved'],
      ),
    );
    expect(
      linesOf(object, { expand: { startMs: Date.UTC(2026, 2, 1), endMs: Date.UTC(2026, 2, 5) } }),
    ).toEqual([
      ...['BEGIN:VCALENDAR', 'VERSION:2.0'],
      ...[
        'BEGIN:VEVENT',
        'DTSTART:20260302T080000Z',
        'DTEND:20260302T090000Z',
        'RECURRENCE-ID:20260302T080000Z',
      ],
      ...['UID:a', 'SUMMARY:usual', 'END:VEVENT'],
      ...['BEGIN:VEVENT', 'DTSTART:20260303T140000Z', 'DURATION:PT30M', 'RECURRENCE-ID:20260303T080000Z'],
      ...['UID:a', 'SUMMARY:moved', 'END:VEVENT', 'END:VCALENDAR'],
    ]);
  });

  it('days stay days, and floating times floating', () => {
    const days = objectOf(
      vevent('DTSTART;VALUE=DATE:20260302', 'DTEND;VALUE=DATE:20260304', 'RRULE:FREQ=WEEKLY;COUNT=1'),
    );
    expect(linesOf(days, { expand: MARCH })).toEqual(
      expect.arrayContaining(['DTSTART;VALUE=DATE:20260302', 'DTEND;VALUE=DATE:20260304', 'UID:a']),
    );
    const floating = objectOf(vevent('DTSTART:20260330T090000', 'DURATION:P1D', 'RRULE:FREQ=DAILY;COUNT=2'));
    expect(linesOf(floating, { expand: MARCH }).filter((line) => /^(DT|RECUR|DUR)/.test(line))).toEqual([
      ...['DTSTART:20260330T090000', 'DTEND:20260331T090000', 'RECURRENCE-ID:20260330T090000'],
      ...['DTSTART:20260331T090000', 'DTEND:20260401T090000', 'RECURRENCE-ID:20260331T090000'],
    ]);
  });

  it('a single event has no RECURRENCE-ID, and is left out where it is not', () => {
    const single = objectOf(vevent('DTSTART;TZID=Europe/Berlin:20260302T090000', 'X-A:b', alarm));
    const all = linesOf(single, { expand: MARCH });
    expect(all).toEqual(expect.arrayContaining(['DTSTART:20260302T080000Z', 'X-A:b', 'TRIGGER:-PT5M']));
    expect(all.some((line) => line.startsWith('RECURRENCE-ID'))).toBe(false);
    expect(linesOf(single, { expand: { startMs: 0, endMs: 1 } })).toEqual([
      'BEGIN:VCALENDAR',
      'END:VCALENDAR',
    ]);
  });

  it('only what is wanted is given', () => {
    const object = objectOf(
      vevent('DTSTART:20260302T090000Z', 'DURATION:PT1H', 'SUMMARY:a', 'RRULE:FREQ=DAILY;COUNT=1', alarm),
    );
    const comps = [{ name: 'VEVENT', props: [{ name: 'UID' }, { name: 'DTSTART' }], comps: [] }];
    const comp = { name: 'VCALENDAR', props: [], comps };
    expect(linesOf(object, { comp, expand: MARCH })).toEqual([
      ...[
        'BEGIN:VCALENDAR',
        'BEGIN:VEVENT',
        'DTSTART:20260302T090000Z',
        'RECURRENCE-ID:20260302T090000Z',
        'UID:a',
      ],
      ...['END:VEVENT', 'END:VCALENDAR'],
    ]);
    expect(linesOf(object, { comp: { ...comp, comps: [] }, expand: MARCH })).toHaveLength(2);
  });

  it('to-dos are expanded by when they are due', () => {
    const todo = objectOf(
      lines('BEGIN:VTODO', 'UID:a', 'DUE:20260302T090000Z', 'RRULE:FREQ=DAILY', 'END:VTODO'),
    );
    const range = { startMs: Date.UTC(2026, 2, 3, 9), endMs: Date.UTC(2026, 2, 5, 9) };
    expect(linesOf(todo, { expand: range }).filter((line) => line.startsWith('DUE'))).toEqual([
      ...['DUE:20260304T090000Z', 'DUE:20260305T090000Z'],
    ]);
  });

  it('more than the limits allow is not given', () => {
    const object = objectOf(
      vevent('DTSTART:20260302T090000Z', `DESCRIPTION:${'a'.repeat(1_000)}`, 'RRULE:FREQ=SECONDLY'),
    );
    expect(written(object, { expand: MARCH })).toBeNull();
    const hour = { startMs: Date.UTC(2026, 2, 2, 9), endMs: Date.UTC(2026, 2, 2, 9, 1) };
    expect(written(object, { expand: hour }, { instances: 60, characters: 100_000 })).not.toBeNull();
    expect(written(object, { expand: hour }, { instances: 59, characters: 100_000 })).toBeNull();
    expect(written(object, { expand: hour }, { instances: 60, characters: 50_000 })).toBeNull();
  });

  it('tells the same instances as the object, and nothing else', () => {
    fc.assert(
      fc.property(randomObject, randomWindow, (components, range) => {
        const object = objectOf(...components);
        const { set } = object.seriesIn(FLOATING);
        const expected = instancesBetween(set, range.startMs, range.endMs, { limit: 5_000 });
        const text = written(object, { expand: range });
        expect(text !== null).toBe(expected.complete);
        if (text === null) return;
        expect(text).not.toMatch(/^(?:RRULE|RDATE|EXDATE|BEGIN:VTIMEZONE)|TZID/m);
        expect(text.match(/^BEGIN:VEVENT/gm) ?? []).toHaveLength(expected.instances.length);
        if (expected.instances.length === 0) return;
        const read = readObject(text) as CalendarObject;
        const { set: writtenSet, master } = read.seriesIn(FLOATING);
        const again = instancesBetween(writtenSet, range.startMs, range.endMs, {
          limit: 5_000,
        });
        expect(again.instances.map(timesOf)).toEqual(
          expected.instances.map((each) =>
            timesOf(set.recurs ? each : { ...each, recurrenceId: each.startMs }),
          ),
        );
        expect(again.instances.map(({ override }) => (override ?? master)?.status)).toEqual(
          expected.instances.map(({ override }) => (override ?? object.seriesIn(FLOATING).master)?.status),
        );
      }),
      { numRuns: rounds(2_000) },
    );
  });
});

const timesOf = ({
  recurrenceId,
  startMs,
  endMs,
}: {
  recurrenceId: number;
  startMs: number;
  endMs: number;
}) => [recurrenceId, startMs, endMs];

it('limited to a range, a series has the overrides that lie there or would', () => {
  const override = (date: string, to: string) =>
    vevent(`RECURRENCE-ID:${date}T090000Z`, `DTSTART:${to}T090000Z`);
  const object = objectOf(
    vevent('DTSTART:20260302T090000Z', 'DURATION:PT1H', 'RRULE:FREQ=DAILY'),
    override('20260303', '20260501'),
    override('20260601', '20260310'),
    override('20260602', '20260603'),
  );
  expect(
    linesOf(object, { limitRecurrenceSet: MARCH }).filter((line) => /^(RECUR|RRULE)/.test(line)),
  ).toEqual([...['RRULE:FREQ=DAILY', 'RECURRENCE-ID:20260303T090000Z', 'RECURRENCE-ID:20260601T090000Z']]);
});

it('limited to a range, a VFREEBUSY has the periods that lie there', () => {
  const object = objectOf(
    lines(
      ...['BEGIN:VFREEBUSY', 'UID:a', 'FREEBUSY:20260302T090000Z/PT1H,20260502T090000Z/PT1H'],
      ...['FREEBUSY;FBTYPE=BUSY-TENTATIVE:20260502T090000Z/PT1H', 'END:VFREEBUSY'],
    ),
  );
  expect(linesOf(object, { limitFreebusySet: MARCH })).toEqual([
    ...['BEGIN:VCALENDAR', 'BEGIN:VFREEBUSY', 'UID:a', 'FREEBUSY:20260302T090000Z/PT1H'],
    ...['END:VFREEBUSY', 'END:VCALENDAR'],
  ]);
});
