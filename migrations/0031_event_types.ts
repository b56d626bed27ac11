import type { Knex } from 'knex';

/**
 * What can be booked, and when: event types, the schedules and days of their hosts, and meetings that hold a time before
 * somebody has it.
 */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    ALTER TYPE meeting_status ADD VALUE 'held' BEFORE 'open';

    -- Hours of the week that event types share, or one event type has of its own.
    CREATE TABLE schedules (
      id uuid PRIMARY KEY,
      tenant_id uuid NOT NULL,
      principal_id uuid NOT NULL,
      name text NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
      -- Null: the zone of the member's profile, also when that changes.
      timezone text,
      -- For each day of the week, from Sunday on, the blocks as [minute, minute).
      weekly jsonb NOT NULL CHECK (jsonb_typeof(weekly) = 'array' AND jsonb_array_length(weekly) = 7),
      -- The one event type that it is for; null: it is in the member's list.
      event_type_id uuid,
      created_at timestamptz NOT NULL DEFAULT now(),
      updated_at timestamptz NOT NULL DEFAULT now(),
      UNIQUE (tenant_id, id),
      UNIQUE (principal_id, id),
      FOREIGN KEY (tenant_id, principal_id) REFERENCES principals (tenant_id, id)
    );
    CREATE INDEX schedules_by_principal ON schedules (principal_id, created_at, id);
    CREATE UNIQUE INDEX schedules_by_event_type ON schedules (event_type_id) WHERE event_type_id IS NOT NULL;

    -- How a member is booked, whatever for.
    CREATE TABLE booking_profiles (
      principal_id uuid PRIMARY KEY,
      tenant_id uuid NOT NULL,
      -- In the address of their pages; there is one of each in the installation.
      slug text NOT NULL UNIQUE CHECK (slug ~ '^[a-z0-9]+(-+[a-z0-9]+)*$' AND length(slug) <= 63),
      default_schedule_id uuid NOT NULL,
      -- What their browser says, while they have not said so themselves; null: they have.
      timezone_detected text,
      timezone_confirmed boolean NOT NULL DEFAULT false,
      -- Across all of their event types.
      limits jsonb NOT NULL DEFAULT '[]' CHECK (jsonb_typeof(limits) = 'array'),
      created_at timestamptz NOT NULL DEFAULT now(),
      updated_at timestamptz NOT NULL DEFAULT now(),
      FOREIGN KEY (tenant_id, principal_id) REFERENCES principals (tenant_id, id),
      FOREIGN KEY (principal_id, default_schedule_id) REFERENCES schedules (principal_id, id)
    );

    CREATE TABLE event_types (
      id uuid PRIMARY KEY,
      tenant_id uuid NOT NULL,
      owner_id uuid NOT NULL,
      slug text NOT NULL CHECK (slug ~ '^[a-z0-9]+(-+[a-z0-9]+)*$' AND length(slug) <= 63),
      title text NOT NULL CHECK (length(title) BETWEEN 1 AND 200),
      description text NOT NULL DEFAULT '' CHECK (length(description) <= 10000),
      -- The first one is offered first.
      lengths_minutes integer[] NOT NULL CHECK (cardinality(lengths_minutes) BETWEEN 1 AND 10),
      -- Null: that of the hosts' schedules.
      schedule_id uuid,
      buffer_before_minutes integer NOT NULL DEFAULT 0 CHECK (buffer_before_minutes BETWEEN 0 AND 1440),
      buffer_after_minutes integer NOT NULL DEFAULT 0 CHECK (buffer_after_minutes BETWEEN 0 AND 1440),
      buffers_against_calendars boolean NOT NULL DEFAULT true,
      notice_minutes integer NOT NULL DEFAULT 0 CHECK (notice_minutes BETWEEN 0 AND 527040),
      -- How far ahead it can be booked: days from today on, or dates; both null: two years.
      window_days integer CHECK (window_days BETWEEN 1 AND 731),
      window_first_day date,
      window_last_day date,
      -- Null: the length.
      step_minutes integer CHECK (step_minutes BETWEEN 5 AND 1440),
      limits jsonb NOT NULL DEFAULT '[]' CHECK (jsonb_typeof(limits) = 'array'),
      requires_approval boolean NOT NULL DEFAULT false,
      approval_hours integer NOT NULL DEFAULT 24 CHECK (approval_hours BETWEEN 1 AND 336),
      policy decline_policy,
      location text NOT NULL DEFAULT '' CHECK (length(location) <= 500),
      room_id uuid,
      questions jsonb NOT NULL DEFAULT '[]' CHECK (jsonb_typeof(questions) = 'array'),
      -- Guests may move or cancel until so long before the start; null: they may not.
      change_until_minutes integer DEFAULT 0 CHECK (change_until_minutes BETWEEN 0 AND 527040),
      -- public: listed and open to all; secret: by a link of its own; key: by an API key or the host.
      access text NOT NULL DEFAULT 'public' CHECK (access IN ('public', 'secret', 'key')),
      -- Times are shown in this zone to everybody; null: in each one's own.
      locked_timezone text,
      -- Null: the tenant's.
      reminder_mail_minutes integer[],
      reminder_alarm_minutes integer[],
      -- Guests in one meeting.
      seats integer NOT NULL DEFAULT 1 CHECK (seats BETWEEN 1 AND 99),
      -- How many of its hosts a meeting takes: one of them, all, or so many.
      together text NOT NULL DEFAULT 'one' CHECK (together IN ('one', 'all', 'some')),
      together_count integer CHECK (together_count BETWEEN 1 AND 20),
      -- Sites that may show it in a frame.
      embed_origins text[] NOT NULL DEFAULT '{}',
      active boolean NOT NULL DEFAULT true,
      deleted_at timestamptz,
      created_at timestamptz NOT NULL DEFAULT now(),
      updated_at timestamptz NOT NULL DEFAULT now(),
      UNIQUE (tenant_id, id),
      CHECK ((together = 'some') = (together_count IS NOT NULL)),
      CHECK (window_days IS NULL OR (window_first_day IS NULL AND window_last_day IS NULL)),
      CHECK (window_first_day <= window_last_day),
      FOREIGN KEY (tenant_id, owner_id) REFERENCES principals (tenant_id, id),
      FOREIGN KEY (tenant_id, schedule_id) REFERENCES schedules (tenant_id, id),
      FOREIGN KEY (tenant_id, room_id) REFERENCES principals (tenant_id, id)
    );
    CREATE UNIQUE INDEX event_types_by_slug ON event_types (owner_id, slug) WHERE deleted_at IS NULL;
    CREATE INDEX event_types_by_tenant ON event_types (tenant_id, created_at, id);
    ALTER TABLE schedules ADD FOREIGN KEY (tenant_id, event_type_id) REFERENCES event_types (tenant_id, id);

    CREATE TABLE event_type_hosts (
      tenant_id uuid NOT NULL,
      event_type_id uuid NOT NULL,
      principal_id uuid NOT NULL,
      -- Higher ones are asked first.
      priority integer NOT NULL DEFAULT 0 CHECK (priority BETWEEN 0 AND 100),
      weight integer NOT NULL DEFAULT 1 CHECK (weight BETWEEN 1 AND 100),
      -- What they were given, and when last: whose turn it is.
      bookings integer NOT NULL DEFAULT 0,
      last_booked_at timestamptz,
      PRIMARY KEY (event_type_id, principal_id),
      FOREIGN KEY (tenant_id, event_type_id) REFERENCES event_types (tenant_id, id),
      FOREIGN KEY (tenant_id, principal_id) REFERENCES principals (tenant_id, id)
    );
    CREATE INDEX event_type_hosts_by_principal ON event_type_hosts (principal_id);

    -- Things that each of its meetings takes a share of.
    CREATE TABLE event_type_resources (
      tenant_id uuid NOT NULL,
      event_type_id uuid NOT NULL,
      principal_id uuid NOT NULL,
      PRIMARY KEY (event_type_id, principal_id),
      FOREIGN KEY (tenant_id, event_type_id) REFERENCES event_types (tenant_id, id),
      FOREIGN KEY (tenant_id, principal_id) REFERENCES principals (tenant_id, id)
    );
    ALTER TABLE principals
      -- Of a resource: how many meetings have it at once.
      ADD COLUMN capacity integer NOT NULL DEFAULT 1 CHECK (capacity BETWEEN 1 AND 10000),
      ADD CONSTRAINT principals_capacity_check1 CHECK (capacity = 1 OR kind = 'resource');

    -- What is so on one day alone; no blocks: nothing can be booked then.
    CREATE TABLE date_overrides (
      id uuid PRIMARY KEY,
      tenant_id uuid NOT NULL,
      principal_id uuid,
      event_type_id uuid,
      day date NOT NULL,
      blocks jsonb NOT NULL CHECK (jsonb_typeof(blocks) = 'array'),
      label text NOT NULL DEFAULT '' CHECK (length(label) <= 200),
      created_at timestamptz NOT NULL DEFAULT now(),
      UNIQUE (tenant_id, id),
      CHECK (num_nonnulls(principal_id, event_type_id) = 1),
      FOREIGN KEY (tenant_id, principal_id) REFERENCES principals (tenant_id, id),
      FOREIGN KEY (tenant_id, event_type_id) REFERENCES event_types (tenant_id, id)
    );
    CREATE UNIQUE INDEX date_overrides_of_member ON date_overrides (principal_id, day) WHERE principal_id IS NOT NULL;
    CREATE UNIQUE INDEX date_overrides_of_type ON date_overrides (event_type_id, day) WHERE event_type_id IS NOT NULL;

    -- The reason is the member's own, and is shown to nobody else.
    CREATE TABLE vacations (
      id uuid PRIMARY KEY,
      tenant_id uuid NOT NULL,
      principal_id uuid,
      event_type_id uuid,
      first_day date NOT NULL,
      last_day date NOT NULL,
      reason text NOT NULL DEFAULT '' CHECK (length(reason) <= 200),
      created_at timestamptz NOT NULL DEFAULT now(),
      UNIQUE (tenant_id, id),
      CHECK (first_day <= last_day),
      CHECK (num_nonnulls(principal_id, event_type_id) = 1),
      FOREIGN KEY (tenant_id, principal_id) REFERENCES principals (tenant_id, id),
      FOREIGN KEY (tenant_id, event_type_id) REFERENCES event_types (tenant_id, id)
    );
    CREATE INDEX vacations_of_member ON vacations (principal_id, last_day) WHERE principal_id IS NOT NULL;
    CREATE INDEX vacations_of_type ON vacations (event_type_id, last_day) WHERE event_type_id IS NOT NULL;

    -- Hours besides the weekly ones for a time.
    CREATE TABLE temporary_hours (
      id uuid PRIMARY KEY,
      tenant_id uuid NOT NULL,
      principal_id uuid NOT NULL,
      name text NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
      first_day date NOT NULL,
      last_day date NOT NULL,
      -- Sunday is 0; null: each day.
      weekdays integer[] CHECK (weekdays <@ ARRAY[0, 1, 2, 3, 4, 5, 6] AND cardinality(weekdays) > 0),
      blocks jsonb NOT NULL CHECK (jsonb_typeof(blocks) = 'array'),
      created_at timestamptz NOT NULL DEFAULT now(),
      UNIQUE (tenant_id, id),
      CHECK (first_day <= last_day),
      FOREIGN KEY (tenant_id, principal_id) REFERENCES principals (tenant_id, id)
    );
    CREATE INDEX temporary_hours_of_member ON temporary_hours (principal_id, last_day);

    -- Days on which a member reads their hours on the clocks of another zone.
    CREATE TABLE travels (
      id uuid PRIMARY KEY,
      tenant_id uuid NOT NULL,
      principal_id uuid NOT NULL,
      first_day date NOT NULL,
      last_day date NOT NULL,
      timezone text NOT NULL,
      created_at timestamptz NOT NULL DEFAULT now(),
      UNIQUE (tenant_id, id),
      CHECK (first_day <= last_day),
      FOREIGN KEY (tenant_id, principal_id) REFERENCES principals (tenant_id, id)
    );
    CREATE INDEX travels_of_member ON travels (principal_id, last_day);

    -- A way to an event type that is not public; of a single use it is spent by a meeting.
    CREATE TABLE booking_links (
      id uuid PRIMARY KEY,
      tenant_id uuid NOT NULL,
      event_type_id uuid NOT NULL,
      token_hash bytea NOT NULL UNIQUE CHECK (length(token_hash) = 32),
      label text NOT NULL DEFAULT '' CHECK (length(label) <= 200),
      single_use boolean NOT NULL,
      expires_at timestamptz,
      used_by uuid,
      revoked_at timestamptz,
      created_at timestamptz NOT NULL DEFAULT now(),
      UNIQUE (tenant_id, id),
      FOREIGN KEY (tenant_id, event_type_id) REFERENCES event_types (tenant_id, id)
    );
    CREATE INDEX booking_links_by_event_type ON booking_links (event_type_id, created_at, id);

    ALTER TABLE meetings
      ADD COLUMN event_type_id uuid,
      -- While it is held: until then.
      ADD COLUMN hold_expires_at timestamptz,
      -- Who holds it, as a fingerprint: nobody may hold many.
      ADD COLUMN held_by bytea,
      ADD COLUMN buffer_before_minutes integer NOT NULL DEFAULT 0,
      ADD COLUMN buffer_after_minutes integer NOT NULL DEFAULT 0,
      ADD COLUMN seats integer NOT NULL DEFAULT 1,
      ADD COLUMN change_until_minutes integer DEFAULT 0,
      ADD COLUMN approval_minutes integer,
      ADD COLUMN location text NOT NULL DEFAULT '' CHECK (length(location) <= 500),
      ADD COLUMN booking_link_id uuid,
      ADD FOREIGN KEY (tenant_id, event_type_id) REFERENCES event_types (tenant_id, id),
      ADD FOREIGN KEY (tenant_id, booking_link_id) REFERENCES booking_links (tenant_id, id);
    CREATE INDEX meetings_by_event_type ON meetings (event_type_id, start_utc) WHERE event_type_id IS NOT NULL;
    CREATE INDEX meetings_held_by ON meetings (held_by) WHERE held_by IS NOT NULL AND hold_expires_at IS NOT NULL;
    ALTER TABLE booking_links
      ADD FOREIGN KEY (tenant_id, used_by) REFERENCES meetings (tenant_id, id) DEFERRABLE INITIALLY DEFERRED;

    -- What a guest answers to the questions of an event type: for its hosts.
    ALTER TABLE invite_requests ADD COLUMN form_answers jsonb NOT NULL DEFAULT '[]';
    ALTER TABLE invitations ADD COLUMN form_answers jsonb NOT NULL DEFAULT '[]';

    -- Between two bookings the larger of the buffers that touch counts, not their sum: that is decided where a slot is taken,
    -- and the times themselves never overlap. Of a resource several meetings may have a share at once.
    ALTER TABLE reservations
      ADD COLUMN shared boolean NOT NULL DEFAULT false,
      DROP CONSTRAINT one_meeting_at_a_time,
      ADD CONSTRAINT one_meeting_at_a_time
        EXCLUDE USING gist (person_id WITH =, period WITH &&) WHERE (NOT shared);
    CREATE INDEX reservations_by_person ON reservations USING gist (person_id, period);

    GRANT SELECT, INSERT, UPDATE ON booking_profiles, event_types, booking_links TO parley_app;
    GRANT SELECT, INSERT, UPDATE, DELETE
       ON schedules, event_type_hosts, event_type_resources, date_overrides, vacations, temporary_hours, travels TO parley_app;
  `);
}

/** Meetings that were booked with an event type stay; what is held only is given back. */
export async function down(knex: Knex): Promise<void> {
  // An enum's value cannot be taken away; nothing uses it any more.
  await knex.raw(`
    DELETE FROM reservations USING meetings WHERE meetings.id = reservations.meeting_id AND (meetings.status = 'held' OR shared);
    UPDATE meetings SET status = 'cancelled' WHERE status = 'held';
    UPDATE reservations SET blocked = period;
    DROP INDEX reservations_by_person;
    ALTER TABLE reservations
      DROP CONSTRAINT one_meeting_at_a_time,
      ADD CONSTRAINT one_meeting_at_a_time EXCLUDE USING gist (person_id WITH =, blocked WITH &&),
      DROP COLUMN shared;
    ALTER TABLE invitations DROP COLUMN form_answers;
    ALTER TABLE invite_requests DROP COLUMN form_answers;
    ALTER TABLE booking_links DROP COLUMN used_by;
    ALTER TABLE meetings
      DROP COLUMN event_type_id, DROP COLUMN hold_expires_at, DROP COLUMN held_by, DROP COLUMN buffer_before_minutes,
      DROP COLUMN buffer_after_minutes, DROP COLUMN seats, DROP COLUMN change_until_minutes, DROP COLUMN approval_minutes,
      DROP COLUMN location, DROP COLUMN booking_link_id;
    DROP TABLE booking_links, travels, temporary_hours, vacations, date_overrides;
    ALTER TABLE principals DROP CONSTRAINT principals_capacity_check1, DROP COLUMN capacity;
    DROP TABLE event_type_resources, event_type_hosts;
    ALTER TABLE schedules DROP COLUMN event_type_id;
    DROP TABLE event_types, booking_profiles, schedules;
  `);
}
