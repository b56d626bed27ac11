import type { Knex } from 'knex';

export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    ALTER TABLE attendee_aliases
      DROP CONSTRAINT attendee_aliases_pkey,
      -- The one meeting that it was learned for; null: all of that person.
      ADD COLUMN meeting_id uuid,
      ADD FOREIGN KEY (tenant_id, meeting_id) REFERENCES meetings (tenant_id, id),
      ADD UNIQUE NULLS NOT DISTINCT (tenant_id, attendee_key, alias_key, meeting_id);
    GRANT DELETE ON attendee_aliases TO parley_app;
  `);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw(`
    REVOKE DELETE ON attendee_aliases FROM parley_app;
    DELETE FROM attendee_aliases WHERE meeting_id IS NOT NULL;
    ALTER TABLE attendee_aliases
      DROP COLUMN meeting_id,
      ADD PRIMARY KEY (tenant_id, attendee_key, alias_key);
  `);
}
