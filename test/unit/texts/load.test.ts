import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { loadTexts } from '../../../adapters/texts/load.ts';
import { ConfigError } from '../../../config/index.ts';

const directory = mkdtempSync(join(tmpdir(), 'parley-texts-'));
afterAll(() => rmSync(directory, { recursive: true }));

let count = 0;
function directoryWith(files: Record<string, unknown>): string {
  const path = join(directory, `${count++}`);
  mkdirSync(path);
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(path, name)), { recursive: true });
    writeFileSync(join(path, name), typeof content === 'string' ? content : JSON.stringify(content));
  }
  return path;
}

function problemsOf(files: Record<string, unknown>, defaultLanguage = 'en'): readonly string[] {
  try {
    loadTexts({ directory: directoryWith(files), defaultLanguage });
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
  return [];
}

const withTexts = (files: Record<string, unknown>, defaultLanguage = 'en') =>
  loadTexts({ directory: directoryWith(files), defaultLanguage });

describe('a directory of texts', () => {
  it('replaces texts key by key, and leaves the others', () => {
    const texts = withTexts({ 'de.json': { mail: { action: { decline: 'Passt nicht' } } } });
    const german = texts.wordingFor('de');
    expect(german.t('mail.action.decline')).toBe('Passt nicht');
    expect(german.t('mail.action.propose')).toBe('Neue Zeit anfragen');
    expect(loadTexts().wordingFor('de').t('mail.action.decline')).toBe('Ablehnen');
  });

  it('may have a folder for a language, as Parley itself; what stands twice is refused with its file', () => {
    const files = {
      'de/answers.json': { mail: { action: { decline: 'Passt nicht' } } },
      'de/more.json': { mail: { action: { propose: 'Anders' } } },
      'README.md': 'not a text',
      '..data/de.json': { mail: { action: { decline: 'as a volume keeps it' } } },
    };
    const german = withTexts(files).wordingFor('de');
    expect(german.t('mail.action.decline')).toBe('Passt nicht');
    expect(german.t('mail.action.propose')).toBe('Anders');
    const twice = { 'de.json': { mail: { action: { decline: 'Nein', nothing: '' } } } };
    expect(problemsOf({ ...files, ...twice, 'letters!/a.json': {} })).toEqual([
      expect.stringMatching(/^TEXTS_DIR: letters!\/a\.json: is not named after a language/),
      expect.stringMatching(/^TEXTS_DIR: .*\.json: mail\.action\.decline stands in another file of de, too$/),
      'TEXTS_DIR: de.json: mail.action.nothing is not a text of Parley',
    ]);
  });

  it('adds a language; English stands in for the texts that it lacks', () => {
    const texts = withTexts({ 'it.json': { mail: { action: { decline: 'Rifiuta' } } } }, 'it');
    expect(texts.languages).toContain('it');
    expect(texts.wordingFor('it-CH')).toMatchObject({ language: 'it', locale: 'it-CH' });
    const italian = texts.wordingFor(null);
    expect(italian.t('mail.action.decline')).toBe('Rifiuta');
    expect(italian.t('mail.action.propose')).toBe('Request new time');
    expect(texts.missing('it')).toBeGreaterThan(100);
    expect(texts.missing('de')).toBe(0);
  });

  it('may tell a region apart; the rest is as in its language', () => {
    const swiss = withTexts({ 'de-CH.json': { page: { join: { button: 'Beitreten' } } } }).wordingFor(
      'de-CH',
    );
    expect(swiss.language).toBe('de-CH');
    expect(swiss.t('page.join.button')).toBe('Beitreten');
    expect(swiss.t('mail.action.decline')).toBe('Ablehnen');
  });

  it('is refused with everything that is wrong with it at once', () => {
    const problems = problemsOf(
      {
        'de.json': {
          mail: {
            actions: { decline: 'Nein' },
            private: 7,
            kind: {
              invitation: { subject: 'Einladung' },
              update: { heading: 'Neue {Zeit' },
              cancellation: {
                heading: 'Hallo {name}',
                preheader: '{named, select, ja {Mit {other}} other {Abgesagt}}',
              },
            },
          },
        },
        'fr.json': '{ "mail": ',
        'klingonisch!.json': {},
      },
      'tlh',
    );
    expect(problems).toHaveLength(9);
    for (const problem of [
      /^TEXTS_DIR: de\.json: mail\.actions\.decline is not a text of Parley$/,
      /^TEXTS_DIR: de\.json: mail\.private must be a text/,
      /^TEXTS_DIR: de\.json: mail\.kind\.invitation\.subject lacks the placeholder \{product\}$/,
      /^TEXTS_DIR: de\.json: mail\.kind\.cancellation\.heading has the unknown placeholder \{name\}$/,
      /^TEXTS_DIR: de\.json: mail\.kind\.update\.heading is not ICU MessageFormat/,
      /^TEXTS_DIR: de\.json: mail\.kind\.cancellation\.preheader chooses by \{named\} what never is: ja$/,
      /^TEXTS_DIR: fr\.json: is not JSON/,
      /^TEXTS_DIR: klingonisch!\.json: is not named after a language/,
      /^DEFAULT_LANGUAGE: must be one of de, en, es, fr, ja, pt$/,
    ])
      expect(problems).toContainEqual(expect.stringMatching(problem));
  });

  it('that is not there is a problem of its setting', () => {
    expect(() => loadTexts({ directory: join(directory, 'none'), defaultLanguage: 'en' })).toThrow(
      /TEXTS_DIR: .*none: cannot be read \(ENOENT\)/,
    );
  });
});

describe('the language of a person', () => {
  const texts = loadTexts({ defaultLanguage: 'fr' });

  it.each([
    [['de-AT'], 'de', 'de-AT'],
    [['pt-BR'], 'pt', 'pt-BR'],
    [['en'], 'en', 'en-GB'],
    [['en-US-u-ca-buddhist'], 'en', 'en-US'],
    [[null, 'xx-nonsense!', 'it', 'ja-JP', 'de'], 'ja', 'ja-JP'],
    [['it'], 'fr', 'fr'],
    [[], 'fr', 'fr'],
    [['*', ''], 'fr', 'fr'],
    [[`de-${'x'.repeat(5000)}`], 'fr', 'fr'],
  ])('of %j is %s, written as in %s', (wanted, language, locale) => {
    expect(texts.wordingFor(...wanted)).toMatchObject({ language, locale });
  });
});
