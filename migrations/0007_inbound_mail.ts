import type { Knex } from 'knex';

export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    ALTER TABLE imip_messages
      DROP CONSTRAINT imip_messages_door_check,
      DROP CONSTRAINT imip_messages_decision_check,
      ADD CHECK (door IN ('smtp', 'lmtp', 'imap', 'webhook')),
      -- confirm: the attendee is asked by mail; failed: put aside, because reading it failed again and again.
      ADD CHECK (decision IN
        ('reply', 'counter', 'refresh', 'bounce', 'text', 'confirm', 'refused', 'ignored', 'failed')),
      -- What the SMTP session knew: SPF needs it, also when the decision is made again.
      ADD COLUMN session jsonb,
      -- Why it was decided so: sender, authentication, reply address.
      ADD COLUMN evidence jsonb NOT NULL DEFAULT '{}',
      -- The address in From, in lower case.
      ADD COLUMN sender text,
      -- Whose mailbox it came to, when it is about no meeting.
      ADD COLUMN addressed_to uuid REFERENCES tenants,
      ADD COLUMN attendee_id text,
      -- What the meeting is told once the attendee has confirmed it.
      ADD COLUMN held jsonb,
      ADD COLUMN attempts int NOT NULL DEFAULT 0;
    CREATE INDEX imip_messages_by_room ON imip_messages (meeting_id, received_at);
    CREATE INDEX imip_messages_by_time ON imip_messages (received_at, id);

    -- Sealed bytes cannot be made smaller; trying costs time.
    ALTER TABLE raw_messages ALTER COLUMN sealed SET STORAGE EXTERNAL;

    ALTER TYPE link_purpose ADD VALUE 'confirm';
    ALTER TABLE magic_links
      DROP CONSTRAINT magic_links_check,
      ADD CHECK ((purpose IN ('approve', 'decline')) = (proposal_id IS NOT NULL)),
      ADD COLUMN inbound_message_id uuid REFERENCES imip_messages;

    ALTER TABLE api_keys
      DROP CONSTRAINT api_keys_scopes_check,
      ADD CHECK (scopes <@ ARRAY['meetings', 'ics', 'hooks', 'mail'] AND cardinality(scopes) > 0);
  `);
}

export async function down(knex: Knex): Promise<void> {
  // An enum's value cannot be taken away; nothing uses it any more.
  await knex.raw(`
    DELETE FROM magic_links WHERE inbound_message_id IS NOT NULL;
    ALTER TABLE api_keys
      DROP CONSTRAINT api_keys_scopes_check,
      ADD CHECK (scopes <@ ARRAY['meetings', 'ics', 'hooks'] AND cardinality(scopes) > 0);
    ALTER TABLE magic_links
      DROP COLUMN inbound_message_id,
      DROP CONSTRAINT magic_links_check,
      ADD CHECK ((purpose = 'propose') = (proposal_id IS NULL));
    DROP INDEX imip_messages_by_room, imip_messages_by_time;
    ALTER TABLE imip_messages
      DROP COLUMN session, DROP COLUMN evidence, DROP COLUMN sender, DROP COLUMN addressed_to,
      DROP COLUMN attendee_id, DROP COLUMN held, DROP COLUMN attempts,
      DROP CONSTRAINT imip_messages_door_check,
      DROP CONSTRAINT imip_messages_decision_check,
      ADD CHECK (door IN ('smtp', 'webhook', 'imap')),
      ADD CHECK (decision IN ('reply', 'counter', 'ignored'));
  `);
}
