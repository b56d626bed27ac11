import { LRUCache } from 'lru-cache';
import type { FlatTexts } from './files.ts';
import type { TextKey, TextValues } from './keys.ts';
import { localeOf, lookUpLanguage, parentsOf } from './language.ts';
import { compileMessage, type Message } from './message.ts';

/** The texts in one person's language. */
export interface Wording {
  /** Of the texts (BCP 47). */
  language: string;
  /** For times and numbers: the same language, with the person's region where they told one. */
  locale: string;
  /** A text with its placeholders filled; values that it has no place for are left out. */
  t: Translate;
}

export type Translate = (key: TextKey, values?: TextValues) => string;

export interface Texts {
  /** BCP 47, in the order of their files. */
  languages: readonly string[];
  /** The first of the wanted languages (BCP 47) that there are texts in; without any, the default. */
  wordingFor(...wanted: (string | null | undefined)[]): Wording;
  /** Whether there is such a text; some groups have one that others lack. */
  has(key: string): key is TextKey;
  /** How many texts a language lacks; English stands in for them. */
  missing(language: string): number;
}

/** Enough for everybody's language and region; what callers may ask for is without end. */
const WORDINGS_KEPT = 500;

/** @param files the checked texts by language; English has every key */
export function createTexts(files: ReadonlyMap<string, FlatTexts>, defaultLanguage: string): Texts {
  const languages = [...files.keys()];
  const english = files.get('en') ?? new Map<string, string>();
  const speakers = new Map(languages.map((language) => [language, speaker(files, language)]));
  const wordings = new LRUCache<string, Wording>({ max: WORDINGS_KEPT });

  function wordingIn(language: string, tag: string): Wording {
    const key = `${language} ${tag}`;
    const known = wordings.get(key);
    if (known) return known;
    const t = speakers.get(language);
    if (!t) throw new RangeError(`no texts in ${language}`);
    const made = { language, locale: localeOf(tag), t };
    wordings.set(key, made);
    return made;
  }

  return {
    languages,
    wordingFor(...wanted) {
      const found = lookUpLanguage(wanted, languages);
      return found ? wordingIn(found.language, found.tag) : wordingIn(defaultLanguage, defaultLanguage);
    },
    has: (key): key is TextKey => english.has(key),
    missing: (language) => [...english.keys()].filter((key) => !files.get(language)?.has(key)).length,
  };
}

/** Speaks one language; each text is compiled when it is first needed, and once. */
function speaker(files: ReadonlyMap<string, FlatTexts>, language: string): Translate {
  const compiled = new Map<TextKey, Message>();
  return (key, values = {}) => {
    let message = compiled.get(key);
    if (!message) {
      const source = [language, ...parentsOf(language), 'en'].find((one) => files.get(one)?.has(key)) ?? 'en';
      message = compileMessage(files.get(source)?.get(key) ?? '', source);
      compiled.set(key, message);
    }
    return message.format(values);
  };
}
