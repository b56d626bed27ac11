import { canonicalTag } from '../../adapters/texts/language.ts';
import { CliError } from '../errors.ts';

/** What `--language` says, in its canonical form; null when it is absent. @throws CliError when it is no tag */
export function languageOf(language: string | undefined): string | null {
  if (language === undefined) return null;
  const tag = canonicalTag(language);
  if (tag === null)
    throw new CliError('unusable_language', `"${language}" is no language tag, as de or pt-BR.`);
  return tag;
}
