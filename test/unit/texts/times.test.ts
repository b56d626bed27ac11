import { describe, expect, it } from 'vitest';
import { formatLength, formatRange } from '../../../api/pages/time/format.ts';
import { inZones, momentLine } from '../../../adapters/mail/times.ts';
import { loadTexts } from '../../../adapters/texts/load.ts';

const texts = loadTexts();
const startMs = Date.UTC(2026, 2, 5, 8, 5);
const time = { startMs, endMs: startMs + 45 * 60_000 };
const overMidnight = { startMs: Date.UTC(2026, 2, 5, 22, 30), endMs: Date.UTC(2026, 2, 6, 0, 30) };

describe('a time in a mail', () => {
  it.each([
    ['en', 'Thursday, 5 March 2026, 09:05 – 09:50 (Berlin, UTC+1)'],
    ['en-US', 'Thursday, March 5, 2026, 9:05 AM – 9:50 AM (Berlin, UTC+1)'],
    ['de', 'Donnerstag, 5. März 2026, 09:05 – 09:50 (Berlin, UTC+1)'],
    ['fr', 'jeudi 5 mars 2026, 09:05 – 09:50 (Berlin, UTC+1)'],
    ['es', 'jueves, 5 de marzo de 2026, 9:05 – 9:50 (Berlin, UTC+1)'],
    ['pt-BR', 'quinta-feira, 5 de março de 2026, 09:05 – 09:50 (Berlin, UTC+1)'],
    ['ja', '2026年3月5日木曜日 9:05～9:50（Berlin, UTC+1）'],
  ])('is written in %s as "%s"', (language, line) => {
    const [own, utc, ...rest] = inZones(time, ['Europe/Berlin'], texts.wordingFor(language));
    expect(own?.line).toBe(line);
    expect(utc?.zone).toBe('UTC');
    expect(rest).toEqual([]);
  });

  it('in a zone whose clock shows UTC is not said twice', () => {
    const zonesOf = (month: number, zones: string[]) => {
      const winterOrSummer = Date.UTC(2026, month, 5, 8);
      return inZones(
        { startMs: winterOrSummer, endMs: winterOrSummer + 3_600_000 },
        zones,
        texts.wordingFor('en'),
      ).map(({ zone }) => zone);
    };
    expect(zonesOf(0, ['Europe/London'])).toEqual(['London, UTC']);
    expect(zonesOf(6, ['Europe/London'])).toEqual(['London, UTC+1', 'UTC']);
    expect(zonesOf(0, ['Europe/Berlin', 'Europe/London'])).toEqual(['Berlin, UTC+1', 'London, UTC']);
    expect(zonesOf(0, ['UTC'])).toEqual(['UTC']);
  });

  it.each([
    ['de', 'Donnerstag, 5. März 2026, 23:30 – 01:30, Fr., 6. März (Berlin, UTC+1)'],
    ['ja', '2026年3月5日木曜日 23:30～3月6日(金) 1:30（Berlin, UTC+1）'],
  ])('over midnight tells both days in %s', (language, line) => {
    expect(inZones(overMidnight, ['Europe/Berlin'], texts.wordingFor(language))[0]?.line).toBe(line);
  });

  it('of a person without a zone is in UTC', () => {
    expect(momentLine(startMs, null, texts.wordingFor('fr'))).toBe('jeudi 5 mars 2026, 08:05 (UTC)');
    expect(momentLine(startMs, 'Nowhere/Here', texts.wordingFor('ja'))).toBe(
      '2026年3月5日木曜日 8:05（UTC）',
    );
  });
});

describe('a time on a page', () => {
  it.each([
    ['en-US', 'Thursday, March 5, 2026', '10:30 PM – 12:30 AM, Fri, Mar 6'],
    ['de', 'Donnerstag, 5. März 2026', '22:30 – 00:30, Fr., 6. März'],
    ['ja', '2026年3月5日木曜日', '22:30～3月6日(金) 0:30'],
  ])('is written in %s as "%s" and "%s"', (language, day, clock) => {
    expect(formatRange(overMidnight, 'UTC', texts.wordingFor(language))).toEqual({ day, clock });
  });

  it.each([
    ['en', '1 h 30 min'],
    ['de', '1 Std. 30 Min.'],
    ['fr', '1 h 30 min'],
    ['es', '1 h 30 min'],
    ['pt', '1 h 30 min'],
    ['ja', '1時間30分'],
  ])('lasts in %s "%s"', (language, length) => {
    const wording = texts.wordingFor(language);
    expect(formatLength({ startMs: 0, endMs: 90 * 60_000 }, wording)).toBe(length);
    expect(formatLength({ startMs: 0, endMs: 86_400_000 }, wording)).toMatch(/^1 ?\S+$/);
  });
});
