import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { checkTexts } from '../../../adapters/texts/check.ts';
import { readTextFiles } from '../../../adapters/texts/files.ts';
import { compileMessage } from '../../../adapters/texts/message.ts';

const { files, languages, problems } = readTextFiles(
  fileURLToPath(new URL('../../../texts/', import.meta.url)),
);
const english = languages.get('en') ?? new Map<string, string>();
const others = [...languages].filter(([language]) => language !== 'en');

/** Every way in which a message may be filled, each choice with each. */
function fillings(source: string, language: string): Record<string, string | number>[] {
  const { inserts, choices } = compileMessage(source, language);
  const inserted = Object.fromEntries([...inserts].map((name) => [name, `«${name}»`]));
  return [...choices].reduce<Record<string, string | number>[]>(
    (all, [name, known]) =>
      all.flatMap((one) =>
        (known.size === 0 ? [0, 1, 2, 5] : [...known]).map((choice) => ({ ...one, [name]: choice })),
      ),
    [/, number}/.test(source) ? Object.fromEntries([...inserts].map((name) => [name, 2001])) : inserted],
  );
}

describe('the text files', () => {
  it('are there in six languages and can be read', () => {
    expect(problems).toEqual([]);
    expect([...languages.keys()]).toEqual(['de', 'en', 'es', 'fr', 'ja', 'pt']);
  });

  it.each(others)('in %s are in the same files as the English ones', (language) => {
    const placesIn = (of: string) =>
      files
        .filter((file) => file.language === of)
        .flatMap(({ name, texts }) =>
          [...texts.keys()].map((key) => `${name.replace(`${of}/`, '')}: ${key}`),
        );
    expect(placesIn(language).sort()).toEqual(placesIn('en').sort());
  });

  it.each(others)('in %s have the keys and the placeholders of the English ones', (language, texts) => {
    expect([...texts.keys()].sort()).toEqual([...english.keys()].sort());
    expect(checkTexts(`${language}.json`, language, texts, english)).toEqual([]);
    for (const [key, source] of texts) {
      const [theirs, ours] = [compileMessage(source, language), compileMessage(english.get(key) ?? '', 'en')];
      expect([...theirs.inserts].sort(), key).toEqual([...ours.inserts].sort());
      expect([...theirs.choices.keys()].sort(), key).toEqual([...ours.choices.keys()].sort());
    }
  });

  it.each([...languages])('in %s say something, whatever they are filled with', (language, texts) => {
    for (const [key, source] of texts) {
      for (const values of fillings(source, language)) {
        const said = compileMessage(source, language).format(values);
        expect(said, key).not.toMatch(/[{}]|undefined/);
        if (Object.values(values).some((value) => value !== 0)) expect(said.trim(), key).not.toBe('');
      }
    }
  });

  it.each(others)('in %s are translated', (_language, texts) => {
    const same = [...texts].filter(([key, source]) => english.get(key) === source && source.length > 24);
    expect(same.map(([key]) => key).filter((key) => !key.startsWith('time.'))).toEqual([]);
  });

  it('keep the subjects that calendars and people know', () => {
    expect(english.get('mail.kind.invitation.subject')).toBe('{product} — Invitation');
    expect(english.get('mail.kind.update.subject')).toBe('{product} — Updated Time');
    expect(english.get('mail.kind.cancellation.subject')).toBe('{product} — Cancelled');
    expect(english.get('mail.kind.approval-request.subject')).toBe('Approve new time for {product}?');
  });
});
