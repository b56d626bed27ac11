import { describe, expect, it } from 'vitest';
import { loadTexts } from '../../adapters/texts/load.ts';
import { fieldsOf, inZone, readFields } from '../../api/pages/reschedule/fields.ts';
import { formatLength, formatRange } from '../../api/pages/time/format.ts';
import { happensTwice, localOf, resolveLocal } from '../../api/pages/time/local.ts';
import { readerZone } from '../../api/pages/time/zone.ts';

const english = loadTexts().wordingFor('en');

const at = (date: string, time: string, zone: string) => resolveLocal({ date, time }, zone);

describe('a local time', () => {
  it('is an instant of its zone', () => {
    expect(at('2026-11-26', '15:00', 'Europe/Berlin')).toEqual({
      kind: 'instant',
      ms: Date.UTC(2026, 10, 26, 14),
    });
  });

  it.each([
    ['Europe/Berlin', '2027-03-28', '02:30', '03:00'],
    ['America/New_York', '2027-03-14', '02:01', '03:00'],
    ['Australia/Lord_Howe', '2026-10-04', '02:15', '02:30'],
    ['Africa/Cairo', '2026-04-24', '00:20', '01:00'],
  ])('that the clocks of %s skip gets the nearest that exists', (zone, date, time, suggestion) => {
    expect(at(date, time, zone)).toEqual({ kind: 'gap', suggestion: { date, time: suggestion } });
  });

  it('that a whole skipped day held leads to the next day', () => {
    expect(at('2011-12-30', '12:00', 'Pacific/Apia')).toEqual({
      kind: 'gap',
      suggestion: { date: '2011-12-31', time: '00:00' },
    });
  });

  it('that comes twice is the first one', () => {
    const first = Date.UTC(2026, 9, 25, 0, 30);
    expect(at('2026-10-25', '02:30', 'Europe/Berlin')).toEqual({ kind: 'instant', ms: first });
    expect(happensTwice(first, 'Europe/Berlin')).toBe('first');
    expect(happensTwice(first + 3_600_000, 'Europe/Berlin')).toBe('second');
    expect(happensTwice(first, 'UTC')).toBeNull();
  });

  it.each([
    ['2026-02-30', '10:00'],
    ['2026-13-01', '10:00'],
    ['2026-01-01', '24:00'],
    ['', '10:00'],
    ['2026-01-01', ''],
    ['0001-01-01', '10:00'],
  ])('of nonsense is none: %s %s', (date, time) => {
    expect(at(date, time, 'UTC')).toEqual({ kind: 'invalid' });
  });
});

describe('a zone', () => {
  it('is the chosen one, else the invitation’s, else UTC until the browser tells', () => {
    expect(readerZone('Asia/Tokyo', 'Europe/Berlin')).toEqual({ name: 'Asia/Tokyo', source: 'chosen' });
    expect(readerZone('Mars/Olympus', 'Europe/Berlin')).toEqual({
      name: 'Europe/Berlin',
      source: 'invitation',
    });
    expect(readerZone('Asia/Calcutta', null)).toEqual({ name: 'Asia/Kolkata', source: 'chosen' });
    expect(readerZone('', null)).toEqual({ name: 'UTC', source: 'unknown' });
  });
});

describe('a range', () => {
  it('says the day on which it ends when that is another one', () => {
    const range = { startMs: Date.UTC(2026, 10, 26, 22), endMs: Date.UTC(2026, 10, 27, 0, 30) };
    expect(formatRange(range, 'UTC', english)).toEqual({
      day: 'Thursday, 26 November 2026',
      clock: '22:00 – 00:30, Fri 27 Nov',
    });
    expect(formatLength(range, english)).toBe('2 h 30 min');
  });
});

describe('the fields of the form', () => {
  const meeting = { startMs: Date.UTC(2026, 10, 26, 14), endMs: Date.UTC(2026, 10, 26, 15) };
  const fields = fieldsOf(meeting, 'Europe/Berlin');

  it('keep the length of the meeting over a change of the clocks', () => {
    const night = { ...fields, date: '2026-10-25', time: '02:30' };
    const { values: time } = readFields(night, 'Europe/Berlin', 0, english);
    expect(time).toEqual({ startMs: Date.UTC(2026, 9, 25, 0, 30), endMs: Date.UTC(2026, 9, 25, 1, 30) });
  });

  it('show an untouched time in the new zone, and leave a typed one as typed', () => {
    expect(inZone(fields, 'Europe/Berlin', 'America/New_York', meeting)).toMatchObject({ time: '09:00' });
    const typed = { ...fields, time: '18:00' };
    expect(inZone(typed, 'Europe/Berlin', 'America/New_York', meeting)).toEqual(typed);
    expect(localOf(meeting.startMs, 'America/New_York').time).toBe('09:00');
  });
});
