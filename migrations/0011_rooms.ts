import type { Knex } from 'knex';

/** Rooms with a name, an owner and a calendar feed. A meeting in one is a row of meetings, as every meeting is. */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    CREATE TABLE rooms (
      id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
      tenant_id uuid NOT NULL REFERENCES tenants,
      -- In its address, so there is one of each in the installation.
      name text NOT NULL UNIQUE CHECK (name ~ '^[a-z0-9]+(-+[a-z0-9]+)*$' AND length(name) <= 63),
      owner_email text NOT NULL CHECK (owner_email LIKE '%_@_%'),
      owner_key text NOT NULL GENERATED ALWAYS AS (lower(owner_email)) STORED,
      owner_name text,
      timezone text NOT NULL DEFAULT 'UTC',
      created_at timestamptz NOT NULL DEFAULT now(),
      updated_at timestamptz NOT NULL DEFAULT now(),
      UNIQUE (tenant_id, id)
    );
    CREATE INDEX rooms_by_owner ON rooms (tenant_id, owner_key);

    -- The feed that a room follows, and how far it was followed.
    CREATE TABLE feeds (
      room_id uuid PRIMARY KEY,
      tenant_id uuid NOT NULL,
      -- Sealed: it may carry a token. Null: none is set.
      url_sealed bytea,
      url_key_id text,
      -- What its owner sees of it.
      url_masked text,
      interval_minutes int NOT NULL DEFAULT 5 CHECK (interval_minutes IN (1, 5, 10, 30, 60)),
      enabled boolean NOT NULL DEFAULT true,
      etag text,
      last_modified text,
      content_hash bytea,
      last_sync_at timestamptz,
      last_change_at timestamptz,
      -- Stable codes; null: never synced.
      last_result text,
      last_problem text,
      events int NOT NULL DEFAULT 0,
      matches int NOT NULL DEFAULT 0,
      problems jsonb NOT NULL DEFAULT '[]',
      -- The feed that would have removed every meeting; a second one that agrees does.
      withheld_hash bytea,
      CHECK ((url_sealed IS NULL) = (url_key_id IS NULL)),
      CHECK ((url_sealed IS NULL) = (url_masked IS NULL)),
      FOREIGN KEY (tenant_id, room_id) REFERENCES rooms (tenant_id, id)
    );

    -- Fetches that were not like the one before them.
    CREATE TABLE feed_fetches (
      id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      tenant_id uuid NOT NULL,
      room_id uuid NOT NULL,
      at timestamptz NOT NULL,
      result text NOT NULL,
      http_status int,
      bytes int,
      took_ms int NOT NULL,
      events int NOT NULL DEFAULT 0,
      added int NOT NULL DEFAULT 0,
      changed int NOT NULL DEFAULT 0,
      removed int NOT NULL DEFAULT 0,
      problems int NOT NULL DEFAULT 0,
      FOREIGN KEY (tenant_id, room_id) REFERENCES rooms (tenant_id, id)
    );
    CREATE INDEX feed_fetches_by_room ON feed_fetches (room_id, id);

    -- The instances of a feed's events that take place in a room. Past ones stay for ever.
    CREATE TABLE calendar_events (
      id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
      tenant_id uuid NOT NULL,
      room_id uuid NOT NULL,
      ics_uid text NOT NULL,
      -- The instance's RECURRENCE-ID in UTC, as it is written; empty: the event has one instance.
      recurrence_id text NOT NULL DEFAULT '',
      sequence int NOT NULL DEFAULT 0,
      last_modified timestamptz,
      content_hash bytea NOT NULL CHECK (length(content_hash) = 32),
      title text NOT NULL,
      description text NOT NULL DEFAULT '',
      location text NOT NULL DEFAULT '',
      -- [{email, name, partstat}]; for the owner alone.
      attendees jsonb NOT NULL DEFAULT '[]',
      starts_at timestamptz NOT NULL,
      ends_at timestamptz NOT NULL,
      all_day boolean NOT NULL DEFAULT false,
      -- The VEVENT as it came.
      ics_raw text NOT NULL,
      -- Counts its meetings: one that is removed and comes back is another meeting.
      generation int NOT NULL DEFAULT 1,
      meeting_id uuid,
      removed_at timestamptz,
      last_synced_at timestamptz NOT NULL,
      UNIQUE (room_id, ics_uid, recurrence_id),
      CHECK (ends_at > starts_at),
      FOREIGN KEY (tenant_id, room_id) REFERENCES rooms (tenant_id, id),
      FOREIGN KEY (tenant_id, meeting_id) REFERENCES meetings (tenant_id, id)
    );
    CREATE INDEX calendar_events_by_time ON calendar_events (room_id, starts_at) WHERE removed_at IS NULL;
    CREATE INDEX calendar_events_by_meeting ON calendar_events (meeting_id);

    ALTER TABLE meetings
      -- Why there is this meeting.
      ADD COLUMN source text NOT NULL DEFAULT 'booking' CHECK (source IN ('booking', 'feed', 'unscheduled')),
      ADD COLUMN room_id uuid,
      -- Who is inside, by participant id.
      ADD COLUMN present text[] NOT NULL DEFAULT '{}',
      ADD CONSTRAINT meetings_room_fkey
        FOREIGN KEY (tenant_id, room_id) REFERENCES rooms (tenant_id, id),
      ADD CONSTRAINT meetings_source_room_check CHECK ((source = 'booking') = (room_id IS NULL));
    CREATE INDEX meetings_by_room ON meetings (room_id, start_utc)
      WHERE room_id IS NOT NULL;

    -- Under which names people are, or were, inside.
    CREATE TABLE participants (
      tenant_id uuid NOT NULL,
      meeting_id uuid NOT NULL,
      participant_id text NOT NULL CHECK (participant_id ~ '^[\\w-]{1,64}$'),
      display_name text CHECK (length(display_name) BETWEEN 1 AND 80),
      joined_at timestamptz NOT NULL,
      left_at timestamptz,
      PRIMARY KEY (meeting_id, participant_id),
      FOREIGN KEY (tenant_id, meeting_id) REFERENCES meetings (tenant_id, id)
    );

    -- Pages that wait for a room hear of its changes.
    CREATE FUNCTION tell_room() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      PERFORM pg_notify('rooms', NEW.room_id::text);
      RETURN NULL;
    END $$;
    CREATE TRIGGER room_changed AFTER INSERT OR UPDATE ON meetings
      FOR EACH ROW WHEN (NEW.room_id IS NOT NULL) EXECUTE FUNCTION tell_room();

    GRANT SELECT, INSERT, UPDATE ON rooms, feeds, calendar_events, participants TO parley_app;
    GRANT SELECT, INSERT, DELETE ON feed_fetches TO parley_app;
  `);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw(`
    DROP TRIGGER room_changed ON meetings;
    DROP FUNCTION tell_room;
    DROP TABLE participants, calendar_events, feed_fetches, feeds;
    ALTER TABLE meetings DROP COLUMN present, DROP COLUMN room_id, DROP COLUMN source;
    DROP TABLE rooms;
  `);
}
