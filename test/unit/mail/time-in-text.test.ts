import { DateTime } from 'luxon';
import { describe, expect, it } from 'vitest';
import { growth } from '../../support/growth.ts';
import { timeInText } from '../../../adapters/mail/time-in-text.ts';

const at = (iso: string, zone: string) => DateTime.fromISO(iso, { zone }).toMillis();

const NOW = at('2030-05-14T10:00', 'UTC'); // a Tuesday
const MEETING = { startMs: at('2030-05-17T14:00', 'UTC'), endMs: at('2030-05-17T14:45', 'UTC') };

const found = (text: string, language: string | null = 'en', zone = 'Europe/Berlin') => {
  const time = timeInText(text, { meeting: MEETING, zone, language, nowMs: NOW });
  return time && DateTime.fromMillis(time.startMs, { zone }).toFormat("yyyy-MM-dd'T'HH:mm");
};

describe('the time in a person’s words', () => {
  it.each([
    ['en', 'Can we do 3pm?', '2030-05-17T15:00'],
    ['en', 'Could we meet tomorrow at 9:30 instead?', '2030-05-15T09:30'],
    ['en', 'How about Monday, 5pm?', '2030-05-20T17:00'],
    ['de', 'Geht es auch um 15 Uhr?', '2030-05-17T15:00'],
    ['de', 'Passt Ihnen morgen um 9:30 Uhr?', '2030-05-15T09:30'],
    ['fr', 'Pouvons-nous dire demain à 15h ?', '2030-05-15T15:00'],
    ['es', '¿Podemos quedar mañana a las 15:00?', '2030-05-15T15:00'],
    ['pt', 'Podemos marcar amanhã às 15:00?', '2030-05-15T15:00'],
    ['ja', '明日15時はいかがですか', '2030-05-15T15:00'],
  ])('%s: %s', (language, text, expected) => {
    expect(found(text, language)).toBe(expected);
  });

  it('is in the writer’s zone, and in the one that the words name', () => {
    expect(found('Can we do 3pm?', 'en', 'America/New_York')).toBe('2030-05-17T15:00');
    expect(found('Can we do 3pm UTC?', 'en', 'Europe/Berlin')).toBe('2030-05-17T17:00');
  });

  it('is found also when the language is not known', () => {
    expect(found('Geht es auch um 15 Uhr?', null)).toBe('2030-05-17T15:00');
  });

  it('keeps the meeting’s length', () => {
    const time = timeInText('3pm?', { meeting: MEETING, zone: 'UTC', language: 'en', nowMs: NOW });
    expect(time && time.endMs - time.startMs).toBe(45 * 60_000);
  });

  it.each(['Thanks, looking forward to it!', 'Yesterday at 3pm was fine.', 'See you on Friday.', ''])(
    'is none in: %s',
    (text) => {
      expect(found(text)).toBeNull();
    },
  );
});

it.each(['en', 'de', 'fr', 'es', 'pt', 'ja'])(
  'blanks, and what looks like a time without end, cost no more in %s',
  (language) => {
    const about = { meeting: { startMs: 1, endMs: 2 }, zone: 'UTC', language, nowMs: 0 };
    for (const shape of [' ', '\t', '\u00a0', '\n', '1 ', '1 hour ', '1月'])
      expect(
        growth((size) => timeInText(`1${shape.repeat(size)}1`, about), 200),
        JSON.stringify(shape),
      ).toBeLessThan(30);
  },
);

it('words are found however many blanks are between them', () => {
  const meeting = { startMs: Date.UTC(2026, 10, 20, 9), endMs: Date.UTC(2026, 10, 20, 10) };
  const about = { meeting, zone: 'UTC', language: 'en', nowMs: Date.UTC(2026, 10, 19) };
  const spaced = `${' '.repeat(900)}can   we\t\t do${' '.repeat(900)}3pm  ?`;
  expect(timeInText(spaced, about)).toEqual(timeInText('can we do 3pm?', about));
  expect(timeInText(spaced, about)).not.toBeNull();
});
