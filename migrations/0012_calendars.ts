import type { Knex } from 'knex';

/**
 * Calendars of principals, what is in them, and the time that it takes. A room has one whose source is a feed; a meeting in
 * a room is a row of meetings, as every meeting is.
 */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    CREATE TYPE calendar_source AS ENUM ('local', 'feed', 'connection');

    CREATE TABLE calendars (
      id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
      tenant_id uuid NOT NULL,
      principal_id uuid NOT NULL,
      source calendar_source NOT NULL,
      created_at timestamptz NOT NULL DEFAULT now(),
      UNIQUE (tenant_id, id),
      FOREIGN KEY (tenant_id, principal_id) REFERENCES principals (tenant_id, id)
    );
    CREATE INDEX calendars_by_principal ON calendars (principal_id);

    -- The feed that a calendar follows, and how far it was followed.
    CREATE TABLE feeds (
      calendar_id uuid PRIMARY KEY,
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
      -- Its next meeting comes near then: it is read again, though its bytes are the same. Null: it is read at once.
      read_again_at timestamptz,
      CHECK ((url_sealed IS NULL) = (url_key_id IS NULL)),
      CHECK ((url_sealed IS NULL) = (url_masked IS NULL)),
      FOREIGN KEY (tenant_id, calendar_id) REFERENCES calendars (tenant_id, id)
    );

    -- Fetches that were not like the one before them.
    CREATE TABLE feed_fetches (
      id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      tenant_id uuid NOT NULL,
      calendar_id uuid NOT NULL,
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
      FOREIGN KEY (tenant_id, calendar_id) REFERENCES calendars (tenant_id, id)
    );
    CREATE INDEX feed_fetches_by_calendar ON feed_fetches (calendar_id, id);

    -- One UID in a calendar, as it came.
    CREATE TABLE calendar_objects (
      tenant_id uuid NOT NULL,
      calendar_id uuid NOT NULL,
      uid text NOT NULL,
      etag text NOT NULL,
      raw text NOT NULL,
      created_at timestamptz NOT NULL DEFAULT now(),
      updated_at timestamptz NOT NULL DEFAULT now(),
      PRIMARY KEY (calendar_id, uid),
      FOREIGN KEY (tenant_id, calendar_id) REFERENCES calendars (tenant_id, id)
    );

    CREATE TYPE busy_kind AS ENUM ('busy', 'tentative', 'unavailable');

    -- What was read of the objects: the instances that take place in the room. Past ones stay for ever.
    CREATE TABLE calendar_events (
      id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
      tenant_id uuid NOT NULL,
      calendar_id uuid NOT NULL,
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
      -- How it takes its calendar's owner's time; null: it takes none.
      busy busy_kind,
      -- Counts its meetings: one that is removed and comes back is another meeting.
      generation int NOT NULL DEFAULT 1,
      meeting_id uuid,
      removed_at timestamptz,
      last_synced_at timestamptz NOT NULL,
      -- It stands in a VEVENT of its own, whose SEQUENCE counts for itself (RFC 5545 §3.8.4.4).
      overridden boolean NOT NULL DEFAULT false,
      -- The calendar had it no more while it took place; its meeting was told.
      withdrawn_at timestamptz,
      UNIQUE (tenant_id, id),
      UNIQUE (calendar_id, ics_uid, recurrence_id),
      FOREIGN KEY (calendar_id, ics_uid) REFERENCES calendar_objects (calendar_id, uid),
      CHECK (ends_at > starts_at),
      FOREIGN KEY (tenant_id, calendar_id) REFERENCES calendars (tenant_id, id),
      FOREIGN KEY (tenant_id, meeting_id) REFERENCES meetings (tenant_id, id)
    );
    CREATE INDEX calendar_events_by_time ON calendar_events (calendar_id, starts_at) WHERE removed_at IS NULL;
    CREATE INDEX calendar_events_by_meeting ON calendar_events (meeting_id);
    -- Those that a sync compares with: past ones are ever more, and these are few.
    CREATE INDEX calendar_events_due ON calendar_events (calendar_id, ends_at)
      WHERE removed_at IS NULL AND withdrawn_at IS NULL;

    -- When a principal has no time, as far as its calendars say. Derived; what they say of the past stays.
    CREATE TABLE busy_periods (
      id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      tenant_id uuid NOT NULL,
      principal_id uuid NOT NULL,
      event_id uuid NOT NULL UNIQUE,
      kind busy_kind NOT NULL,
      period tstzrange NOT NULL CHECK (NOT isempty(period)),
      FOREIGN KEY (tenant_id, principal_id) REFERENCES principals (tenant_id, id),
      FOREIGN KEY (tenant_id, event_id) REFERENCES calendar_events (tenant_id, id)
    );
    CREATE INDEX busy_periods_by_time ON busy_periods USING gist (principal_id, period);

    ALTER TABLE meetings
      -- Why there is this meeting.
      ADD COLUMN source text NOT NULL DEFAULT 'booking' CHECK (source IN ('booking', 'feed', 'unscheduled')),
      ADD COLUMN room_id uuid,
      -- Who is inside, by participant id.
      ADD COLUMN present text[] NOT NULL DEFAULT '{}',
      ADD CONSTRAINT meetings_room_fkey
        FOREIGN KEY (tenant_id, room_id) REFERENCES principals (tenant_id, id),
      ADD CONSTRAINT meetings_source_room_check CHECK (source = 'booking' OR room_id IS NOT NULL);
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

    GRANT SELECT, INSERT, UPDATE ON calendars, calendar_objects, feeds, calendar_events, participants TO parley_app;
    GRANT SELECT, INSERT, UPDATE, DELETE ON busy_periods TO parley_app;
    GRANT SELECT, INSERT, DELETE ON feed_fetches TO parley_app;
  `);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw(`
    DROP TRIGGER room_changed ON meetings;
    DROP FUNCTION tell_room;
    DROP TABLE participants, busy_periods, calendar_events, calendar_objects, feed_fetches, feeds, calendars;
    DROP TYPE busy_kind, calendar_source;
    ALTER TABLE meetings DROP COLUMN present, DROP COLUMN room_id, DROP COLUMN source;
  `);
}
