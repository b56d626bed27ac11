import type { Knex } from 'knex';

/** The roles that the program takes (`SET ROLE`); the migrations make them where the user may. */
const ROLES = ['parley_app', 'parley_retention'];

interface Standing {
  user: string;
  database: string;
  mayMakeRoles: boolean;
  mayMakeTables: boolean;
  mayMakeExtensions: boolean;
}

/**
 * What the user of DATABASE_URL lacks for the migrations.
 *
 * @param owner a connection without the application's role
 * @returns SQL for an administrator, statement by statement; empty when nothing is lacking
 */
export async function lackingRights(owner: Knex): Promise<string[]> {
  const standing = await standingOf(owner);
  const user = quoted(standing.user);
  const database = quoted(standing.database);
  const lacking: string[] = [];
  for (const role of ROLES) lacking.push(...(await lackingRole(owner, role, standing)));
  if (!standing.mayMakeTables) lacking.push(`GRANT USAGE, CREATE ON SCHEMA public TO ${user};`);
  if (!standing.mayMakeExtensions) lacking.push(`GRANT CREATE ON DATABASE ${database} TO ${user};`);
  return lacking;
}

async function lackingRole(owner: Knex, role: string, standing: Standing): Promise<string[]> {
  const grant = `GRANT ${role} TO ${quoted(standing.user)};`;
  const { rows } = await owner.raw<{ rows: unknown[] }>('SELECT FROM pg_roles WHERE rolname = ?', [role]);
  if (rows.length === 0) return standing.mayMakeRoles ? [] : [`CREATE ROLE ${role} NOLOGIN;`, grant];
  return (await works(owner, `SET LOCAL ROLE ${role}`)) || (await works(owner, grant)) ? [] : [grant];
}

/** Whether a statement is allowed; what it did is rolled back. */
async function works(owner: Knex, statement: string): Promise<boolean> {
  const transaction = await owner.transaction();
  try {
    await transaction.raw(statement);
    return true;
  } catch (error) {
    if ((error as { code?: string }).code === '42501') return false;
    throw error;
  } finally {
    await transaction.rollback();
  }
}

async function standingOf(owner: Knex): Promise<Standing> {
  const { rows } = await owner.raw<{ rows: Standing[] }>(
    `SELECT current_user AS "user", current_database() AS "database",
            rolsuper OR rolcreaterole AS "mayMakeRoles",
            has_schema_privilege('public', 'CREATE') AS "mayMakeTables",
            has_database_privilege(current_database(), 'CREATE') AS "mayMakeExtensions"
     FROM pg_roles WHERE rolname = current_user`,
  );
  return rows[0]!;
}

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** Whether there is a tenant yet; false also before the first migration. */
export async function hasTenants(owner: Knex): Promise<boolean> {
  const { rows } = await owner.raw<{ rows: { made: boolean }[] }>(
    `SELECT to_regclass('public.tenants') IS NOT NULL AS made`,
  );
  if (!rows[0]!.made) return false;
  return (await owner('tenants').select('id').first()) !== undefined;
}
