import { describe, expect, it } from 'vitest';
import { busyOfForms } from '../../../domain/freebusy/busy-between.ts';
import { busyOf } from '../../../domain/freebusy/busy-of.ts';
import { mergeBusy } from '../../../domain/freebusy/busy-period.ts';
import { openZone } from '../../../domain/time/zone.ts';
import { lines } from '../growth/pieces.ts';
import { minute, objectOf } from './support.ts';

const BERLIN = openZone('Europe/Berlin')!;
/** A Monday and a Tuesday. */
const RANGE = { startMs: Date.UTC(2026, 2, 2), endMs: Date.UTC(2026, 2, 4) };

const available = (...inside: string[]) => lines('BEGIN:AVAILABLE', ...inside, 'END:AVAILABLE');
const WEEKDAYS = available(
  ...['UID:b', 'DTSTART;TZID=Europe/Berlin:20260101T090000', 'DTEND;TZID=Europe/Berlin:20260101T170000'],
  'RRULE:FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR',
);

function told(...inside: string[]) {
  const object = objectOf(lines('BEGIN:VAVAILABILITY', 'UID:a', ...inside, 'END:VAVAILABILITY'));
  const { series, periods } = busyOf(object, { addresses: [], calendarZone: BERLIN });
  expect(periods).toEqual([]);
  const found = busyOfForms(
    [JSON.parse(JSON.stringify(series)) as NonNullable<typeof series>],
    BERLIN,
    RANGE,
  );
  return mergeBusy(found, RANGE).map(
    ({ kind, startMs, endMs }) => `${kind} ${minute(startMs)}/${minute(endMs)}`,
  );
}

describe('of a VAVAILABILITY (RFC 7953), time is taken', () => {
  it('outside of what is AVAILABLE', () => {
    expect(told(WEEKDAYS)).toEqual([
      'unavailable 2026-03-02T00:00Z/2026-03-02T08:00Z',
      'unavailable 2026-03-02T16:00Z/2026-03-03T08:00Z',
      'unavailable 2026-03-03T16:00Z/2026-03-04T00:00Z',
    ]);
  });

  it('only while it counts, and as its BUSYTYPE says', () => {
    const bounds = [
      'DTSTART;TZID=Europe/Berlin:20260303T000000',
      'DURATION:PT12H',
      'BUSYTYPE:BUSY-TENTATIVE',
    ];
    expect(told(...bounds, WEEKDAYS)).toEqual(['tentative 2026-03-02T23:00Z/2026-03-03T08:00Z']);
  });

  it('with single days that differ, and hours of more than one kind', () => {
    const tuesday = available(
      ...['UID:b', 'RECURRENCE-ID;TZID=Europe/Berlin:20260303T090000', 'DURATION:PT1H'],
      'DTSTART;TZID=Europe/Berlin:20260303T130000',
    );
    const evening = available('DTSTART;TZID=Europe/Berlin:20260302T170000', 'DURATION:PT3H');
    expect(told(WEEKDAYS, tuesday, evening)).toEqual([
      'unavailable 2026-03-02T00:00Z/2026-03-02T08:00Z',
      'unavailable 2026-03-02T19:00Z/2026-03-03T12:00Z',
      'unavailable 2026-03-03T13:00Z/2026-03-04T00:00Z',
    ]);
  });

  it('always, where nothing is AVAILABLE', () => {
    expect(told()).toEqual(['unavailable 2026-03-02T00:00Z/2026-03-04T00:00Z']);
  });

  it('where it is not known for sure to be AVAILABLE', () => {
    const never = available(
      ...[
        'UID:b',
        'DTSTART:20200101T090000Z',
        'DURATION:PT1S',
        'RRULE:FREQ=SECONDLY',
        'EXRULE:FREQ=SECONDLY',
      ],
    );
    expect(told(never)).toEqual(['unavailable 2026-03-02T00:00Z/2026-03-04T00:00Z']);
  });
});
