import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { canonicalTag } from './language.ts';

/** Texts of one language, by dotted key. */
export type FlatTexts = ReadonlyMap<string, string>;

export interface TextFile {
  /** Its path in the directory. */
  name: string;
  /** BCP 47, as the file or its folder is named. */
  language: string;
  texts: FlatTexts;
}

export interface TextFiles {
  files: readonly TextFile[];
  /** All texts of a language, from however many files. */
  languages: Map<string, FlatTexts>;
  /** Sentences that name the file. */
  problems: string[];
}

/**
 * Reads a directory of texts: of each language `<language>.json`, and the files of its folder, `<language>/*.json`. What
 * cannot be read, or stands twice, is a problem, never an exception.
 */
export function readTextFiles(directory: string): TextFiles {
  const problems: string[] = [];
  const languages = new Map<string, Map<string, string>>();
  const files = namedFiles(directory, problems).flatMap(({ tag, name }) => {
    const language = canonicalTag(tag);
    if (language !== null)
      return [{ name, language, texts: flatten(parse(directory, name, problems), name, problems) }];
    problems.push(`${name}: is not named after a language, as de.json or pt-BR.json`);
    return [];
  });
  for (const { name, language, texts } of files) {
    const all = languages.get(language) ?? new Map<string, string>();
    languages.set(language, all);
    for (const [key, source] of texts) {
      if (all.has(key)) problems.push(`${name}: ${key} stands in another file of ${language}, too`);
      all.set(key, source);
    }
  }
  return { files, languages, problems };
}

/** The files, each with the name that is to be a language's. */
function namedFiles(directory: string, problems: string[]): { tag: string; name: string }[] {
  return namesIn(directory, problems).flatMap((name) => {
    if (isJson(name)) return [{ tag: name.replace(/\.json$/, ''), name }];
    const path = join(directory, name);
    // A mounted volume keeps its versions in hidden folders.
    if (name.startsWith('.') || !statSync(path, { throwIfNoEntry: false })?.isDirectory()) return [];
    const files = namesIn(path, problems).filter(isJson);
    return files.map((file) => ({ tag: name, name: `${name}/${file}` }));
  });
}

const isJson = (name: string): boolean => name.endsWith('.json');

function namesIn(directory: string, problems: string[]): string[] {
  try {
    return readdirSync(directory).sort();
  } catch (error) {
    problems.push(`${directory}: cannot be read (${(error as NodeJS.ErrnoException).code ?? 'unknown'})`);
    return [];
  }
}

function parse(directory: string, name: string, problems: string[]): unknown {
  try {
    return JSON.parse(readFileSync(join(directory, name), 'utf8').replace(/^\uFEFF/, '')) as unknown;
  } catch (error) {
    problems.push(`${name}: is not JSON (${(error as Error).message})`);
    return {};
  }
}

function flatten(tree: unknown, name: string, problems: string[]): FlatTexts {
  const texts = new Map<string, string>();
  const walk = (node: unknown, path: string): void => {
    if (typeof node === 'string') texts.set(path, node);
    else if (typeof node !== 'object' || node === null || Array.isArray(node))
      problems.push(`${name}: ${path === '' ? 'the file' : path} must be a text or a group of texts`);
    else for (const [key, child] of Object.entries(node)) walk(child, path === '' ? key : `${path}.${key}`);
  };
  if (typeof tree === 'string') problems.push(`${name}: the file must be a group of texts`);
  else walk(tree, '');
  return texts;
}
