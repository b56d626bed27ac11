import type { PoolClient, QueryConfig } from 'pg';

/** Statements come from code, not from data, so there are few; this only keeps a mistake from filling the server. */
const MOST = 500;

/**
 * Makes a connection prepare each statement with values once, under a name, instead of having it parsed and planned
 * every time: for the short statements of a meeting's life, planning takes as long as execution.
 *
 * A connection behind a pooler must stay the same for as long as it lives (PgBouncer: session mode, as the
 * application's role needs, too).
 */
export function prepareStatements(connection: PoolClient): void {
  const names = new Map<string, string>();
  const nameOf = (text: string): string | undefined => {
    const known = names.get(text);
    if (known !== undefined || names.size >= MOST) return known;
    const name = `parley_${names.size + 1}`;
    names.set(text, name);
    return name;
  };
  const query = connection.query.bind(connection) as (config: unknown, ...rest: unknown[]) => unknown;
  const withName = (config: unknown): unknown =>
    isParameterised(config) ? { ...config, name: nameOf(config.text) } : config;
  connection.query = ((config: unknown, ...rest: unknown[]) =>
    query(withName(config), ...rest)) as PoolClient['query'];
}

const isParameterised = (config: unknown): config is QueryConfig & { values: unknown[] } =>
  typeof config === 'object' &&
  config !== null &&
  'text' in config &&
  'values' in config &&
  Array.isArray(config.values) &&
  config.values.length > 0;
