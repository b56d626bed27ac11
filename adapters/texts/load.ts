import { fileURLToPath } from 'node:url';
import { ConfigError } from '../../config/index.ts';
import { checkTexts } from './check.ts';
import { readTextFiles, type FlatTexts } from './files.ts';
import { canonicalTag } from './language.ts';
import { createTexts, type Texts } from './texts.ts';

const OWN_DIRECTORY = fileURLToPath(new URL('../../texts/', import.meta.url));

export interface TextSettings {
  /** A directory whose files and folders replace texts of ours, key by key, and add languages. */
  directory?: string | undefined;
  /** For whoever has told none; ours or one of the directory. */
  defaultLanguage: string;
}

/**
 * Reads the texts that Parley speaks; once, at start.
 *
 * @throws ConfigError with every problem of the directory's files at once
 */
export function loadTexts(settings: TextSettings = { defaultLanguage: 'en' }): Texts {
  const languages = readTextFiles(OWN_DIRECTORY).languages;
  const english = languages.get('en') ?? new Map<string, string>();
  const problems = settings.directory === undefined ? [] : override(languages, english, settings.directory);
  const defaultLanguage = canonicalTag(settings.defaultLanguage);
  if (defaultLanguage === null || !languages.has(defaultLanguage))
    problems.push(`DEFAULT_LANGUAGE: must be one of ${[...languages.keys()].join(', ')}`);
  if (problems.length > 0 || defaultLanguage === null) throw new ConfigError(problems);
  return createTexts(languages, defaultLanguage);
}

function override(languages: Map<string, FlatTexts>, english: FlatTexts, directory: string): string[] {
  const theirs = readTextFiles(directory);
  const problems = [
    ...theirs.problems,
    ...theirs.files.flatMap(({ name, language, texts }) => checkTexts(name, language, texts, english)),
  ];
  for (const [language, texts] of theirs.languages)
    languages.set(language, new Map([...(languages.get(language) ?? []), ...texts]));
  return problems.map((problem) => `TEXTS_DIR: ${problem}`);
}
