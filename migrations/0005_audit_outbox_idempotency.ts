import type { Knex } from 'knex';

export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    CREATE TABLE audit_log (
      id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      tenant_id uuid REFERENCES tenants,
      meeting_id uuid,
      uid text,
      at timestamptz NOT NULL DEFAULT now(),
      -- timeline: what happened to the meeting; the others: messages, decisions about mail, and the use of links.
      category text NOT NULL CHECK (category IN ('timeline', 'outbound', 'inbound', 'token', 'room')),
      what text NOT NULL,
      actor text NOT NULL CHECK (actor ~ '^(host|guest)(-[0-9]+){0,1}$' OR actor IN ('backend', 'parley', 'unknown')),
      door text NOT NULL CHECK (door IN ('api', 'mail', 'link', 'clock', 'room')),
      -- Never an address.
      details jsonb NOT NULL DEFAULT '{}',
      FOREIGN KEY (tenant_id, meeting_id) REFERENCES meetings (tenant_id, id)
    );
    CREATE INDEX audit_log_by_room ON audit_log (meeting_id, id);

    -- What must reach a workflow after a database write; written in the same transaction.
    CREATE TABLE outbox (
      id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      tenant_id uuid NOT NULL REFERENCES tenants,
      uid text NOT NULL,
      -- The event's own key: the workflow takes it once.
      event_key text NOT NULL UNIQUE,
      event jsonb NOT NULL,
      created_at timestamptz NOT NULL DEFAULT now(),
      attempts int NOT NULL DEFAULT 0,
      delivered_at timestamptz,
      gave_up_at timestamptz
    );
    CREATE INDEX outbox_undelivered ON outbox (id) WHERE delivered_at IS NULL AND gave_up_at IS NULL;

    CREATE TABLE idempotency_keys (
      -- Whose key it is: a tenant, or the holder of a link.
      scope text NOT NULL,
      key text NOT NULL CHECK (length(key) BETWEEN 1 AND 255),
      request_hash bytea NOT NULL,
      status int,
      answer jsonb,
      created_at timestamptz NOT NULL DEFAULT now(),
      -- A request that died in flight frees its key at this time.
      locked_until timestamptz NOT NULL,
      PRIMARY KEY (scope, key)
    );
    CREATE INDEX idempotency_keys_by_age ON idempotency_keys (created_at);
  `);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('DROP TABLE idempotency_keys, outbox, audit_log;');
}
