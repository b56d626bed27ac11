import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import type { Knex } from 'knex';
import { connectDatabase } from '../../adapters/postgres/database.ts';
import { describeRows } from '../../adapters/postgres/describe-rows.ts';
import { describeSchema } from '../../adapters/postgres/describe-schema.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { execute } from '../support/sql.ts';

let made: TestDatabase;
let database: Knex;
beforeAll(async () => {
  made = await createTestDatabase();
  database = connectDatabase(made.url);
});
afterAll(async () => {
  await database?.destroy();
  await made?.drop();
});

const kept = async (name: string): Promise<string> =>
  (await readFile(new URL(`../../migrations/${name}`, import.meta.url), 'utf8')).replace(/^.*\n\n/, '');

async function rowsOf(...statements: string[]): Promise<string> {
  const { url, drop } = await createTestDatabase({ empty: true });
  onTestFinished(drop);
  for (const statement of statements) await execute(url, statement);
  return describeRows(url);
}

describe('the types of rows', () => {
  it('are kept beside the schema, and both are what the migrations lead to', async () => {
    expect(await kept('rows/tables.ts')).toBe(await describeRows(made.url));
    expect(await kept('schema.sql')).toBe(await describeSchema(made.url));
  });

  it('name each column with what pg gives for it', async () => {
    expect(
      await rowsOf(
        `CREATE TYPE mood AS ENUM ('so', 'so-so')`,
        `CREATE TABLE days_of_mine (id int8 NOT NULL, tags text[] NOT NULL, mood mood, note jsonb, at timestamptz)`,
      ),
    ).toBe(
      [
        `export type Mood = 'so' | 'so-so';\n`,
        'export interface DaysOfMineRow {',
        '  id: number;',
        '  tags: string[];',
        '  mood: Mood | null;',
        '  note: unknown;',
        '  at: Date | null;',
        '}\n',
        `declare module 'knex/types/tables.js' {`,
        '  interface Tables {',
        '    days_of_mine: DaysOfMineRow;',
        '  }',
        '}\n',
      ].join('\n'),
    );
    const { rows } = await database.raw<{ rows: object[] }>(
      `SELECT 7::int8 AS int8, 7::int2 AS int2, 0.5::float8 AS float8, true AS bool, now()::date AS date, now() AS timestamptz,
              'a'::bytea AS bytea, gen_random_uuid() AS uuid, tstzrange(now(), null) AS tstzrange, ARRAY['a'] AS _text`,
    );
    const given = Object.entries(rows[0]!).map(([type, value]) => [
      type,
      typeof value === 'object' ? (value as object).constructor.name : typeof value,
    ]);
    expect(Object.fromEntries(given)).toEqual({
      ...{
        int8: 'number',
        int2: 'number',
        float8: 'number',
        bool: 'boolean',
        date: 'Date',
        timestamptz: 'Date',
      },
      ...{ bytea: 'Buffer', uuid: 'string', tstzrange: 'string', _text: 'Array' },
    });
  });

  it('do not guess what is given for a type that is new', async () => {
    await expect(rowsOf('CREATE TABLE prices (price numeric)')).rejects.toThrow(
      'prices.price: what does pg give for numeric?',
    );
  });

  it('are what queries are checked by', async () => {
    // @ts-expect-error there is no such column
    await expect(database('meetings').where({ room: 'x' })).rejects.toThrow('column "room" does not exist');
    // @ts-expect-error a status is one of the enum's
    await expect(database('meetings').update({ status: 'gone' })).rejects.toThrow(
      'invalid input value for enum',
    );
    const row = await database('meetings').first({ start: 'start_utc' });
    expect(row?.start.getTime()).toBeUndefined();
  });
});
