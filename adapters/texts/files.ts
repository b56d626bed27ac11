import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { canonicalTag } from './language.ts';

/** The texts of one file, by dotted key. */
export type FlatTexts = ReadonlyMap<string, string>;

export interface TextFiles {
  /** By language (BCP 47), as the files are named. */
  languages: Map<string, FlatTexts>;
  /** Sentences that name the file. */
  problems: string[];
}

/** Reads every `<language>.json` of a directory; what cannot be read is a problem, never an exception. */
export function readTextFiles(directory: string): TextFiles {
  const files: TextFiles = { languages: new Map(), problems: [] };
  for (const name of namesIn(directory, files.problems)) {
    const language = canonicalTag(name.replace(/\.json$/, ''));
    if (language === null)
      files.problems.push(`${name}: is not named after a language, as de.json or pt-BR.json`);
    else files.languages.set(language, flatten(parse(directory, name, files.problems), name, files.problems));
  }
  return files;
}

function namesIn(directory: string, problems: string[]): string[] {
  try {
    return readdirSync(directory)
      .filter((name) => name.endsWith('.json'))
      .sort();
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
