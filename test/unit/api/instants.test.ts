import fc from 'fast-check';
import { DateTime } from 'luxon';
import { describe, expect, it } from 'vitest';
import { instant } from '../../../api/routes/fields.ts';
import { rounds } from '../../support/rounds.ts';

const read = (text: string): number | string => {
  const parsed = instant().safeParse(text);
  return parsed.success ? parsed.data : parsed.error.issues.map(({ message }) => message).join();
};

const NO_DATE = 'is not a date that exists';

describe('an instant that is asked for', () => {
  it.each([
    ['2030-05-17T14:00:00Z', Date.UTC(2030, 4, 17, 14)],
    ['2030-05-17T14:00z', Date.UTC(2030, 4, 17, 14)],
    ['2030-05-17t14:00:59,999999999+0530', Date.UTC(2030, 4, 17, 8, 30, 59)],
    ['2030-05-17T00:15:00-03:45', Date.UTC(2030, 4, 17, 4)],
    ['2028-02-29T24:00:00Z', Date.UTC(2028, 2, 1)],
    ['2030-02-29T12:00:00Z', NO_DATE],
    ['2030-04-31T12:00:00Z', NO_DATE],
    ['2030-13-01T12:00:00Z', NO_DATE],
    ['2030-00-10T12:00:00Z', NO_DATE],
    ['2030-05-17T24:00:01Z', NO_DATE],
    ['2030-05-17T12:60:00Z', NO_DATE],
    ['2030-05-17T12:00:60Z', NO_DATE],
    ['1970-01-01T00:00:00Z', NO_DATE],
  ])('%s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  it('is the same as a library reads, whatever its numbers', () => {
    const two = (most: number) => fc.nat(most).map((number) => String(number).padStart(2, '0'));
    const zone = fc.oneof(fc.constant('Z'), fc.tuple(fc.constantFrom('+', '-'), two(23), two(59)));
    const parts = fc.tuple(
      fc.integer({ min: 1972, max: 9998 }),
      two(13),
      two(32),
      two(25),
      two(61),
      two(61),
      zone,
    );
    fc.assert(
      fc.property(parts, ([year, month, date, hour, minute, second, inZone]) => {
        const offset = typeof inZone === 'string' ? inZone : `${inZone[0]}${inZone[1]}:${inZone[2]}`;
        const text = `${year}-${month}-${date}T${hour}:${minute}:${second}${offset}`;
        const time = DateTime.fromISO(text, { zone: 'utc' });
        expect(read(text)).toBe(time.isValid ? time.toMillis() : NO_DATE);
      }),
      { numRuns: rounds(5_000) },
    );
  });
});
