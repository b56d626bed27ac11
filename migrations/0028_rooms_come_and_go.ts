import type { Knex } from 'knex';

/** Rooms are renamed, offered to another member, deleted and brought back. */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    ALTER TABLE principals
      -- Of a room: its meetings and their story stay, and it can be brought back for a while.
      ADD COLUMN deleted_at timestamptz,
      ADD CONSTRAINT principals_deleted_check CHECK (deleted_at IS NULL OR kind = 'room');
    DROP INDEX principals_room_name;
    CREATE UNIQUE INDEX principals_room_name ON principals (name) WHERE kind = 'room' AND deleted_at IS NULL;
    -- What a room was called: its old address leads on for a while, and is nobody else's until then.
    CREATE TABLE former_room_names (
      name text PRIMARY KEY,
      tenant_id uuid NOT NULL,
      room_id uuid NOT NULL,
      until timestamptz NOT NULL,
      FOREIGN KEY (tenant_id, room_id) REFERENCES principals (tenant_id, id)
    );
    CREATE INDEX former_room_names_by_room ON former_room_names (room_id);
    -- To whom a room's owner wants to give it; whether that is anybody's address stays unsaid until it is taken.
    CREATE TABLE room_offers (
      room_id uuid PRIMARY KEY,
      tenant_id uuid NOT NULL,
      address text NOT NULL,
      address_key text GENERATED ALWAYS AS (lower(address)) STORED NOT NULL,
      expires_at timestamptz NOT NULL,
      FOREIGN KEY (tenant_id, room_id) REFERENCES principals (tenant_id, id)
    );
    CREATE INDEX room_offers_by_address ON room_offers (tenant_id, address_key);
    GRANT SELECT, INSERT, UPDATE, DELETE ON former_room_names, room_offers TO parley_app;
  `);
}

/** Rooms that were deleted are there again, under names that are nobody else's. */
export async function down(knex: Knex): Promise<void> {
  await knex.raw(`
    DROP TABLE room_offers;
    DROP TABLE former_room_names;
    UPDATE principals SET name = left(name, 54) || '-' || left(id::text, 8) WHERE deleted_at IS NOT NULL;
    DROP INDEX principals_room_name;
    CREATE UNIQUE INDEX principals_room_name ON principals (name) WHERE kind = 'room';
    ALTER TABLE principals DROP COLUMN deleted_at;
  `);
}
