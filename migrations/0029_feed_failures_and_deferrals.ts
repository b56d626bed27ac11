import type { Knex } from 'knex';

/**
 * How long a feed has been failing, and what its owner was told of it; why a message is not sent yet, and when it is tried
 * again.
 */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    ALTER TABLE feeds
      -- When it could be read last, whether there was anything new or not.
      ADD COLUMN last_good_at timestamptz,
      -- The first failure of those that no good fetch came between; null: the last one was good.
      ADD COLUMN failing_since timestamptz,
      -- When its owner was told of these failures; null: not yet.
      ADD COLUMN owner_told_at timestamptz;
    UPDATE feeds
       SET last_good_at = CASE WHEN last_result <> 'failed' THEN last_sync_at END,
           failing_since = CASE WHEN last_result = 'failed' THEN last_sync_at END;
    ALTER TABLE feeds ADD CHECK (owner_told_at IS NULL OR failing_since IS NOT NULL);

    -- What a member is told by a mail that is about no meeting.
    CREATE TABLE notices (
      id uuid PRIMARY KEY,
      tenant_id uuid NOT NULL REFERENCES tenants,
      -- Null: nobody who is a member.
      principal_id uuid,
      -- Where it goes: an address of theirs.
      address text NOT NULL CHECK (address LIKE '%_@_%'),
      kind text NOT NULL CHECK (kind IN ('feed-failing', 'endpoint-disabled')),
      room_id uuid,
      -- Of webhooks; it may be deleted meanwhile. Of its address only the host, since the path may be a secret.
      endpoint_id uuid,
      host text,
      -- Stable code.
      problem text NOT NULL,
      -- Since when it is so.
      since timestamptz NOT NULL,
      created_at timestamptz NOT NULL,
      UNIQUE (tenant_id, id),
      CHECK ((kind = 'feed-failing') = (room_id IS NOT NULL) AND (room_id IS NULL) = (principal_id IS NULL)),
      CHECK ((kind = 'endpoint-disabled') = (endpoint_id IS NOT NULL) AND (host IS NULL) = (endpoint_id IS NULL)),
      -- Of one thing that goes on, once.
      UNIQUE (room_id, kind, since),
      FOREIGN KEY (tenant_id, principal_id) REFERENCES principals (tenant_id, id),
      FOREIGN KEY (tenant_id, room_id) REFERENCES principals (tenant_id, id)
    );

    ALTER TABLE outgoing_messages
      ADD COLUMN notice_id uuid UNIQUE,
      ADD CONSTRAINT outgoing_messages_notice_fkey
        FOREIGN KEY (tenant_id, notice_id) REFERENCES notices (tenant_id, id),
      -- What came of the last attempt: an SMTP code, or a stable word; null: the server took it.
      ADD COLUMN last_code text,
      -- Since when it is deferred, and when it is tried again; null: it is not, or nobody knows.
      ADD COLUMN deferred_since timestamptz,
      ADD COLUMN next_attempt_at timestamptz,
      DROP CONSTRAINT outgoing_messages_about_check,
      ADD CONSTRAINT outgoing_messages_about_check CHECK (
        num_nonnulls(meeting_id, sign_in_id, notice_id) = 1
        AND (meeting_id IS NULL) = (uid IS NULL)
        AND (meeting_id IS NULL) = (attendee_id IS NULL));

    GRANT SELECT, INSERT ON notices TO parley_app;
    GRANT SELECT, DELETE ON notices TO parley_retention;
  `);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw(`
    DELETE FROM outgoing_messages WHERE notice_id IS NOT NULL;
    ALTER TABLE outgoing_messages
      DROP CONSTRAINT outgoing_messages_about_check,
      DROP COLUMN notice_id, DROP COLUMN last_code, DROP COLUMN deferred_since, DROP COLUMN next_attempt_at,
      ADD CONSTRAINT outgoing_messages_about_check CHECK (
        (meeting_id IS NULL) = (sign_in_id IS NOT NULL)
        AND (meeting_id IS NULL) = (uid IS NULL)
        AND (meeting_id IS NULL) = (attendee_id IS NULL));
    DROP TABLE notices;
    ALTER TABLE feeds DROP COLUMN last_good_at, DROP COLUMN failing_since, DROP COLUMN owner_told_at;
  `);
}
