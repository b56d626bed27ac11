import type { Knex } from 'knex';

/** Calendars of holidays that are read again by themselves, from an address. */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    ALTER TABLE holiday_calendars
      -- Null: a file that was handed in.
      ADD COLUMN url_sealed bytea,
      ADD COLUMN url_key_id text,
      -- What its member may see of it: the host.
      ADD COLUMN url_masked text,
      -- When it is read again; what is being read is due in a while, should nothing come of it.
      ADD COLUMN next_read_at timestamptz,
      -- The first failure of those that no good reading came between, and why the last one failed; null: it was good.
      ADD COLUMN failing_since timestamptz,
      -- Stable code.
      ADD COLUMN problem text,
      ADD CHECK ((url_sealed IS NULL) = (url_key_id IS NULL) AND (url_sealed IS NULL) = (url_masked IS NULL)
                 AND (url_sealed IS NULL) = (next_read_at IS NULL)),
      ADD CHECK ((failing_since IS NULL) = (problem IS NULL)),
      ADD CHECK (failing_since IS NULL OR url_sealed IS NOT NULL);
    CREATE INDEX holiday_calendars_due ON holiday_calendars (next_read_at) WHERE next_read_at IS NOT NULL;
  `);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw(`
    ALTER TABLE holiday_calendars
      DROP COLUMN url_sealed, DROP COLUMN url_key_id, DROP COLUMN url_masked, DROP COLUMN next_read_at,
      DROP COLUMN failing_since, DROP COLUMN problem;
  `);
}
