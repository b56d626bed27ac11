import type { Knex } from 'knex';

/** Addresses of a message's and of an invitation's own. The grants of 0006 are the tables', so they hold here, too. */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    ALTER TABLE tenants ADD COLUMN unguessable_organizer boolean NOT NULL DEFAULT false;

    -- SHA-256 of the tag in the reply address and in the return path; null where a message has none of its own.
    ALTER TABLE outgoing_messages ADD COLUMN tag_hash bytea CHECK (length(tag_hash) = 32);
    CREATE UNIQUE INDEX outgoing_messages_by_tag ON outgoing_messages (tag_hash);

    -- SHA-256 of the tag in the ORGANIZER's address; null: the plain organizer mailbox.
    ALTER TABLE invitations ADD COLUMN organizer_tag_hash bytea CHECK (length(organizer_tag_hash) = 32);
    CREATE UNIQUE INDEX invitations_by_organizer_tag ON invitations (organizer_tag_hash);
  `);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw(`
    ALTER TABLE invitations DROP COLUMN organizer_tag_hash;
    ALTER TABLE outgoing_messages DROP COLUMN tag_hash;
    ALTER TABLE tenants DROP COLUMN unguessable_organizer;
  `);
}
