import type { JcalProperty } from '../ical/parse-calendars.ts';
import type { Collation, TextMatch } from './filter.ts';

/** Whether one of the texts of a value matches; negated, whether none does. In proportion to the texts. */
export function textMatches(texts: readonly string[], match: TextMatch): boolean {
  const { text, collation = 'i;ascii-casemap', negate = false, matchType = 'contains' } = match;
  const fold = FOLDS[collation];
  const sought = fold(text);
  return (
    texts.some((each) => {
      const folded = fold(each);
      switch (matchType) {
        case 'equals':
          return folded === sought;
        case 'contains':
          return folded.includes(sought);
        case 'starts-with':
          return folded.startsWith(sought);
        case 'ends-with':
          return folded.endsWith(sought);
      }
    }) !== negate
  );
}

const FOLDS: Readonly<Record<Collation, (text: string) => string>> = {
  'i;octet': (text) => text,
  // RFC 4790 §9.2: only the letters of ASCII have two cases.
  'i;ascii-casemap': (text) => text.replace(/[a-z]+/g, (letters) => letters.toUpperCase()),
  // RFC 5051 §2, with what JavaScript has: case first, then what characters are made of.
  'i;unicode-casemap': (text) => text.toUpperCase().normalize('NFKD'),
};

/** The texts of a property's value as iCalendar has them, unescaped: each by itself, and those of a list together. */
export function textsOf([, , type, ...values]: JcalProperty): string[] {
  const texts = values.map((value) => textOfValue(value, type));
  return texts.length > 1 ? [...texts, texts.join(',')] : texts;
}

function textOfValue(value: unknown, type: string): string {
  if (Array.isArray(value))
    return value.map((part) => textOfValue(part, type)).join(type === 'period' ? '/' : ';');
  const text = String(value);
  // jCal writes times with punctuation (RFC 7265 §3.6.4).
  return type === 'date' || type === 'date-time' || type === 'period'
    ? text.replace(/(?<=\d)[-:](?=\d)/g, '')
    : text;
}
