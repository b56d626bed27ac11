import type { Knex } from 'knex';

/** When people are reminded of a meeting, as its tenant and it itself say, and until when a reminder that waits is of use. */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    ALTER TABLE tenants
      -- Minutes before the start; none in an empty list.
      ADD COLUMN reminder_mail_minutes int[] NOT NULL DEFAULT '{1440}',
      ADD COLUMN reminder_alarm_minutes int[] NOT NULL DEFAULT '{15}';

    ALTER TABLE meetings
      ADD COLUMN reminder_mail_minutes int[] NOT NULL DEFAULT '{}',
      ADD COLUMN reminder_alarm_minutes int[] NOT NULL DEFAULT '{}';

    ALTER TABLE outgoing_messages
      -- From then on it is not sent any more, nor when the meeting is not as it was; null: it is of use at any time.
      ADD COLUMN useful_until timestamptz,
      DROP CONSTRAINT outgoing_messages_state_check,
      ADD CONSTRAINT outgoing_messages_state_check
        CHECK (state IN ('prepared', 'sent', 'failed', 'delivered', 'bounced', 'deferred', 'lapsed'));
  `);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw(`
    UPDATE outgoing_messages SET state = 'failed' WHERE state = 'lapsed';
    ALTER TABLE outgoing_messages
      DROP COLUMN useful_until,
      DROP CONSTRAINT outgoing_messages_state_check,
      ADD CONSTRAINT outgoing_messages_state_check
        CHECK (state IN ('prepared', 'sent', 'failed', 'delivered', 'bounced', 'deferred'));
    ALTER TABLE meetings DROP COLUMN reminder_mail_minutes, DROP COLUMN reminder_alarm_minutes;
    ALTER TABLE tenants DROP COLUMN reminder_mail_minutes, DROP COLUMN reminder_alarm_minutes;
  `);
}
