import knex from 'knex';

interface Column {
  table: string;
  column: string;
  /** PostgreSQL's name; an array's begins with an underscore. */
  type: string;
  /** Of an enum, in order. */
  labels: string[] | null;
  required: boolean;
}

const COLUMNS = `
  SELECT relname AS table, attname AS column, typname AS type, attnotnull AS required,
         (SELECT array_agg(enumlabel::text ORDER BY enumsortorder) FROM pg_enum WHERE enumtypid = pg_type.oid) AS labels
    FROM pg_class JOIN pg_attribute ON attrelid = pg_class.oid AND attnum > 0 AND NOT attisdropped
    JOIN pg_type ON pg_type.oid = atttypid
   WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace AND relname NOT LIKE 'schema_migrations%'
   ORDER BY relname, attnum`;

/** What pg gives for a type, with the parser of int8 in database.ts. */
const TYPES: Readonly<Record<string, string>> = {
  bool: 'boolean',
  bytea: 'Buffer',
  date: 'Date',
  float8: 'number',
  int2: 'number',
  int4: 'number',
  int8: 'number',
  jsonb: 'unknown',
  text: 'string',
  timestamptz: 'Date',
  tstzrange: 'string',
  uuid: 'string',
  xid8: 'string',
};

/** As the formatter would have it. */
const LINE_WIDTH = 110;

/**
 * The rows of a database's tables as TypeScript, which knex's queries are checked by: an interface a table, a union an enum.
 *
 * @param databaseUrl PostgreSQL URL of the schema's owner
 * @throws RangeError at a column of a type that nobody has said yet what pg gives for
 */
export async function describeRows(databaseUrl: string): Promise<string> {
  const database = knex({ client: 'pg', connection: databaseUrl, pool: { min: 0, max: 1 } });
  try {
    const { rows } = await database.raw<{ rows: Column[] }>(COLUMNS);
    const enums = new Map(rows.flatMap(({ type, labels }) => (labels ? [[type, labels] as const] : [])));
    const tables = [...new Set(rows.map(({ table }) => table))];
    return [
      ...[...enums].sort().map(describeEnum),
      ...tables.map((name) =>
        describeTable(
          name,
          rows.filter(({ table }) => table === name),
        ),
      ),
      describeTables(tables),
    ].join('\n');
  } finally {
    await database.destroy();
  }
}

function describeEnum([name, labels]: readonly [string, string[]]): string {
  const values = labels.map((label) => `'${label}'`);
  const line = `export type ${pascal(name)} = ${values.join(' | ')};`;
  const lines = [`export type ${pascal(name)} =`, ...values.map((value) => `  | ${value}`)];
  return `${line.length > LINE_WIDTH ? `${lines.join('\n')};` : line}\n`;
}

const describeTable = (table: string, columns: Column[]): string =>
  [
    `export interface ${pascal(table)}Row {`,
    ...columns.map((one) => `  ${one.column}: ${orNull(typeOf(one), one.required)};`),
    '}\n',
  ].join('\n');

/** So that knex knows what is in which table. */
const describeTables = (names: string[]): string =>
  [
    "declare module 'knex/types/tables.js' {",
    '  interface Tables {',
    ...names.map((name) => `    ${name}: ${pascal(name)}Row;`),
    '  }',
    '}\n',
  ].join('\n');

function typeOf({ table, column, type, labels }: Column): string {
  if (labels) return pascal(type);
  const known = TYPES[type.replace(/^_/, '')];
  if (known === undefined) throw new RangeError(`${table}.${column}: what does pg give for ${type}?`);
  return type.startsWith('_') ? `${known}[]` : known;
}

/** Nothing is told apart from `unknown`. */
const orNull = (type: string, required: boolean): string =>
  required || type === 'unknown' ? type : `${type} | null`;

const pascal = (name: string): string =>
  name.replace(/(?:^|_)(\w)/g, (_all, first: string) => first.toUpperCase());
