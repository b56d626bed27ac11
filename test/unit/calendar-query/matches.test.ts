import { describe, expect, it } from 'vitest';
import {
  isTooComplex,
  type CompFilter,
  type PropFilter,
  type TextMatch,
} from '../../../domain/calendar-query/filter.ts';
import { matches } from '../../../domain/calendar-query/matches.ts';
import { UTC_CLOCK } from '../../../domain/time/zone.ts';
import { objectOf } from '../freebusy/support.ts';
import { lines } from '../growth/pieces.ts';

const object = objectOf(
  lines(
    ...['BEGIN:VEVENT', 'UID:a', 'DTSTART;TZID=Europe/Berlin:20260302T130000', 'DURATION:PT2H'],
    ...['SUMMARY:Straße\\, Süd; I', 'CATEGORIES:Work,Travel', 'RRULE:FREQ=DAILY;BYDAY=MO,TU'],
    ...['CREATED:20260101T000000Z', 'ATTENDEE;PARTSTAT=ACCEPTED;CN="Anna":mailto:anna@example.org'],
    ...['ATTENDEE;PARTSTAT=NEEDS-ACTION:mailto:ben@example.org', 'X-A;X-B=c:d', 'END:VEVENT'],
  ),
);
const isFound = (...filters: CompFilter[]) => matches(object, filters, { floating: UTC_CLOCK });
const inEvent = (filter: Omit<CompFilter, 'name'>) =>
  isFound({ name: 'VCALENDAR', comps: [{ name: 'VEVENT', ...filter }] });
const has = (filter: PropFilter) => inEvent({ props: [filter] });
const text = (name: string, textMatch: TextMatch) => has({ name, textMatch });

describe('components', () => {
  it('are asked for by name', () => {
    expect(isFound()).toBe(true);
    expect(isFound({ name: 'VCALENDAR' })).toBe(true);
    expect(inEvent({})).toBe(true);
    expect(isFound({ name: 'VCALENDAR', comps: [{ name: 'VTODO' }] })).toBe(false);
    expect(isFound({ name: 'VCALENDAR', isNotDefined: true })).toBe(false);
  });

  it('may be asked not to be there', () => {
    expect(isFound({ name: 'VCALENDAR', comps: [{ name: 'VTODO', isNotDefined: true }] })).toBe(true);
    expect(inEvent({ isNotDefined: true })).toBe(false);
    expect(inEvent({ comps: [{ name: 'VALARM', isNotDefined: true }] })).toBe(true);
    expect(inEvent({ comps: [{ name: 'VALARM' }] })).toBe(false);
  });

  it('several filters all have to hold, also those that name no VCALENDAR', () => {
    expect(isFound({ name: 'VCALENDAR' }, { name: 'VEVENT' })).toBe(true);
    expect(isFound({ name: 'VCALENDAR' }, { name: 'VTODO' })).toBe(false);
  });
});

describe('properties', () => {
  it('are asked for by name, and may be asked not to be there', () => {
    expect(has({ name: 'X-a' })).toBe(true);
    expect(has({ name: 'LOCATION' })).toBe(false);
    expect(has({ name: 'LOCATION', isNotDefined: true })).toBe(true);
    expect(has({ name: 'SUMMARY', isNotDefined: true })).toBe(false);
  });

  it.each<[string, TextMatch, boolean]>([
    ['SUMMARY', { text: 'STRA' }, true],
    ['SUMMARY', { text: 'straße, süd; i' }, true],
    ['SUMMARY', { text: 'SÜD' }, false],
    ['SUMMARY', { text: 'SÜD', collation: 'i;unicode-casemap' }, true],
    ['SUMMARY', { text: 'su\u0308d', collation: 'i;unicode-casemap' }, true],
    ['SUMMARY', { text: 'STRA', collation: 'i;octet' }, false],
    ['SUMMARY', { text: 'Stra', collation: 'i;octet' }, true],
    ['SUMMARY', { text: 'north', negate: true }, true],
    ['SUMMARY', { text: 'stra', negate: true }, false],
    ['LOCATION', { text: 'north', negate: true }, false],
    ['SUMMARY', { text: 'str', matchType: 'starts-with' }, true],
    ['SUMMARY', { text: 'd; i', matchType: 'ends-with' }, true],
    ['SUMMARY', { text: 'str', matchType: 'equals' }, false],
    ['CATEGORIES', { text: 'travel', matchType: 'equals' }, true],
    ['CATEGORIES', { text: 'work,travel', matchType: 'equals' }, true],
    ['DTSTART', { text: '20260302T13' }, true],
    ['RRULE', { text: 'BYDAY=MO,TU' }, true],
    ['ATTENDEE', { text: 'mailto:BEN@' }, true],
  ])('%s is compared as a text: %j %j', (name, match, expected) => {
    expect(text(name, match)).toBe(expected);
  });

  it.each<[string, number, boolean]>([
    ['DTSTART', 12, true],
    ['DTSTART', 13, false],
    ['DTEND', 14, true],
    ['DTEND', 13, false],
    ['DUE', 14, false],
    ['SUMMARY', 12, false],
  ])('%s is in the hour from %i: %j', (name, hour, expected) => {
    const startMs = Date.UTC(2026, 2, 2, hour);
    expect(has({ name, timeRange: { startMs, endMs: startMs + 3_600_000 } })).toBe(expected);
  });

  it('parameters count of the same property', () => {
    const answered = (address: string, partstat: string) =>
      has({
        name: 'ATTENDEE',
        textMatch: { text: address },
        params: [{ name: 'PARTSTAT', textMatch: { text: partstat } }],
      });
    expect(answered('ben@example.org', 'needs-action')).toBe(true);
    expect(answered('anna@example.org', 'needs-action')).toBe(false);
    expect(has({ name: 'ATTENDEE', params: [{ name: 'CN' }] })).toBe(true);
    expect(has({ name: 'ATTENDEE', params: [{ name: 'CN', isNotDefined: true }] })).toBe(true);
    expect(has({ name: 'DTSTART', params: [{ name: 'TZID', isNotDefined: true }] })).toBe(false);
    expect(has({ name: 'X-A', params: [{ name: 'ROLE', textMatch: { text: 'a', negate: true } }] })).toBe(
      false,
    );
  });
});

describe('a filter is refused that', () => {
  const deep = (depth: number): CompFilter => ({ name: 'A', ...(depth > 1 && { comps: [deep(depth - 1)] }) });
  const wide = (props: number): CompFilter => ({ name: 'A', props: Array(props).fill({ name: 'B' }) });
  it.each<[string, CompFilter, CompFilter]>([
    ['is deep', deep(5), deep(6)],
    ['has many conditions', wide(99), wide(100)],
    [
      'has a long text',
      { name: 'A', props: [{ name: 'B', textMatch: { text: 'a'.repeat(1_000) } }] },
      { name: 'A', props: [{ name: 'B', params: [{ name: 'C', textMatch: { text: 'a'.repeat(1_001) } }] }] },
    ],
  ])('%s', (_what, taken, refused) => {
    expect(isTooComplex([taken])).toBe(false);
    expect(isTooComplex([refused])).toBe(true);
  });
});
