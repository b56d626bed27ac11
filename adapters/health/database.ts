import type { Knex } from 'knex';
import { pendingMigrations } from '../postgres/migrate.ts';
import { clockFinding } from './clock.ts';
import { found, type Finding } from './finding.ts';
import { codeOf, type Check } from './run-checks.ts';

/** PostgreSQL's codes (appendix A). */
const LOGIN_REFUSED = ['28P01', '28000', '3D000', '42501'];
const NO_SUCH_ROLE = '22023';
const NO_SUCH_TABLE = '42P01';

interface Options {
  /** Null: none is configured. */
  knex: Knex | null;
  nowMs: () => number;
}

/** The database, the role that the program takes, the schema, and whether its clock is ours. */
export const databaseCheck = ({ knex, nowMs }: Options): Check => ({
  part: 'database',
  async look() {
    if (!knex) return [found('database', 'database-missing')];
    const before = nowMs();
    let theirs: Date;
    try {
      const { rows } = await knex.raw<{ rows: { now: Date }[] }>('SELECT clock_timestamp() AS now');
      theirs = rows[0]!.now;
    } catch (error) {
      return [unreachable(error)];
    }
    const clock = clockFinding('PostgreSQL', theirs.getTime(), { before, after: nowMs() });
    return [
      found('database', 'database-fine'),
      found('database', 'database-role-fine'),
      await migrations(knex),
      clock,
    ];
  },
});

function unreachable(error: unknown): Finding {
  const detail = codeOf(error);
  if (detail === NO_SUCH_ROLE) return found('database', 'database-role-missing');
  if (LOGIN_REFUSED.includes(detail)) return found('database', 'database-login-refused', { detail });
  return found('database', 'database-unreachable', { detail });
}

async function migrations(knex: Knex): Promise<Finding> {
  try {
    const pending = await pendingMigrations(knex);
    return pending.length === 0
      ? found('database', 'migrations-fine')
      : found('database', 'migrations-pending', { count: pending.length });
  } catch (error) {
    if (codeOf(error) === NO_SUCH_TABLE || codeOf(error) === '42501')
      return found('database', 'migrations-pending', { count: 1 });
    throw error;
  }
}
