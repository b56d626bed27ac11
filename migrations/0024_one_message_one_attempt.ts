import type { Knex } from 'knex';

/** A message is decided by one attempt at a time, and found by one index whoever handed it in. */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    ALTER TABLE imip_messages
      -- Null: none has begun, or the last one has failed.
      ADD COLUMN attempt_began_at timestamptz,
      DROP CONSTRAINT imip_messages_dedupe_key_key;
    UPDATE imip_messages SET dedupe_key = replace(dedupe_key, ' ' || arrived_for, '') WHERE arrived_for IS NOT NULL;
    -- What one tenant hands in is no other's.
    ALTER TABLE imip_messages ADD UNIQUE NULLS NOT DISTINCT (dedupe_key, arrived_for);
  `);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw(`
    ALTER TABLE imip_messages DROP CONSTRAINT imip_messages_dedupe_key_arrived_for_key;
    UPDATE imip_messages SET dedupe_key = dedupe_key || ' ' || arrived_for WHERE arrived_for IS NOT NULL;
    ALTER TABLE imip_messages DROP COLUMN attempt_began_at, ADD UNIQUE (dedupe_key);
  `);
}
