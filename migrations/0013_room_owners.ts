import type { Knex } from 'knex';

/** How a room's owner signs in: a link by mail, and then a session. The link's mail is a message that no meeting owns. */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    CREATE TABLE owner_sign_ins (
      id uuid PRIMARY KEY,
      tenant_id uuid NOT NULL REFERENCES tenants,
      owner_email text NOT NULL CHECK (owner_email LIKE '%_@_%'),
      owner_key text NOT NULL GENERATED ALWAYS AS (lower(owner_email)) STORED,
      -- Where its reader wanted to go; null: to all rooms of theirs.
      room_id uuid,
      -- Of the page that asked (BCP 47); the mail is in it.
      language text,
      -- Null: the mail is not composed yet.
      token_hash bytea UNIQUE CHECK (length(token_hash) = 32),
      created_at timestamptz NOT NULL,
      expires_at timestamptz NOT NULL,
      used_at timestamptz,
      UNIQUE (tenant_id, id),
      FOREIGN KEY (tenant_id, room_id) REFERENCES rooms (tenant_id, id)
    );
    CREATE INDEX owner_sign_ins_by_owner ON owner_sign_ins (tenant_id, owner_key, created_at);
    CREATE INDEX owner_sign_ins_by_time ON owner_sign_ins (tenant_id, created_at);

    CREATE TABLE owner_sessions (
      token_hash bytea PRIMARY KEY CHECK (length(token_hash) = 32),
      tenant_id uuid NOT NULL REFERENCES tenants,
      owner_key text NOT NULL CHECK (owner_key = lower(owner_key)),
      created_at timestamptz NOT NULL,
      expires_at timestamptz NOT NULL,
      ended_at timestamptz
    );
    CREATE INDEX owner_sessions_by_age ON owner_sessions (expires_at);

    ALTER TABLE outgoing_messages
      ALTER COLUMN meeting_id DROP NOT NULL,
      ALTER COLUMN uid DROP NOT NULL,
      ALTER COLUMN recipient_role DROP NOT NULL,
      -- The one other thing that a message can be about.
      ADD COLUMN sign_in_id uuid UNIQUE,
      ADD CONSTRAINT outgoing_messages_sign_in_fkey
        FOREIGN KEY (tenant_id, sign_in_id) REFERENCES owner_sign_ins (tenant_id, id),
      ADD CONSTRAINT outgoing_messages_about_check CHECK (
        (meeting_id IS NULL) = (sign_in_id IS NOT NULL)
        AND (meeting_id IS NULL) = (uid IS NULL)
        AND (meeting_id IS NULL) = (recipient_role IS NULL));

    GRANT SELECT, INSERT, UPDATE ON owner_sign_ins TO parley_app;
    GRANT SELECT, INSERT, UPDATE, DELETE ON owner_sessions TO parley_app;
  `);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw(`
    DELETE FROM outgoing_messages WHERE meeting_id IS NULL;
    ALTER TABLE outgoing_messages
      DROP COLUMN sign_in_id,
      ALTER COLUMN meeting_id SET NOT NULL,
      ALTER COLUMN uid SET NOT NULL,
      ALTER COLUMN recipient_role SET NOT NULL;
    DROP TABLE owner_sessions, owner_sign_ins;
  `);
}
