/** What a shape is made of, and so which parsers are given it. */
export type Content = 'run' | 'calendar' | 'rule' | 'mail';

/** A kind of input that may be made as long as one likes. */
export interface Shape {
  name: string;
  content: Content;
  /** About so many characters of it. */
  make: (size: number) => string;
}

/** A reader of what others have written. */
export interface Parser {
  name: string;
  /** The shapes that it is given. */
  reads: readonly Content[];
  parse: (text: string) => unknown;
  /** The most characters that it is given, where it looks at no more, or at no more components. */
  most?: number;
}

/** What has ever been slow to look through, or may be, when it follows itself. */
export const RUNS: readonly (readonly [string, string])[] = [
  ['blanks', ' '],
  ['tabs', '\t'],
  ['CRLFs', '\r\n'],
  ['CRs', '\r'],
  ['LFs', '\n'],
  ['folds', '\r\n '],
  ['folds after a letter', 'a\n\t'],
  ['letters', 'a'],
  ['digits', '1'],
  ['digits and blanks', '1 '],
  ['commas', ','],
  ['semicolons', ';'],
  ['colons', ':'],
  ['colons before dates', ':20260302'],
  ['semicolons before dates', ';20260302T090000Z'],
  ['quotes', '"'],
  ['quotes and commas', '",'],
  ['parameters', ';A=B'],
  ['quoted parameters', ';A="b"'],
  ['equal signs', '='],
  ['backslashes', '\\'],
  ['escaped commas', '\\,'],
  ['circumflexes', "^'"],
  ['percent signs', '%'],
  ['encoded slashes', '%2f'],
  ['slashes', '/'],
  ['brackets', '<'],
  ['parentheses', '('],
  ['at-signs', 'a@'],
  ['addresses', 'a@b.example,'],
  ['mailtos', 'mailto:'],
  ['entities', '&#00'],
  ['dashes', '-'],
  ['letters of two octets', 'é'],
  ['halves of characters', '\ud83d'],
  ['NULs', '\0'],
  ['line separators', '\u2028'],
  ['no-break blanks', '\u00a0'],
];

/** The piece again and again, about so many characters of it. */
export function repeated(piece: string): (size: number) => string {
  return (size) => piece.repeat(Math.ceil(size / piece.length));
}

export const lines = (...each: string[]): string => each.join('\r\n');
export const calendarOf = (inside: string): string => lines('BEGIN:VCALENDAR', inside, 'END:VCALENDAR', '');
export const START = 'DTSTART:20260302T090000Z';
export const PLACE = 'LOCATION:https://parley.example/max';
export const eventOf = (...inside: string[]): string =>
  lines('BEGIN:VEVENT', 'UID:a', PLACE, ...inside, 'END:VEVENT');

/** So many pieces as have about `size` characters, each with its number. */
export function numbered(size: number, piece: (index: number) => string): string {
  const count = Math.ceil(size / (piece(100).length + 2));
  return lines(...Array.from({ length: count }, (_, index) => piece(index)));
}

/** `20260302T090000` and so many hours. */
export const hour = (index: number): string =>
  new Date(Date.UTC(2026, 2, 2, 9 + index)).toISOString().slice(0, 19).replace(/[-:]/g, '');
