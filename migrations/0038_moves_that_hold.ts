import type { Knex } from 'knex';

/** What is held for a move counts for limits: there are few at a time. */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    CREATE INDEX pending_proposals_that_hold ON pending_proposals (meeting_id) WHERE holds AND status = 'pending'
  `);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('DROP INDEX pending_proposals_that_hold');
}
