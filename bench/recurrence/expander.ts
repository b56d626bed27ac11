/** A library that expands rules; all of them are asked the same. */
export interface Expander {
  name: string;
  /** Reads a rule. @param start as in DTSTART: with a Z in UTC, else in New York */
  open(start: string, rule: string): Opened;
}

/** The starts of instances, in milliseconds: of those from `from` to `to` (exclusive), or of all. */
export interface Opened {
  between(from: number, to: number): number[];
  all(): number[];
}

export const wallOfStart = (start: string): number =>
  Date.parse(
    start.replace(
      /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z?$/,
      (_, y, m, d, h, min, s) => `${y}-${m}-${d}T${h}:${min}:${s}Z`,
    ),
  );
