import type { Knex } from 'knex';

/**
 * Calendars that their owners keep with the client they like (RFC 4791): how each is called and shown, its objects as they
 * were sent, what changed when (RFC 6578), what was there before, who may do what with it (RFC 3744), what arrives to be
 * answered (RFC 6638), and passwords for programs.
 */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    CREATE TYPE collection_kind AS ENUM ('calendar', 'inbox', 'outbox');

    ALTER TABLE calendars
      ADD COLUMN kind collection_kind NOT NULL DEFAULT 'calendar',
      -- The last part of its address. Apple's programs leave out calendars that are called by lower-case words.
      ADD COLUMN segment text NOT NULL DEFAULT upper(gen_random_uuid()::text)
        CHECK (length(segment) BETWEEN 1 AND 255 AND segment !~ '[/[:cntrl:]]'),
      -- DAV:displayname.
      ADD COLUMN name text CHECK (length(name) <= 1000),
      -- IANA name, for floating times and days; null: its owner's.
      ADD COLUMN timezone text,
      ADD COLUMN components text[] NOT NULL DEFAULT '{VEVENT,VTODO,VJOURNAL}',
      -- schedule-calendar-transp: what is in it takes no time.
      ADD COLUMN transparent boolean NOT NULL DEFAULT false,
      -- Where invitations go.
      ADD COLUMN is_default boolean NOT NULL DEFAULT false,
      -- Properties that only clients understand, by their names in Clark notation, as XML.
      ADD COLUMN properties jsonb NOT NULL DEFAULT '{}',
      -- Counts its changes; with a tag of the last one, by which a copy of the database from before is known.
      ADD COLUMN version bigint NOT NULL DEFAULT 0,
      ADD COLUMN version_tag text NOT NULL DEFAULT substr(md5(gen_random_uuid()::text), 1, 12),
      -- Another one for each change of its busy_series; null: it never had any.
      ADD COLUMN series_version uuid,
      -- What changed up to it is not known any more.
      ADD COLUMN forgotten_version bigint NOT NULL DEFAULT 0,
      ADD COLUMN deleted_at timestamptz,
      ADD CHECK (kind = 'calendar' OR source = 'local');
    CREATE UNIQUE INDEX calendars_by_segment ON calendars (principal_id, segment) WHERE deleted_at IS NULL;
    CREATE UNIQUE INDEX one_default_calendar ON calendars (principal_id) WHERE is_default AND deleted_at IS NULL;
    CREATE UNIQUE INDEX one_inbox_and_outbox ON calendars (principal_id, kind) WHERE kind <> 'calendar';

    -- What belongs to all calendars of a principal.
    CREATE TABLE calendar_homes (
      principal_id uuid PRIMARY KEY,
      tenant_id uuid NOT NULL,
      properties jsonb NOT NULL DEFAULT '{}',
      created_at timestamptz NOT NULL DEFAULT now(),
      FOREIGN KEY (tenant_id, principal_id) REFERENCES principals (tenant_id, id)
    );

    ALTER TABLE calendar_objects
      -- The last part of its address; null: it came with a feed.
      ADD COLUMN name text CHECK (length(name) BETWEEN 1 AND 255 AND name !~ '[/[:cntrl:]]'),
      ADD COLUMN component text NOT NULL DEFAULT 'VEVENT',
      -- From its first moment to its last; infinite where nobody can say. Null: it has no time.
      ADD COLUMN span tstzrange,
      -- Its organizer or attendees are told of changes (RFC 6638 §3.1).
      ADD COLUMN schedule_tag text,
      -- It stands for a meeting, whose reservation takes the time.
      ADD COLUMN meeting_id uuid,
      ADD FOREIGN KEY (tenant_id, meeting_id) REFERENCES meetings (tenant_id, id);
    CREATE UNIQUE INDEX calendar_objects_by_name ON calendar_objects (calendar_id, name);
    CREATE INDEX calendar_objects_by_uid ON calendar_objects (tenant_id, uid);
    CREATE INDEX calendar_objects_by_time ON calendar_objects USING gist (calendar_id, span);

    ALTER TABLE busy_periods
      ADD COLUMN calendar_id uuid,
      -- The object that says so; null: an event of a feed does.
      ADD COLUMN uid text,
      ALTER COLUMN event_id DROP NOT NULL;
    UPDATE busy_periods busy SET calendar_id = event.calendar_id FROM calendar_events event WHERE event.id = busy.event_id;
    ALTER TABLE busy_periods
      ALTER COLUMN calendar_id SET NOT NULL,
      ADD FOREIGN KEY (tenant_id, calendar_id) REFERENCES calendars (tenant_id, id),
      ADD FOREIGN KEY (calendar_id, uid) REFERENCES calendar_objects (calendar_id, uid) ON DELETE CASCADE,
      ADD CHECK (num_nonnulls(event_id, uid) = 1);
    CREATE INDEX busy_periods_by_object ON busy_periods (calendar_id, uid) WHERE uid IS NOT NULL;

    -- When long and endless series take time, read once: their instances are worked out for the window that is asked for.
    CREATE TABLE busy_series (
      tenant_id uuid NOT NULL,
      principal_id uuid NOT NULL,
      calendar_id uuid NOT NULL,
      uid text NOT NULL,
      span tstzrange NOT NULL,
      series jsonb NOT NULL,
      -- Another one for each reading.
      version uuid NOT NULL DEFAULT gen_random_uuid(),
      PRIMARY KEY (calendar_id, uid),
      FOREIGN KEY (tenant_id, principal_id) REFERENCES principals (tenant_id, id),
      FOREIGN KEY (tenant_id, calendar_id) REFERENCES calendars (tenant_id, id),
      FOREIGN KEY (calendar_id, uid) REFERENCES calendar_objects (calendar_id, uid) ON DELETE CASCADE
    );
    CREATE INDEX busy_series_by_time ON busy_series USING gist (principal_id, span);

    -- What changed in a calendar, for those who know an earlier state of it (RFC 6578).
    CREATE TABLE calendar_changes (
      calendar_id uuid NOT NULL,
      version bigint NOT NULL,
      version_tag text NOT NULL,
      tenant_id uuid NOT NULL,
      name text NOT NULL,
      changed_at timestamptz NOT NULL DEFAULT now(),
      PRIMARY KEY (calendar_id, version),
      FOREIGN KEY (tenant_id, calendar_id) REFERENCES calendars (tenant_id, id)
    );
    CREATE INDEX calendar_changes_by_name ON calendar_changes (calendar_id, name, version);
    CREATE INDEX calendar_changes_by_age ON calendar_changes (changed_at);

    -- Objects as they were before they were overwritten or deleted.
    CREATE TABLE calendar_object_versions (
      id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
      tenant_id uuid NOT NULL,
      calendar_id uuid NOT NULL,
      name text NOT NULL,
      uid text NOT NULL,
      raw text NOT NULL,
      component text NOT NULL,
      deleted boolean NOT NULL,
      replaced_at timestamptz NOT NULL DEFAULT now(),
      FOREIGN KEY (tenant_id, calendar_id) REFERENCES calendars (tenant_id, id)
    );
    CREATE INDEX calendar_object_versions_by_calendar ON calendar_object_versions (calendar_id, replaced_at DESC);
    CREATE INDEX calendar_object_versions_by_uid ON calendar_object_versions (tenant_id, uid) WHERE deleted;
    CREATE INDEX calendar_object_versions_by_age ON calendar_object_versions (replaced_at);

    -- Who may do what with a calendar besides its owner (RFC 3744 §5.5). Without a principal: everybody who is signed in.
    CREATE TABLE calendar_grants (
      tenant_id uuid NOT NULL,
      calendar_id uuid NOT NULL,
      principal_id uuid,
      privileges text[] NOT NULL,
      UNIQUE NULLS NOT DISTINCT (calendar_id, principal_id),
      FOREIGN KEY (tenant_id, calendar_id) REFERENCES calendars (tenant_id, id),
      FOREIGN KEY (tenant_id, principal_id) REFERENCES principals (tenant_id, id)
    );
    CREATE INDEX calendar_grants_by_principal ON calendar_grants (principal_id);

    -- iTIP messages in inboxes and outboxes (RFC 6638 §2).
    CREATE TABLE dav_schedule_message (
      id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
      tenant_id uuid NOT NULL,
      collection_id uuid NOT NULL,
      name text NOT NULL,
      uid text NOT NULL,
      sender text NOT NULL,
      recipient text NOT NULL,
      method text NOT NULL,
      ical_data text NOT NULL,
      etag text NOT NULL,
      status text NOT NULL CHECK (status IN ('unread', 'processed', 'unconfirmed', 'proposed', 'approved', 'declined')),
      created_at timestamptz NOT NULL DEFAULT now(),
      UNIQUE (collection_id, name),
      FOREIGN KEY (tenant_id, collection_id) REFERENCES calendars (tenant_id, id)
    );
    CREATE INDEX dav_schedule_message_by_collection ON dav_schedule_message (collection_id, created_at);

    -- Whom somebody outside writes with about one event: answers come to an address of its own.
    CREATE TABLE calendar_correspondents (
      id uuid PRIMARY KEY,
      tenant_id uuid NOT NULL,
      principal_id uuid NOT NULL,
      uid text NOT NULL,
      address text NOT NULL CHECK (address LIKE '%_@_%'),
      address_key text NOT NULL GENERATED ALWAYS AS (lower(address)) STORED,
      -- Null: the mailbox leaves no room for a tag.
      tag_hash bytea UNIQUE CHECK (length(tag_hash) = 32),
      created_at timestamptz NOT NULL DEFAULT now(),
      UNIQUE (tenant_id, id),
      UNIQUE (principal_id, uid, address_key),
      FOREIGN KEY (tenant_id, principal_id) REFERENCES principals (tenant_id, id)
    );
    CREATE INDEX calendar_correspondents_by_address ON calendar_correspondents (tenant_id, address_key);

    -- Scheduling messages that go out by mail (RFC 6047).
    CREATE TABLE calendar_mails (
      id uuid PRIMARY KEY,
      tenant_id uuid NOT NULL,
      correspondent_id uuid NOT NULL,
      method text NOT NULL,
      ical_data text NOT NULL,
      created_at timestamptz NOT NULL DEFAULT now(),
      UNIQUE (tenant_id, id),
      FOREIGN KEY (tenant_id, correspondent_id) REFERENCES calendar_correspondents (tenant_id, id)
    );
    CREATE INDEX calendar_mails_by_correspondent ON calendar_mails (correspondent_id, created_at);

    ALTER TABLE outgoing_messages
      ADD COLUMN calendar_mail_id uuid UNIQUE,
      ADD CONSTRAINT outgoing_messages_calendar_mail_fkey
        FOREIGN KEY (tenant_id, calendar_mail_id) REFERENCES calendar_mails (tenant_id, id),
      DROP CONSTRAINT outgoing_messages_about_check,
      ADD CONSTRAINT outgoing_messages_about_check CHECK (
        num_nonnulls(meeting_id, sign_in_id, notice_id, calendar_mail_id) = 1
        AND (meeting_id IS NULL) = (uid IS NULL)
        AND (meeting_id IS NULL) = (attendee_id IS NULL)),
      DROP CONSTRAINT outgoing_messages_method_check,
      ADD CONSTRAINT outgoing_messages_method_check CHECK (
        method IN ('REQUEST', 'CANCEL', 'DECLINECOUNTER')
        OR calendar_mail_id IS NOT NULL AND method IN ('REPLY', 'COUNTER', 'REFRESH', 'ADD'));

    ALTER TABLE imip_messages
      DROP CONSTRAINT imip_messages_decision_check,
      ADD CONSTRAINT imip_messages_decision_check CHECK (decision IN
        ('reply', 'counter', 'refresh', 'bounce', 'text', 'calendar', 'confirm', 'refused', 'ignored', 'failed'));

    ALTER TABLE api_keys
      DROP CONSTRAINT api_keys_scopes_check,
      ADD CONSTRAINT api_keys_scopes_check CHECK (
        scopes <@ ARRAY['meetings', 'ics', 'hooks', 'mail', 'webhooks', 'operator', 'calendars'] AND cardinality(scopes) > 0);

    -- For programs that know a name and a password only; each can be ended by itself.
    CREATE TABLE app_passwords (
      id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
      tenant_id uuid NOT NULL,
      principal_id uuid NOT NULL,
      name text NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
      -- The first characters of the password, by which it is found.
      selector text NOT NULL UNIQUE,
      salt bytea NOT NULL,
      hash bytea NOT NULL,
      created_at timestamptz NOT NULL DEFAULT now(),
      last_used_at timestamptz,
      revoked_at timestamptz,
      FOREIGN KEY (tenant_id, principal_id) REFERENCES principals (tenant_id, id)
    );
    CREATE INDEX app_passwords_by_principal ON app_passwords (principal_id);

    -- What is remembered of when somebody can be booked is out of date (migration 0033).
    CREATE FUNCTION note_busy_series() RETURNS trigger LANGUAGE plpgsql AS $$
    DECLARE changed busy_series;
    BEGIN
      changed := CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
      INSERT INTO availability_changes (whose) VALUES (changed.principal_id) ON CONFLICT DO NOTHING;
      UPDATE calendars SET series_version = gen_random_uuid() WHERE id = changed.calendar_id;
      RETURN NULL;
    END $$;
    CREATE TRIGGER busy_series_changed AFTER INSERT OR UPDATE OR DELETE ON busy_series
      FOR EACH ROW EXECUTE FUNCTION note_busy_series();
    CREATE FUNCTION note_calendar() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      INSERT INTO availability_changes (whose) VALUES (NEW.principal_id) ON CONFLICT DO NOTHING;
      RETURN NULL;
    END $$;
    CREATE TRIGGER calendar_counts AFTER UPDATE OF transparent, deleted_at ON calendars
      FOR EACH ROW WHEN (OLD.transparent <> NEW.transparent OR OLD.deleted_at IS DISTINCT FROM NEW.deleted_at)
      EXECUTE FUNCTION note_calendar();

    GRANT SELECT, INSERT, UPDATE ON calendar_homes, app_passwords TO parley_app;
    GRANT SELECT, INSERT, UPDATE, DELETE ON calendar_grants, dav_schedule_message, busy_series TO parley_app;
    GRANT DELETE ON calendar_objects TO parley_app;
    GRANT SELECT, INSERT ON calendar_changes, calendar_object_versions, calendar_correspondents, calendar_mails TO parley_app;
    GRANT SELECT, DELETE ON calendar_changes, calendar_object_versions, calendar_mails TO parley_retention;
    GRANT SELECT, UPDATE (forgotten_version) ON calendars TO parley_retention;
    GRANT SELECT ON calendar_objects TO parley_retention;
  `);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw(`
    DROP TRIGGER calendar_counts ON calendars;
    DELETE FROM outgoing_messages WHERE calendar_mail_id IS NOT NULL;
    ALTER TABLE outgoing_messages DROP CONSTRAINT outgoing_messages_method_check, DROP COLUMN calendar_mail_id,
      ADD CONSTRAINT outgoing_messages_method_check CHECK (method IN ('REQUEST', 'CANCEL', 'DECLINECOUNTER')),
      ADD CONSTRAINT outgoing_messages_about_check CHECK (
        num_nonnulls(meeting_id, sign_in_id, notice_id) = 1
        AND (meeting_id IS NULL) = (uid IS NULL)
        AND (meeting_id IS NULL) = (attendee_id IS NULL));
    UPDATE api_keys SET scopes = array_remove(scopes, 'calendars');
    DELETE FROM api_keys WHERE cardinality(scopes) = 0;
    ALTER TABLE api_keys
      DROP CONSTRAINT api_keys_scopes_check,
      ADD CONSTRAINT api_keys_scopes_check CHECK (
        scopes <@ ARRAY['meetings', 'ics', 'hooks', 'mail', 'webhooks', 'operator'] AND cardinality(scopes) > 0);
    UPDATE imip_messages SET decision = 'ignored' WHERE decision = 'calendar';
    ALTER TABLE imip_messages
      DROP CONSTRAINT imip_messages_decision_check,
      ADD CONSTRAINT imip_messages_decision_check CHECK (decision IN
        ('reply', 'counter', 'refresh', 'bounce', 'text', 'confirm', 'refused', 'ignored', 'failed'));
    DROP TABLE calendar_mails, calendar_correspondents;
    DROP TABLE app_passwords, dav_schedule_message, calendar_grants, calendar_object_versions, calendar_changes,
      busy_series, calendar_homes;
    DROP FUNCTION note_busy_series, note_calendar;
    DELETE FROM busy_periods WHERE event_id IS NULL;
    ALTER TABLE busy_periods DROP COLUMN uid, DROP COLUMN calendar_id, ALTER COLUMN event_id SET NOT NULL;
    DELETE FROM calendar_objects WHERE name IS NOT NULL;
    DROP INDEX calendar_objects_by_uid;
    ALTER TABLE calendar_objects DROP COLUMN name, DROP COLUMN component, DROP COLUMN span, DROP COLUMN schedule_tag,
      DROP COLUMN meeting_id;
    REVOKE DELETE ON calendar_objects FROM parley_app;
    DELETE FROM calendars WHERE kind <> 'calendar' OR source = 'local';
    ALTER TABLE calendars DROP COLUMN kind, DROP COLUMN segment, DROP COLUMN name, DROP COLUMN timezone,
      DROP COLUMN components, DROP COLUMN transparent, DROP COLUMN is_default, DROP COLUMN properties,
      DROP COLUMN version, DROP COLUMN version_tag, DROP COLUMN forgotten_version, DROP COLUMN series_version, DROP COLUMN deleted_at;
    DROP TYPE collection_kind;
  `);
}
