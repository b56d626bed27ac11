import type { Knex } from 'knex';

/** Who is inside is known by the heartbeat of their page, or by what the video service says. */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    ALTER TABLE participants
      -- The newest heartbeat. Null: none ever came, and who came in so is inside until they leave.
      ADD COLUMN seen_at timestamptz,
      -- The video service has them, whatever their page does.
      ADD COLUMN in_video boolean NOT NULL DEFAULT false,
      -- When it said so, or that they left: its reports come more than once and in any order.
      ADD COLUMN video_said_at timestamptz,
      -- How often they came; each coming and going is an event of its own.
      ADD COLUMN comings int NOT NULL DEFAULT 1 CHECK (comings > 0),
      -- They did not leave: their heartbeat stopped. The next one brings them back.
      ADD COLUMN lost boolean NOT NULL DEFAULT false,
      ADD CHECK (NOT lost OR left_at IS NOT NULL);
    CREATE INDEX meetings_by_video_name ON meetings (video_name) WHERE video_name IS NOT NULL;
    CREATE INDEX participants_beating ON participants (seen_at)
      WHERE left_at IS NULL AND seen_at IS NOT NULL AND NOT in_video;
  `);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw(`
    DROP INDEX participants_beating;
    DROP INDEX meetings_by_video_name;
    ALTER TABLE participants
      DROP COLUMN seen_at, DROP COLUMN in_video, DROP COLUMN video_said_at, DROP COLUMN comings, DROP COLUMN lost;
  `);
}
