import { say } from './output.ts';

/** A column of what is listed: its heading, and what stands in it; null: nothing. */
export type Columns<T> = Record<string, (row: T) => string | number | null>;

/**
 * Prints a list: as a table for people, or as JSON for programs.
 *
 * @param empty the sentence for people where there is nothing
 */
export function sayTable<T>(
  rows: readonly T[],
  { columns, json, empty }: { columns: Columns<T>; json: boolean | undefined; empty: string },
): void {
  if (json) return sayJson(rows);
  if (rows.length === 0) return say(empty);
  const names = Object.keys(columns);
  const cells = [
    names.map((name) => name.toUpperCase()),
    ...rows.map((row) => names.map((name) => String(columns[name]!(row) ?? '-'))),
  ];
  const widths = names.map((_, index) => Math.max(...cells.map((line) => line[index]!.length)));
  for (const line of cells)
    say(
      line
        .map((cell, index) => cell.padEnd(widths[index]!))
        .join('  ')
        .trimEnd(),
    );
}

export const sayJson = (value: unknown): void => say(JSON.stringify(value, null, 2));

/** Prints what is known of one thing, a line each. */
export function sayFacts(facts: Record<string, string | number | null>): void {
  const width = Math.max(...Object.keys(facts).map((name) => name.length));
  for (const [name, value] of Object.entries(facts)) say(`${name.padEnd(width)}  ${value ?? '-'}`);
}

/** As people read it, in UTC. */
export const moment = (at: Date | null): string | null =>
  at && `${at.toISOString().slice(0, 19).replace('T', ' ')}Z`;
