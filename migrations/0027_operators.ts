import type { Knex } from 'knex';

const SCOPES = ['meetings', 'ics', 'hooks', 'mail', 'webhooks'];

const check = (scopes: readonly string[]): string =>
  `CHECK (scopes <@ ARRAY[${scopes.map((scope) => `'${scope}'`).join(', ')}] AND cardinality(scopes) > 0)`;

/** Who runs an installation is a member with that role, or has a key with that scope, and stays signed in for a while. */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    ALTER TABLE api_keys DROP CONSTRAINT api_keys_scopes_check;
    ALTER TABLE api_keys ADD CONSTRAINT api_keys_scopes_check ${check([...SCOPES, 'operator'])};
    -- The configured key has every scope.
    UPDATE api_keys SET scopes = ARRAY[${[...SCOPES, 'operator'].map((scope) => `'${scope}'`).join(', ')}]
     WHERE name = 'PARLEY_API_KEY' AND scopes @> ARRAY['meetings', 'ics', 'hooks', 'mail'];

    ALTER TABLE principals
      -- Sees how the installation fares, as far as it concerns their tenant.
      ADD COLUMN operates boolean NOT NULL DEFAULT false,
      ADD CONSTRAINT principals_operates_check CHECK (NOT operates OR kind = 'individual');

    ALTER TABLE api_keys ADD UNIQUE (tenant_id, id);
    CREATE TABLE operator_sessions (
      token_hash bytea PRIMARY KEY CHECK (length(token_hash) = 32),
      tenant_id uuid NOT NULL,
      -- When it is revoked, what began with it is over.
      api_key_id uuid NOT NULL,
      created_at timestamptz NOT NULL,
      expires_at timestamptz NOT NULL,
      ended_at timestamptz,
      FOREIGN KEY (tenant_id, api_key_id) REFERENCES api_keys (tenant_id, id)
    );
    CREATE INDEX operator_sessions_by_age ON operator_sessions (expires_at);
    GRANT SELECT, INSERT, UPDATE, DELETE ON operator_sessions TO parley_app;

    -- What was given up is looked for as often as what waits.
    CREATE INDEX outgoing_messages_failed ON outgoing_messages (prepared_at) WHERE state = 'failed';
    CREATE INDEX imip_messages_failed ON imip_messages (received_at) WHERE decision IN ('failed', 'confirm');
  `);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw(`
    DROP INDEX imip_messages_failed, outgoing_messages_failed;
    DROP TABLE operator_sessions;
    ALTER TABLE api_keys DROP CONSTRAINT api_keys_tenant_id_id_key;
    ALTER TABLE principals DROP CONSTRAINT principals_operates_check, DROP COLUMN operates;
    DELETE FROM api_keys WHERE scopes = ARRAY['operator'];
    UPDATE api_keys SET scopes = array_remove(scopes, 'operator');
    ALTER TABLE api_keys DROP CONSTRAINT api_keys_scopes_check;
    ALTER TABLE api_keys ADD CONSTRAINT api_keys_scopes_check ${check(SCOPES)};
  `);
}
