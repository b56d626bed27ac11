/** A library that expands rules; all of them are asked the same. */
export interface Expander {
  name: string;
  /** Reads a rule. @param start as in DTSTART: with a Z in UTC, else in New York */
  open(start: string, rule: string): Opened;
}

/**
 * The starts of instances, in milliseconds: of those from `from` to `to` (exclusive), or of all. They are classes, because
 * a function that is made anew, and given its name by tsx, costs a tenth of what is measured.
 */
export interface Opened {
  between(from: number, to: number): number[];
  all(): number[];
}

export const wallOfStart = (start: string): number =>
  Date.UTC(
    digits(start, 0, 4),
    digits(start, 4, 6) - 1,
    digits(start, 6, 8),
    digits(start, 9, 11),
    digits(start, 11, 13),
    digits(start, 13, 15),
  );

const digits = (text: string, from: number, until: number): number => Number(text.slice(from, until));
