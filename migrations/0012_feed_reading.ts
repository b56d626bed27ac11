import type { Knex } from 'knex';

/** What a sync of a feed has to remember until the next one. */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    ALTER TABLE feeds
      -- Its next meeting comes near then: it is read again, though its bytes are the same. Null: it is read at once.
      ADD COLUMN read_again_at timestamptz;
    ALTER TABLE calendar_events
      -- It stands in a VEVENT of its own, whose SEQUENCE counts for itself (RFC 5545 §3.8.4.4).
      ADD COLUMN overridden boolean NOT NULL DEFAULT false,
      -- The calendar had it no more while it took place; its meeting was told.
      ADD COLUMN withdrawn_at timestamptz;
    -- Those that a sync compares with: past ones are ever more, and these are few.
    CREATE INDEX calendar_events_due ON calendar_events (room_id, ends_at)
      WHERE removed_at IS NULL AND withdrawn_at IS NULL;
  `);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw(`
    DROP INDEX calendar_events_due;
    ALTER TABLE calendar_events DROP COLUMN overridden, DROP COLUMN withdrawn_at;
    ALTER TABLE feeds DROP COLUMN read_again_at;
  `);
}
