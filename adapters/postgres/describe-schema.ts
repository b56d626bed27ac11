import knex from 'knex';

/** Each gives lines of text in a stable order; together they are the schema, without data. */
const SECTIONS = [
  `SELECT 'CREATE EXTENSION ' || extname AS line FROM pg_extension WHERE extname <> 'plpgsql' ORDER BY 1`,

  `SELECT 'CREATE TYPE ' || typname || ' AS ENUM (' ||
          string_agg(quote_literal(enumlabel), ', ' ORDER BY enumsortorder) || ')' AS line
     FROM pg_enum JOIN pg_type ON pg_type.oid = enumtypid GROUP BY typname ORDER BY 1`,

  `SELECT 'CREATE TABLE ' || relname || E' (\\n' || string_agg(
            '  ' || attname || ' ' || format_type(atttypid, atttypmod) ||
            CASE attgenerated WHEN 's' THEN ' GENERATED ALWAYS AS (' || pg_get_expr(adbin, adrelid) || ') STORED'
                 ELSE coalesce(' DEFAULT ' || pg_get_expr(adbin, adrelid), '') END ||
            CASE attidentity WHEN 'a' THEN ' GENERATED ALWAYS AS IDENTITY' ELSE '' END ||
            CASE WHEN attnotnull THEN ' NOT NULL' ELSE '' END, E',\\n' ORDER BY attnum) || E'\\n)' AS line
     FROM pg_class JOIN pg_attribute ON attrelid = pg_class.oid AND attnum > 0 AND NOT attisdropped
     LEFT JOIN pg_attrdef ON adrelid = pg_class.oid AND adnum = attnum
    WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace AND relname NOT LIKE 'schema_migrations%'
    GROUP BY relname ORDER BY relname`,

  `SELECT 'ALTER TABLE ' || conrelid::regclass || ' ADD CONSTRAINT ' || conname || ' ' ||
          pg_get_constraintdef(pg_constraint.oid) AS line
     FROM pg_constraint
    WHERE connamespace = 'public'::regnamespace AND contype <> 'n'
      AND conrelid::regclass::text NOT LIKE 'schema_migrations%'
    ORDER BY conrelid::regclass::text, conname`,

  `SELECT indexdef AS line FROM pg_indexes
    WHERE schemaname = 'public' AND tablename NOT LIKE 'schema_migrations%'
      AND indexname NOT IN (SELECT conname FROM pg_constraint)
    ORDER BY tablename, indexname`,

  // Those of extensions are the extension's own business.
  `SELECT pg_get_functiondef(pg_proc.oid) AS line
     FROM pg_proc LEFT JOIN pg_depend ON objid = pg_proc.oid AND deptype = 'e'
    WHERE pronamespace = 'public'::regnamespace AND objid IS NULL ORDER BY proname`,

  `SELECT pg_get_triggerdef(oid) AS line FROM pg_trigger WHERE NOT tgisinternal ORDER BY tgname`,

  `SELECT 'GRANT ' || string_agg(privilege_type, ', ' ORDER BY privilege_type) || ' ON ' || table_name ||
          ' TO parley_app' AS line
     FROM information_schema.role_table_grants WHERE grantee = 'parley_app' AND table_schema = 'public'
    GROUP BY table_name ORDER BY table_name`,
];

/**
 * The schema of a database as text that reads like SQL and is the same for the same schema.
 * It is kept beside the migrations, so that a review sees what a migration leads to.
 *
 * @param databaseUrl PostgreSQL URL of the schema's owner
 */
export async function describeSchema(databaseUrl: string): Promise<string> {
  const database = knex({ client: 'pg', connection: databaseUrl, pool: { min: 0, max: 1 } });
  try {
    const sections: string[] = [];
    for (const query of SECTIONS) {
      const { rows } = await database.raw<{ rows: { line: string }[] }>(query);
      sections.push(rows.map((row) => `${row.line};\n`).join(''));
    }
    return sections.join('\n');
  } finally {
    await database.destroy();
  }
}
