import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { openZone } from '../../../domain/time/zone.ts';
import { offsetWords, placeOf, todaysName, ZONES, zoneWords } from '../../../domain/time/zone-names.ts';

const SUMMER = Date.UTC(2026, 6, 1);
const WINTER = Date.UTC(2026, 0, 1);

describe('the name of a zone', () => {
  it.each([
    ['Europe/Kiev', 'Europe/Kyiv'],
    ['Asia/Calcutta', 'Asia/Kolkata'],
    ['asia/calcutta', 'Asia/Kolkata'],
    ['Asia/Kolkata', 'Asia/Kolkata'],
    ['Asia/Saigon', 'Asia/Ho_Chi_Minh'],
    ['America/Buenos_Aires', 'America/Argentina/Buenos_Aires'],
    ['Europe/Isle_of_Man', 'Europe/Isle_of_Man'],
    ['Etc/UTC', 'UTC'],
    ['US/Eastern', 'America/New_York'],
    ['Mars/Olympus', 'Mars/Olympus'],
  ])('%s is today %s', (old, today) => {
    expect(todaysName(old)).toBe(today);
  });

  it('of today is as known to Intl as the old one, with the same clock', () => {
    for (const old of Intl.supportedValuesOf('timeZone')) {
      const today = openZone(todaysName(old));
      for (const at of [SUMMER, WINTER]) expect(today?.offsetAt(at), old).toBe(openZone(old)?.offsetAt(at));
    }
  });

  it('in the lists is the one that the tz database has for the place', () => {
    const table = readFileSync('/usr/share/zoneinfo/zone.tab', 'utf8');
    const places = new Set([...table.matchAll(/^[A-Z]{2}\t\S+\t(\S+)/gm)].map(([, name]) => name));
    expect(places.size).toBeGreaterThan(400);
    expect(ZONES.filter((zone) => zone !== 'UTC' && !places.has(zone))).toEqual([]);
  });

  it('stands in the list once, and none has an old one', () => {
    expect(new Set(ZONES).size).toBe(ZONES.length);
    expect(ZONES[0]).toBe('UTC');
    for (const old of ['Europe/Kiev', 'Asia/Calcutta', 'Asia/Saigon', 'Asia/Rangoon', 'Asia/Katmandu']) {
      expect(ZONES).not.toContain(old);
      expect(ZONES).toContain(todaysName(old));
    }
  });
});

describe('a zone in words', () => {
  it('is its place and its offset then, in one form everywhere', () => {
    expect(zoneWords({ startMs: SUMMER, endMs: SUMMER }, 'Europe/Berlin')).toBe('Berlin, UTC+2');
    expect(zoneWords({ startMs: SUMMER, endMs: SUMMER }, 'Europe/Kiev')).toBe('Kyiv, UTC+3');
    expect(zoneWords({ startMs: SUMMER, endMs: SUMMER }, 'Etc/UTC')).toBe('UTC');
    expect(offsetWords(SUMMER, 'America/St_Johns')).toBe('UTC−2:30');
    expect(offsetWords(SUMMER, 'Asia/Kathmandu')).toBe('UTC+5:45');
    expect(placeOf('Asia/Saigon')).toBe('Ho Chi Minh');
  });

  it('tells both offsets when the clocks change during the time', () => {
    const night = { startMs: Date.UTC(2026, 9, 25, 0), endMs: Date.UTC(2026, 9, 25, 2) };
    expect(zoneWords(night, 'Europe/Berlin')).toBe('Berlin, UTC+2 → UTC+1');
  });
});
