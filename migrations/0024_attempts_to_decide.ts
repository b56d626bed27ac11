import type { Knex } from 'knex';

/** A message is decided by one attempt at a time. */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    ALTER TABLE imip_messages
      -- Null: none has begun, or the last one has failed.
      ADD COLUMN attempt_began_at timestamptz;
  `);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('ALTER TABLE imip_messages DROP COLUMN attempt_began_at');
}
