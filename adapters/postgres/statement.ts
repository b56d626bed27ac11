import type { Knex } from 'knex';

/**
 * A part of one statement that writes a change: common table expressions, separated by commas, that write something
 * beside the meeting. They take the meeting's row from `meeting`, so that nothing is written when that has no row.
 */
export interface StatementPart {
  sql: string;
  values: Record<string, Knex.RawBinding>;
}

/** All the values of some parts; each part has names of its own. */
export const valuesOf = (parts: readonly StatementPart[]): StatementPart['values'] =>
  Object.assign({}, ...parts.map(({ values }) => values)) as StatementPart['values'];

export const sqlOf = (parts: readonly StatementPart[]): string => parts.map(({ sql }) => sql).join(', ');
