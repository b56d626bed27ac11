import type { Knex } from 'knex';

/**
 * The language (BCP 47) that a person reads, and a tenant's people when nobody told theirs.
 * parley_app may read and write these tables as a whole already (0006).
 */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    ALTER TABLE tenants ADD COLUMN language text;
    ALTER TABLE invitations ADD COLUMN attendee_language text;
    ALTER TABLE invite_requests ADD COLUMN language text;
  `);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw(`
    ALTER TABLE invite_requests DROP COLUMN language;
    ALTER TABLE invitations DROP COLUMN attendee_language;
    ALTER TABLE tenants DROP COLUMN language;
  `);
}
