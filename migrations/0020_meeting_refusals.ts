import type { Knex } from 'knex';

export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    -- What a meeting said no to while somebody waited for the answer; what it did is in meeting_changes.
    CREATE TABLE meeting_refusals (
      -- Names one call: the same event may be asked for again, and is then decided again.
      call_id uuid PRIMARY KEY,
      tenant_id uuid NOT NULL,
      meeting_id uuid NOT NULL,
      code text NOT NULL,
      refused_at timestamptz NOT NULL DEFAULT now(),
      FOREIGN KEY (tenant_id, meeting_id) REFERENCES meetings (tenant_id, id) ON DELETE CASCADE
    );
    CREATE INDEX meeting_refusals_by_age ON meeting_refusals (refused_at);
    GRANT SELECT, INSERT, DELETE ON meeting_refusals TO parley_app;

    -- For the watch over meetings that stand still: those that are not over, and rooms that are open.
    CREATE INDEX meetings_to_come ON meetings (start_utc) WHERE status = 'scheduled';
    CREATE INDEX meetings_live ON meetings (end_utc) WHERE status = 'live';
    CREATE INDEX meetings_with_video ON meetings (video_closed_at) WHERE video_url IS NOT NULL;
  `);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw(`
    DROP INDEX meetings_to_come, meetings_live, meetings_with_video;
    DROP TABLE meeting_refusals;
  `);
}
