import type { Knex } from 'knex';

export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    -- Whole messages, sealed (AES-256-GCM): they carry addresses and links.
    CREATE TABLE raw_messages (
      id uuid PRIMARY KEY,
      sha256 bytea NOT NULL CHECK (length(sha256) = 32),
      size int NOT NULL,
      sealed bytea NOT NULL,
      created_at timestamptz NOT NULL DEFAULT now()
    );

    CREATE TABLE outgoing_messages (
      id uuid PRIMARY KEY,
      tenant_id uuid NOT NULL,
      meeting_id uuid NOT NULL,
      uid text NOT NULL,
      attendee_id text NOT NULL,
      kind text NOT NULL,
      method text CHECK (method IN ('REQUEST', 'CANCEL', 'DECLINECOUNTER')),
      sequence int NOT NULL,
      -- SEQUENCE, method, kind, recipient and cause: one message for a key, ever.
      message_key text NOT NULL,
      revision int NOT NULL,
      message_id text NOT NULL UNIQUE,
      raw_id uuid NOT NULL REFERENCES raw_messages,
      state text NOT NULL DEFAULT 'prepared'
        CHECK (state IN ('prepared', 'sent', 'failed', 'delivered', 'bounced', 'deferred')),
      attempts int NOT NULL DEFAULT 0,
      last_response text,
      prepared_at timestamptz NOT NULL DEFAULT now(),
      sent_at timestamptz,
      UNIQUE (meeting_id, message_key),
      FOREIGN KEY (tenant_id, meeting_id) REFERENCES meetings (tenant_id, id)
    );
    CREATE INDEX outgoing_messages_unsent ON outgoing_messages (prepared_at) WHERE state IN ('prepared', 'deferred');
    CREATE INDEX outgoing_messages_by_change ON outgoing_messages (meeting_id, revision);

    CREATE TABLE imip_messages (
      id uuid PRIMARY KEY,
      -- Known once the message was matched to a meeting.
      tenant_id uuid,
      meeting_id uuid,
      -- The Message-ID, or the hash of a message that has none: the same message through two doors has one effect.
      -- The only tenant that it may be for, when the door knew.
      arrived_for uuid REFERENCES tenants,
      dedupe_key text NOT NULL UNIQUE,
      door text NOT NULL CHECK (door IN ('smtp', 'webhook', 'imap')),
      envelope_from text,
      envelope_to text[] NOT NULL DEFAULT '{}',
      uid text,
      method text,
      sequence int,
      attendee_email text,
      partstat text,
      decision text CHECK (decision IN ('reply', 'counter', 'ignored')),
      reason text,
      raw_id uuid NOT NULL REFERENCES raw_messages,
      received_at timestamptz NOT NULL,
      decided_at timestamptz,
      FOREIGN KEY (tenant_id, meeting_id) REFERENCES meetings (tenant_id, id)
    );
    CREATE INDEX imip_messages_undecided ON imip_messages (received_at) WHERE decision IS NULL;
    CREATE INDEX imip_messages_by_uid ON imip_messages (uid);
  `);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('DROP TABLE imip_messages, outgoing_messages, raw_messages;');
}
