import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isEmbedOrigin } from '../../../domain/booking/embed-origin.ts';
import type { EventTypeSettings, Question } from '../../../domain/booking/event-type.ts';
import { DEFAULT_SETTINGS, settingsProblem } from '../../../domain/booking/event-type-rules.ts';
import { withKeys } from '../../../domain/booking/question-keys.ts';
import { isSlug, slugOf } from '../../../domain/booking/slug.ts';

describe('a slug made of a name', () => {
  it.each([
    ['Olga Weber', 'olga-weber'],
    ['  Łucja Müller-Weiß ', 'lucja-muller-weiss'],
    ['Ægir Ødegård', 'aegir-odegard'],
    ['Ada (2nd)', 'ada-2nd'],
    ['ﬁona', 'fiona'],
    ['李小龍', null],
    ['', null],
    ['—', null],
  ])('of %s is %s', (name, slug) => {
    expect(slugOf(name)).toBe(slug);
  });

  it('is one, whatever the name, and has room for what tells two apart', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 300 }),
        fc.string({ maxLength: 300 }),
        (one, two) => {
          const slug = slugOf(one + two);
          return slug === null || (isSlug(slug) && isSlug(`${slug}-abcde`));
        },
      ),
    );
  });
});

describe('a site that may show a page in a frame', () => {
  it.each([
    'https://example.com',
    'https://a-b.example.com:8443',
    'http://localhost:3000',
    'http://127.0.0.1',
  ])('is %s', (origin) => {
    expect(isEmbedOrigin(origin)).toBe(true);
  });
  it.each([
    'http://example.com',
    'https://example.com/',
    'https://Example.com',
    'https://user@example.com',
    'https://example.com:443',
    'https://*.example.com',
    'https://exa mple.com',
    "https://example.com'",
    'ftp://example.com',
    'http://localhost.example.com',
    'example.com',
    'null',
    '',
  ])('is not %s', (origin) => {
    expect(isEmbedOrigin(origin)).toBe(false);
  });

  it('never breaks out of the header that names it', () => {
    fc.assert(
      fc.property(fc.webUrl(), fc.string(), (url, rest) =>
        [url, url + rest, `https://${rest}`, rest].every(
          (text) => !isEmbedOrigin(text) || /^[a-z0-9:/.[\]-]+$/.test(text),
        ),
      ),
    );
  });
});

const settings = (changes: Partial<EventTypeSettings> = {}): EventTypeSettings => ({
  ...DEFAULT_SETTINGS,
  slug: 'a',
  title: 'A',
  lengthsMinutes: [30],
  hosts: [{ principalId: 'olga', priority: 0, weight: 1 }],
  ...changes,
});
const hosts = (count: number) =>
  Array.from({ length: count }, (_, at) => ({ principalId: `host-${at}`, priority: 0, weight: 1 }));

describe('the fields of an event type', () => {
  it.each<[Partial<EventTypeSettings>, string | null]>([
    [{}, null],
    [{ window: { kind: 'dates', firstDay: 5, lastDay: 5 } }, null],
    [{ window: { kind: 'dates', firstDay: 6, lastDay: 5 } }, 'window.lastDay'],
    [{ hosts: hosts(3), together: { kind: 'some', count: 3 } }, null],
    [{ hosts: hosts(3), together: { kind: 'some', count: 4 } }, 'together.count'],
    [{ hosts: hosts(50), together: { kind: 'all' }, seats: 50 }, null],
    [{ hosts: hosts(50), together: { kind: 'all' }, seats: 51 }, 'seats'],
    [{ hosts: hosts(50), seats: 99 }, null],
    [{ seats: 2 }, null],
    [{ online: false }, 'location'],
    [{ online: false, location: ' ' }, 'location'],
    [{ online: false, location: 'Room 4' }, null],
    [{ requiresApproval: true }, null],
    [{ seats: 2, requiresApproval: true }, 'requiresApproval'],
  ])('%j: what is wrong is %s', (changes, field) => {
    expect(settingsProblem(settings(changes))?.field ?? null).toBe(field);
  });
});

describe('the keys of questions', () => {
  const question = (key: string): Question => ({ key, kind: 'text', label: key, required: false });

  it('stay with those that come back, are new for the others, and are never two questions’', () => {
    const keys = fc.uniqueArray(fc.stringMatching(/^[a-z]{1,3}$/), { maxLength: 6 });
    const asked = fc.array(fc.option(fc.stringMatching(/^[a-z]{1,3}$/), { nil: undefined }), {
      maxLength: 6,
    });
    fc.assert(
      fc.property(keys, asked, (before, wanted) => {
        let made = 0;
        const sent = wanted.map((key) => ({ ...question('x'), key }));
        const result = withKeys(sent, before.map(question), () => `NEW-${++made}`);
        const named = wanted.filter((key) => key !== undefined);
        const isFine = new Set(named).size === named.length && named.every((key) => before.includes(key));
        if (!Array.isArray(result)) return !isFine;
        expect(isFine).toBe(true);
        expect(result.map(({ key }) => key).filter((key) => !key.startsWith('NEW'))).toEqual(named);
        return new Set(result.map(({ key }) => key)).size === result.length;
      }),
    );
  });
});
