import type { Knex } from 'knex';

export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    -- How far each mailbox was read, over restarts.
    CREATE TABLE mailboxes (
      name text PRIMARY KEY,
      -- Older messages were there before Parley, and are nobody's answer.
      since timestamptz NOT NULL,
      uid_validity bigint,
      last_uid bigint NOT NULL DEFAULT 0,
      last_seen_at timestamptz,
      -- A stable code.
      last_error text,
      last_error_at timestamptz,
      created_at timestamptz NOT NULL DEFAULT now()
    );

    -- Messages that could not be taken in: tried again, or put aside until somebody asks for it.
    CREATE TABLE mailbox_problems (
      mailbox text NOT NULL REFERENCES mailboxes,
      uid_validity bigint NOT NULL,
      uid bigint NOT NULL,
      reason text NOT NULL CHECK (reason IN ('too-large', 'unreadable', 'ingest-failed')),
      detail text,
      attempts int NOT NULL DEFAULT 1,
      -- Null: it is put aside.
      next_attempt_at timestamptz,
      first_failed_at timestamptz NOT NULL,
      last_failed_at timestamptz NOT NULL,
      PRIMARY KEY (mailbox, uid_validity, uid)
    );

    GRANT SELECT, INSERT, UPDATE ON mailboxes TO parley_app;
    GRANT SELECT, INSERT, UPDATE, DELETE ON mailbox_problems TO parley_app;
  `);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('DROP TABLE mailbox_problems, mailboxes;');
}
