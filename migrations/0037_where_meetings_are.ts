import type { Knex } from 'knex';

/** What takes place somewhere else has no video room. */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    ALTER TABLE event_types ADD COLUMN online boolean NOT NULL DEFAULT true;
    ALTER TABLE meetings ADD COLUMN online boolean NOT NULL DEFAULT true;
  `);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw(`
    ALTER TABLE meetings DROP COLUMN online;
    ALTER TABLE event_types DROP COLUMN online;
  `);
}
