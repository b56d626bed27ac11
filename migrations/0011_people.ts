import type { Knex } from 'knex';

/**
 * Who or what has a calendar and can be invited (RFC 3744 §2, RFC 6638 §2.4.2): members, rooms, resources and groups
 * of them; how they sign in, by a link that is mailed; and the people outside, who are known by an address alone.
 */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    CREATE TYPE principal_kind AS ENUM ('individual', 'room', 'resource', 'group');

    CREATE TABLE principals (
      id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
      tenant_id uuid NOT NULL REFERENCES tenants,
      kind principal_kind NOT NULL,
      -- Null: a member who has told none.
      name text CHECK (length(name) BETWEEN 1 AND 200),
      timezone text NOT NULL DEFAULT 'UTC',
      -- BCP 47; null: the tenant's.
      language text,
      -- Whose room or resource it is: who sets its calendar.
      owner_id uuid,
      created_at timestamptz NOT NULL DEFAULT now(),
      updated_at timestamptz NOT NULL DEFAULT now(),
      UNIQUE (tenant_id, id),
      FOREIGN KEY (tenant_id, owner_id) REFERENCES principals (tenant_id, id),
      CONSTRAINT principals_name_check1 CHECK (kind = 'individual' OR name IS NOT NULL),
      CONSTRAINT principals_owner_check CHECK (CASE kind
        WHEN 'room' THEN owner_id IS NOT NULL
        WHEN 'resource' THEN true
        ELSE owner_id IS NULL END),
      -- A room's name is in its address.
      CONSTRAINT principals_room_name_check
        CHECK (kind <> 'room' OR (name ~ '^[a-z0-9]+(-+[a-z0-9]+)*$' AND length(name) <= 63))
    );
    CREATE INDEX principals_by_tenant ON principals (tenant_id, created_at, id);
    CREATE INDEX principals_by_owner ON principals (owner_id) WHERE owner_id IS NOT NULL;
    -- There is one of each in the installation.
    CREATE UNIQUE INDEX principals_room_name ON principals (name) WHERE kind = 'room';

    CREATE TABLE principal_addresses (
      tenant_id uuid NOT NULL,
      principal_id uuid NOT NULL,
      address text NOT NULL CHECK (address LIKE '%_@_%'),
      address_key text NOT NULL GENERATED ALWAYS AS (lower(address)) STORED,
      is_primary boolean NOT NULL DEFAULT false,
      -- When they have shown that they read its mail; null: somebody has only said so.
      verified_at timestamptz,
      created_at timestamptz NOT NULL DEFAULT now(),
      -- An address is one principal's.
      PRIMARY KEY (tenant_id, address_key),
      FOREIGN KEY (tenant_id, principal_id) REFERENCES principals (tenant_id, id)
    );
    CREATE UNIQUE INDEX one_primary_address ON principal_addresses (principal_id) WHERE is_primary;
    CREATE INDEX principal_addresses_by_principal ON principal_addresses (principal_id);
    CREATE INDEX principal_addresses_by_key ON principal_addresses (address_key);

    CREATE TABLE group_members (
      tenant_id uuid NOT NULL,
      group_id uuid NOT NULL,
      member_id uuid NOT NULL,
      PRIMARY KEY (group_id, member_id),
      CHECK (group_id <> member_id),
      FOREIGN KEY (tenant_id, group_id) REFERENCES principals (tenant_id, id),
      FOREIGN KEY (tenant_id, member_id) REFERENCES principals (tenant_id, id)
    );

    -- People outside, who are known by an address alone.
    CREATE TABLE contacts (
      id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
      tenant_id uuid NOT NULL REFERENCES tenants,
      address text NOT NULL CHECK (address LIKE '%_@_%'),
      address_key text NOT NULL GENERATED ALWAYS AS (lower(address)) STORED,
      created_at timestamptz NOT NULL DEFAULT now(),
      UNIQUE (tenant_id, id),
      UNIQUE (tenant_id, address_key)
    );

    -- Other addresses of a person: what comes from them is that person's.
    CREATE TABLE learned_addresses (
      tenant_id uuid NOT NULL,
      principal_id uuid,
      contact_id uuid,
      person_id uuid NOT NULL GENERATED ALWAYS AS (coalesce(principal_id, contact_id)) STORED,
      address_key text NOT NULL CHECK (address_key = lower(address_key) AND address_key LIKE '%_@_%'),
      -- The one meeting that it was learned for; null: all of that person.
      meeting_id uuid,
      learned_from text NOT NULL CHECK (learned_from IN ('link', 'api')),
      created_at timestamptz NOT NULL DEFAULT now(),
      CHECK (num_nonnulls(principal_id, contact_id) = 1),
      UNIQUE NULLS NOT DISTINCT (person_id, address_key, meeting_id),
      FOREIGN KEY (tenant_id, principal_id) REFERENCES principals (tenant_id, id),
      FOREIGN KEY (tenant_id, contact_id) REFERENCES contacts (tenant_id, id),
      FOREIGN KEY (tenant_id, meeting_id) REFERENCES meetings (tenant_id, id)
    );
    CREATE INDEX learned_addresses_by_key ON learned_addresses (tenant_id, address_key);

    ALTER TABLE invite_requests
      ADD COLUMN principal_id uuid,
      ADD COLUMN contact_id uuid,
      ADD CHECK (num_nonnulls(principal_id, contact_id) = 1),
      ADD FOREIGN KEY (tenant_id, principal_id) REFERENCES principals (tenant_id, id),
      ADD FOREIGN KEY (tenant_id, contact_id) REFERENCES contacts (tenant_id, id);
    ALTER TABLE invitations
      ADD COLUMN principal_id uuid,
      ADD COLUMN contact_id uuid,
      ADD COLUMN person_id uuid NOT NULL GENERATED ALWAYS AS (coalesce(principal_id, contact_id)) STORED,
      ADD CHECK (num_nonnulls(principal_id, contact_id) = 1),
      ADD FOREIGN KEY (tenant_id, principal_id) REFERENCES principals (tenant_id, id),
      ADD FOREIGN KEY (tenant_id, contact_id) REFERENCES contacts (tenant_id, id);

    -- Time that a meeting takes from somebody.
    CREATE TABLE reservations (
      tenant_id uuid NOT NULL,
      meeting_id uuid NOT NULL,
      attendee_id text NOT NULL,
      principal_id uuid,
      contact_id uuid,
      person_id uuid NOT NULL GENERATED ALWAYS AS (coalesce(principal_id, contact_id)) STORED,
      kind text NOT NULL DEFAULT 'meeting' CHECK (kind IN ('meeting')),
      period tstzrange NOT NULL CHECK (NOT isempty(period)),
      -- With the buffers around it, in which nothing else may be.
      blocked tstzrange NOT NULL CHECK (blocked @> period),
      PRIMARY KEY (meeting_id, attendee_id),
      CHECK (num_nonnulls(principal_id, contact_id) = 1),
      FOREIGN KEY (tenant_id, meeting_id) REFERENCES meetings (tenant_id, id),
      FOREIGN KEY (tenant_id, principal_id) REFERENCES principals (tenant_id, id),
      FOREIGN KEY (tenant_id, contact_id) REFERENCES contacts (tenant_id, id),
      -- Nobody is in two meetings at once, under whichever address, and whoever books at the same moment.
      CONSTRAINT one_meeting_at_a_time EXCLUDE USING gist (person_id WITH =, blocked WITH &&)
    );

    CREATE TABLE sign_ins (
      id uuid PRIMARY KEY,
      tenant_id uuid NOT NULL REFERENCES tenants,
      principal_id uuid NOT NULL,
      -- Where the link is mailed: an address of theirs.
      address text NOT NULL CHECK (address LIKE '%_@_%'),
      -- Where its reader wanted to go; null: to all rooms of theirs.
      room_id uuid,
      -- Of the page that asked (BCP 47); the mail is in it.
      language text,
      -- Null: the mail is not composed yet.
      token_hash bytea UNIQUE CHECK (length(token_hash) = 32),
      created_at timestamptz NOT NULL,
      expires_at timestamptz NOT NULL,
      used_at timestamptz,
      UNIQUE (tenant_id, id),
      FOREIGN KEY (tenant_id, principal_id) REFERENCES principals (tenant_id, id),
      FOREIGN KEY (tenant_id, room_id) REFERENCES principals (tenant_id, id)
    );
    CREATE INDEX sign_ins_by_principal ON sign_ins (principal_id, created_at);
    CREATE INDEX sign_ins_by_time ON sign_ins (tenant_id, created_at);

    CREATE TABLE sessions (
      token_hash bytea PRIMARY KEY CHECK (length(token_hash) = 32),
      tenant_id uuid NOT NULL,
      principal_id uuid NOT NULL,
      created_at timestamptz NOT NULL,
      expires_at timestamptz NOT NULL,
      ended_at timestamptz,
      FOREIGN KEY (tenant_id, principal_id) REFERENCES principals (tenant_id, id)
    );
    CREATE INDEX sessions_by_age ON sessions (expires_at);

    ALTER TABLE outgoing_messages
      ALTER COLUMN meeting_id DROP NOT NULL,
      ALTER COLUMN uid DROP NOT NULL,
      ALTER COLUMN attendee_id DROP NOT NULL,
      -- The one other thing that a message can be about.
      ADD COLUMN sign_in_id uuid UNIQUE,
      ADD CONSTRAINT outgoing_messages_sign_in_fkey
        FOREIGN KEY (tenant_id, sign_in_id) REFERENCES sign_ins (tenant_id, id),
      ADD CONSTRAINT outgoing_messages_about_check CHECK (
        (meeting_id IS NULL) = (sign_in_id IS NOT NULL)
        AND (meeting_id IS NULL) = (uid IS NULL)
        AND (meeting_id IS NULL) = (attendee_id IS NULL));

    GRANT SELECT, INSERT, UPDATE ON principals, principal_addresses, sign_ins TO parley_app;
    GRANT SELECT, INSERT, UPDATE ON contacts TO parley_app;
    GRANT SELECT, INSERT, UPDATE, DELETE ON reservations TO parley_app;
    GRANT SELECT, INSERT, DELETE ON group_members, learned_addresses TO parley_app;
    GRANT UPDATE ON learned_addresses TO parley_app;
    GRANT SELECT, INSERT, UPDATE, DELETE ON sessions TO parley_app;
    GRANT DELETE ON principal_addresses TO parley_app;
  `);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw(`
    DELETE FROM outgoing_messages WHERE meeting_id IS NULL;
    ALTER TABLE outgoing_messages
      DROP COLUMN sign_in_id,
      ALTER COLUMN meeting_id SET NOT NULL,
      ALTER COLUMN uid SET NOT NULL,
      ALTER COLUMN attendee_id SET NOT NULL;
    ALTER TABLE invitations DROP COLUMN person_id, DROP COLUMN principal_id, DROP COLUMN contact_id;
    ALTER TABLE invite_requests DROP COLUMN principal_id, DROP COLUMN contact_id;
    DROP TABLE sessions, sign_ins, reservations, learned_addresses, contacts, group_members, principal_addresses, principals;
    DROP TYPE principal_kind;
  `);
}
