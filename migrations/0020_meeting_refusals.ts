import type { Knex } from 'knex';

export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    -- What a meeting said no to while somebody waited for the answer; what it did is in meeting_changes.
    CREATE TABLE meeting_refusals (
      -- Names one call: the same event may be asked for again, and is then decided again.
      call_id uuid PRIMARY KEY,
      tenant_id uuid NOT NULL,
      room_id uuid NOT NULL,
      code text NOT NULL,
      refused_at timestamptz NOT NULL DEFAULT now(),
      FOREIGN KEY (tenant_id, room_id) REFERENCES practice_rooms (tenant_id, id) ON DELETE CASCADE
    );
    CREATE INDEX meeting_refusals_by_age ON meeting_refusals (refused_at);
    GRANT SELECT, INSERT, DELETE ON meeting_refusals TO parley_app;
  `);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('DROP TABLE meeting_refusals;');
}
