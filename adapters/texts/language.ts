import { match } from '@formatjs/intl-localematcher';

/** The longest tag that is looked at; BCP 47 sets no limit (RFC 5646 §4.4.1 asks for 35 at least). */
const LONGEST_TAG = 35;

/** A language tag in its canonical form, without extensions: `de-at-u-co-phonebk` is `de-AT`; null when it is none. */
export function canonicalTag(tag: string): string | null {
  if (tag.length > LONGEST_TAG) return null;
  try {
    return new Intl.Locale(tag).baseName;
  } catch {
    return null;
  }
}

/**
 * The first of the wanted languages that is available, as RFC 4647 §3.4 looks it up: `de-AT` finds `de`.
 *
 * @returns the one found and the tag that found it; null when none is there
 */
export function lookUpLanguage(
  wanted: readonly (string | null | undefined)[],
  available: readonly string[],
): { language: string; tag: string } | null {
  for (const raw of wanted) {
    const tag = raw ? canonicalTag(raw) : null;
    if (tag === null) continue;
    const language = match([tag], available, '', { algorithm: 'lookup' });
    if (language !== '') return { language, tag };
  }
  return null;
}

/** Where a language is written as it is in one country when no country is told. */
const USUAL_REGION: Readonly<Record<string, string>> = { en: 'en-GB' };

/** The locale that times and numbers are written in. */
export const localeOf = (tag: string): string => USUAL_REGION[tag] ?? tag;

/** The less particular languages after a language: of `zh-Hant-TW`, `zh-Hant` and `zh`. */
export function parentsOf(language: string): string[] {
  const parts = language.split('-');
  return parts.slice(1).map((_, index) => parts.slice(0, -1 - index).join('-'));
}
