import type { Knex } from 'knex';

/**
 * The role that the running program takes (`SET ROLE parley_app`) on every connection.
 * It may add to the audit log and to the list of changes, but neither change nor remove a line.
 */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    DO $$ BEGIN
      -- Without CREATEROLE asking for one that there is, is refused, too.
      IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'parley_app') THEN
        CREATE ROLE parley_app NOLOGIN;
      END IF;
    EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
    END $$;
    -- An administrator who made the role has also granted it; then this user may not grant it again.
    DO $$ BEGIN
      GRANT parley_app TO CURRENT_USER;
    EXCEPTION WHEN insufficient_privilege THEN NULL;
    END $$;
    GRANT USAGE ON SCHEMA public TO parley_app;

    -- For readiness: whether the schema is the one that the program expects.
    GRANT SELECT ON schema_migrations TO parley_app;
    GRANT SELECT, INSERT ON audit_log, meeting_changes, raw_messages, invite_requests TO parley_app;
    GRANT SELECT, INSERT, UPDATE ON
      tenants, api_keys, meetings, invitations, pending_proposals, magic_links,
      outgoing_messages, imip_messages, outbox TO parley_app;
    GRANT SELECT, INSERT, UPDATE, DELETE ON idempotency_keys TO parley_app;
  `);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw(`
    REVOKE ALL ON ALL TABLES IN SCHEMA public FROM parley_app;
    REVOKE USAGE ON SCHEMA public FROM parley_app;
  `);
}
