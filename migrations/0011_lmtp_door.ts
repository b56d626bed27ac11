import type { Knex } from 'knex';

/** Mail comes in by LMTP, too. */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    ALTER TABLE imip_messages DROP CONSTRAINT IF EXISTS imip_messages_door_check;
    ALTER TABLE imip_messages ADD CONSTRAINT imip_messages_door_check
      CHECK (door IN ('smtp', 'lmtp', 'webhook', 'imap'));
  `);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw(`
    UPDATE imip_messages SET door = 'smtp' WHERE door = 'lmtp';
    ALTER TABLE imip_messages DROP CONSTRAINT imip_messages_door_check;
    ALTER TABLE imip_messages ADD CONSTRAINT imip_messages_door_check CHECK (door IN ('smtp', 'webhook', 'imap'));
  `);
}
