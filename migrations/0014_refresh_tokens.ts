import type { Knex } from 'knex';

export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    ALTER TABLE mailboxes
      -- The newest one of an authorization server that rotates them, sealed.
      ADD COLUMN refresh_token_sealed bytea,
      -- SHA-256 of the configured one that it came from: another one in the configuration starts again.
      ADD COLUMN refresh_token_from bytea CHECK (length(refresh_token_from) = 32),
      ADD CHECK ((refresh_token_sealed IS NULL) = (refresh_token_from IS NULL));
  `);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('ALTER TABLE mailboxes DROP COLUMN refresh_token_sealed, DROP COLUMN refresh_token_from;');
}
