import type { Knex } from 'knex';

/** A message that waits in its mailbox, because its tenant's mail of the day is used up, is written down as one that failed is. */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    ALTER TABLE mailbox_problems DROP CONSTRAINT mailbox_problems_reason_check;
    ALTER TABLE mailbox_problems ADD CONSTRAINT mailbox_problems_reason_check
      CHECK (reason IN ('too-large', 'unreadable', 'ingest-failed', 'mail-of-the-day-used-up'));
  `);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw(`
    UPDATE mailbox_problems SET reason = 'ingest-failed' WHERE reason = 'mail-of-the-day-used-up';
    ALTER TABLE mailbox_problems DROP CONSTRAINT mailbox_problems_reason_check;
    ALTER TABLE mailbox_problems ADD CONSTRAINT mailbox_problems_reason_check
      CHECK (reason IN ('too-large', 'unreadable', 'ingest-failed'));
  `);
}
