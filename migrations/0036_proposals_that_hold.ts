import type { Knex } from 'knex';

/** A slot that hosts are asked about is held meanwhile. */
export async function up(knex: Knex): Promise<void> {
  await knex.raw('ALTER TABLE pending_proposals ADD COLUMN holds boolean NOT NULL DEFAULT false');
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw(`
    DELETE FROM reservations WHERE starts_with(attendee_id, 'proposed-');
    ALTER TABLE pending_proposals DROP COLUMN holds;
  `);
}
