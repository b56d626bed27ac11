import type { Knex } from 'knex';

/**
 * What is stored has an end. The role of the retention job may remove what the application's may not; neither has the
 * other's rights.
 */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    DO $$ BEGIN
      -- Without CREATEROLE asking for one that there is, is refused, too.
      IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'parley_retention') THEN
        CREATE ROLE parley_retention NOLOGIN;
      END IF;
    EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
    END $$;
    DO $$ BEGIN
      GRANT parley_retention TO CURRENT_USER;
    EXCEPTION WHEN insufficient_privilege THEN NULL;
    END $$;
    GRANT USAGE ON SCHEMA public TO parley_retention;

    -- The bytes may go before what is known of the message does.
    ALTER TABLE raw_messages ALTER COLUMN sealed DROP NOT NULL, ADD COLUMN removed_at timestamptz,
      ADD CHECK ((sealed IS NULL) = (removed_at IS NOT NULL));
    CREATE INDEX raw_messages_kept ON raw_messages (created_at) WHERE sealed IS NOT NULL;
    CREATE INDEX imip_messages_by_raw ON imip_messages (raw_id);
    CREATE INDEX outgoing_messages_by_raw ON outgoing_messages (raw_id);
    CREATE INDEX tenants_by_organizer ON tenants (lower(organizer_email));

    -- How much each tenant's mail took on each day (UTC).
    CREATE TABLE mail_usage (
      tenant_id uuid NOT NULL REFERENCES tenants,
      day date NOT NULL,
      bytes bigint NOT NULL DEFAULT 0,
      messages int NOT NULL DEFAULT 0,
      PRIMARY KEY (tenant_id, day)
    );
    GRANT SELECT, INSERT, UPDATE ON mail_usage TO parley_app;

    GRANT SELECT ON
      raw_messages, imip_messages, outgoing_messages, magic_links, feed_fetches, audit_log, idempotency_keys,
      sessions, sign_ins, outbox, mail_usage, participants, meetings TO parley_retention;
    GRANT UPDATE (sealed, removed_at) ON raw_messages TO parley_retention;
    GRANT DELETE ON
      raw_messages, imip_messages, outgoing_messages, magic_links, feed_fetches, audit_log, idempotency_keys,
      sessions, sign_ins, outbox, mail_usage, participants TO parley_retention;
  `);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw(`
    DROP TABLE mail_usage;
    DROP INDEX tenants_by_organizer;
    DROP INDEX outgoing_messages_by_raw;
    DROP INDEX imip_messages_by_raw;
    DROP INDEX raw_messages_kept;
    ALTER TABLE raw_messages DROP COLUMN removed_at;
    DELETE FROM raw_messages WHERE sealed IS NULL;
    ALTER TABLE raw_messages ALTER COLUMN sealed SET NOT NULL;
    REVOKE ALL ON ALL TABLES IN SCHEMA public FROM parley_retention;
    REVOKE USAGE ON SCHEMA public FROM parley_retention;
  `);
}
