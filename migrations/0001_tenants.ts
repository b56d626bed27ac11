import type { Knex } from 'knex';

export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    CREATE EXTENSION IF NOT EXISTS btree_gist;

    CREATE TYPE decline_policy AS ENUM ('strict', 'soft');

    CREATE TABLE tenants (
      id uuid PRIMARY KEY,
      slug text NOT NULL UNIQUE CHECK (slug ~ '^[a-z0-9][a-z0-9-]{0,62}$'),
      organizer_email text NOT NULL CHECK (organizer_email LIKE '%_@_%'),
      organizer_name text NOT NULL,
      product_name text NOT NULL CHECK (length(product_name) BETWEEN 1 AND 80),
      policy decline_policy NOT NULL DEFAULT 'strict',
      proposal_expiry_hours double precision NOT NULL DEFAULT 48 CHECK (proposal_expiry_hours > 0),
      one_click_links boolean NOT NULL DEFAULT false,
      created_at timestamptz NOT NULL DEFAULT now()
    );

    CREATE TABLE api_keys (
      id uuid PRIMARY KEY,
      tenant_id uuid NOT NULL REFERENCES tenants,
      name text NOT NULL,
      -- SHA-256 of the key; the key itself is shown once and never stored.
      key_hash bytea NOT NULL UNIQUE CHECK (length(key_hash) = 32),
      -- The first characters, so that its owner can tell keys apart.
      prefix text NOT NULL,
      scopes text[] NOT NULL CHECK (scopes <@ ARRAY['meetings', 'ics', 'hooks'] AND cardinality(scopes) > 0),
      created_at timestamptz NOT NULL DEFAULT now(),
      revoked_at timestamptz
    );
    CREATE INDEX api_keys_by_tenant ON api_keys (tenant_id);
  `);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('DROP TABLE api_keys, tenants; DROP TYPE decline_policy;');
}
