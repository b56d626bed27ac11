import type { Knex } from 'knex';

/** Whose turn it is follows from the meetings that there are: what was refused, given back or cancelled was nobody's turn. */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    ALTER TABLE event_type_hosts DROP COLUMN bookings, DROP COLUMN last_booked_at;
    CREATE INDEX meetings_by_event_type_made ON meetings (event_type_id, created_at) WHERE event_type_id IS NOT NULL;
  `);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw(`
    DROP INDEX meetings_by_event_type_made;
    ALTER TABLE event_type_hosts
      ADD COLUMN bookings integer NOT NULL DEFAULT 0,
      ADD COLUMN last_booked_at timestamptz;
  `);
}
