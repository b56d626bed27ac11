import type { Knex } from 'knex';

/**
 * What backends are told by Standard Webhooks: where to, what, and how each delivery went. An event is written with the
 * change that it tells, and only where an endpoint wants it.
 */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    ALTER TABLE api_keys
      DROP CONSTRAINT api_keys_scopes_check,
      ADD CHECK (scopes <@ ARRAY['meetings', 'ics', 'hooks', 'mail', 'webhooks'] AND cardinality(scopes) > 0);

    CREATE TABLE webhook_endpoints (
      id uuid PRIMARY KEY,
      tenant_id uuid NOT NULL REFERENCES tenants,
      url text NOT NULL,
      description text NOT NULL DEFAULT '',
      -- Null: all, also those that are yet to come.
      event_types text[],
      -- Who is told when it is disabled. Null: the tenant's mailbox.
      contact_email text,
      secret_sealed bytea NOT NULL,
      secret_key_id text NOT NULL,
      -- The one before the rotation; both sign until then.
      previous_sealed bytea,
      previous_key_id text,
      previous_until timestamptz,
      enabled boolean NOT NULL DEFAULT true,
      disabled_reason text CHECK (disabled_reason IN ('asked', 'gone', 'failing')),
      disabled_at timestamptz,
      -- Since when nothing was taken. Null: the newest attempt was, or there was none.
      failing_since timestamptz,
      delivered_at timestamptz,
      created_at timestamptz NOT NULL DEFAULT now(),
      updated_at timestamptz NOT NULL DEFAULT now(),
      UNIQUE (tenant_id, id),
      CHECK (enabled = (disabled_reason IS NULL) AND enabled = (disabled_at IS NULL)),
      CHECK ((previous_sealed IS NULL) = (previous_key_id IS NULL) AND (previous_sealed IS NULL) = (previous_until IS NULL))
    );
    CREATE INDEX webhook_endpoints_by_tenant ON webhook_endpoints (tenant_id, created_at);

    CREATE TABLE webhook_events (
      -- The webhook-id of all its deliveries.
      id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
      -- In the order in which they were written.
      number bigint GENERATED ALWAYS AS IDENTITY,
      tenant_id uuid NOT NULL REFERENCES tenants,
      type text NOT NULL,
      at timestamptz NOT NULL,
      data jsonb NOT NULL,
      created_at timestamptz NOT NULL DEFAULT now(),
      UNIQUE (tenant_id, id)
    );
    CREATE INDEX webhook_events_by_age ON webhook_events (created_at);

    CREATE TABLE webhook_deliveries (
      id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
      -- In the order in which they were written.
      number bigint GENERATED ALWAYS AS IDENTITY,
      tenant_id uuid NOT NULL,
      endpoint_id uuid NOT NULL,
      event_id uuid NOT NULL,
      state text NOT NULL DEFAULT 'pending' CHECK (state IN ('pending', 'delivered', 'failed')),
      -- To deliver it again is another run, with a workflow of its own.
      run int NOT NULL DEFAULT 1 CHECK (run > 0),
      -- Of this run.
      attempts int NOT NULL DEFAULT 0,
      -- When its workflow was. Null: a relay has to do so.
      started_at timestamptz,
      settled_at timestamptz,
      created_at timestamptz NOT NULL DEFAULT now(),
      UNIQUE (endpoint_id, event_id),
      UNIQUE (tenant_id, id),
      FOREIGN KEY (tenant_id, endpoint_id) REFERENCES webhook_endpoints (tenant_id, id) ON DELETE CASCADE,
      FOREIGN KEY (tenant_id, event_id) REFERENCES webhook_events (tenant_id, id),
      CHECK ((state = 'pending') = (settled_at IS NULL))
    );
    CREATE INDEX webhook_deliveries_by_endpoint ON webhook_deliveries (endpoint_id, number);
    CREATE INDEX webhook_deliveries_by_event ON webhook_deliveries (event_id);
    CREATE INDEX webhook_deliveries_by_age ON webhook_deliveries (created_at);
    CREATE INDEX webhook_deliveries_unstarted ON webhook_deliveries (number) WHERE started_at IS NULL;

    CREATE TABLE webhook_attempts (
      id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      tenant_id uuid NOT NULL,
      delivery_id uuid NOT NULL,
      run int NOT NULL,
      at timestamptz NOT NULL,
      took_ms int NOT NULL,
      -- Null: no answer came.
      http_status int,
      -- Why it was not taken. Null: it was.
      problem text,
      FOREIGN KEY (tenant_id, delivery_id) REFERENCES webhook_deliveries (tenant_id, id) ON DELETE CASCADE
    );
    CREATE INDEX webhook_attempts_by_delivery ON webhook_attempts (delivery_id, id);

    GRANT SELECT, INSERT, UPDATE, DELETE ON webhook_endpoints TO parley_app;
    GRANT SELECT, INSERT ON webhook_events, webhook_attempts TO parley_app;
    GRANT SELECT, INSERT, UPDATE ON webhook_deliveries TO parley_app;
    GRANT SELECT, DELETE ON webhook_events, webhook_deliveries TO parley_retention;
  `);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw(`
    DROP TABLE webhook_attempts, webhook_deliveries, webhook_events, webhook_endpoints;
    UPDATE api_keys SET scopes = array_remove(scopes, 'webhooks') WHERE scopes <> ARRAY['webhooks'];
    DELETE FROM api_keys WHERE scopes = ARRAY['webhooks'];
    ALTER TABLE api_keys
      DROP CONSTRAINT api_keys_scopes_check,
      ADD CHECK (scopes <@ ARRAY['meetings', 'ics', 'hooks', 'mail'] AND cardinality(scopes) > 0);
  `);
}
