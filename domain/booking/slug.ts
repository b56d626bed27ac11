const LONGEST_SLUG = 63;

/** What is said of a text that is none. */
export const SLUG_RULE = `must be at most ${LONGEST_SLUG} small letters, digits and hyphens, with a letter or digit first and last`;

/** A name in the address of a page. Linear in its length. */
export const isSlug = (text: string): boolean =>
  text.length <= LONGEST_SLUG && /^[a-z0-9]+(-+[a-z0-9]+)*$/.test(text);

/** What a letter is written as that is none with a mark. */
const LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  ø: 'o',
  œ: 'oe',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
};

/** Of a name; room is left for what tells two of the same name apart. */
const LONGEST_MADE = 48;

/**
 * A slug made of a name, as in `olga-weber`.
 *
 * @returns null where no letter or digit of Latin is left of it
 */
export function slugOf(name: string): string | null {
  const plain = name
    .slice(0, 4 * LONGEST_MADE)
    .toLowerCase()
    .replace(/[ßæøœłđðþ]/g, (letter) => LETTERS[letter] ?? '')
    .normalize('NFKD')
    .replace(/\p{Mark}/gu, '');
  const words = plain.match(/[a-z0-9]+/g)?.join('-') ?? '';
  return words.slice(0, LONGEST_MADE).replace(/-$/, '') || null;
}
