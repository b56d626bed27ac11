import type { Knex } from 'knex';

export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    CREATE TYPE meeting_status AS ENUM ('open', 'scheduled', 'live', 'cancelled', 'closed');
    CREATE TYPE party_role AS ENUM ('host', 'guest');
    CREATE TYPE partstat AS ENUM ('NEEDS-ACTION', 'ACCEPTED', 'DECLINED', 'TENTATIVE');

    CREATE TABLE meetings (
      id uuid PRIMARY KEY,
      tenant_id uuid NOT NULL REFERENCES tenants,
      ics_uid text NOT NULL UNIQUE,
      ics_sequence int NOT NULL DEFAULT 0 CHECK (ics_sequence >= 0),
      title text NOT NULL CHECK (length(title) BETWEEN 1 AND 200),
      description text NOT NULL DEFAULT '' CHECK (length(description) <= 10000),
      start_utc timestamptz NOT NULL,
      end_utc timestamptz NOT NULL,
      status meeting_status NOT NULL DEFAULT 'open',
      policy decline_policy NOT NULL,
      proposal_expiry_hours double precision NOT NULL CHECK (proposal_expiry_hours > 0),
      -- The number of changes committed; the workflow's next change must be the next number.
      revision int NOT NULL DEFAULT 0,
      cancel_reason text,
      -- What the backend gave with it, and finds it by.
      metadata jsonb NOT NULL DEFAULT '{}' CHECK (jsonb_typeof(metadata) = 'object'),
      video_ready_at timestamptz,
      video_closed_at timestamptz,
      video_url text,
      -- What the video service calls the room, where it chooses the name.
      video_name text,
      created_at timestamptz NOT NULL DEFAULT now(),
      updated_at timestamptz NOT NULL DEFAULT now(),
      UNIQUE (tenant_id, id),
      CHECK (end_utc > start_utc)
    );
    CREATE INDEX meetings_by_tenant ON meetings (tenant_id, start_utc, id);
    CREATE INDEX meetings_by_metadata ON meetings USING gin (metadata);

    -- Every change that was committed, in order. A change whose workflow task was lost is found here and taken up again.
    CREATE TABLE meeting_changes (
      tenant_id uuid NOT NULL,
      meeting_id uuid NOT NULL,
      revision int NOT NULL CHECK (revision > 0),
      event_key text NOT NULL,
      event jsonb NOT NULL,
      decided_at timestamptz NOT NULL,
      PRIMARY KEY (meeting_id, revision),
      UNIQUE (meeting_id, event_key),
      FOREIGN KEY (tenant_id, meeting_id) REFERENCES meetings (tenant_id, id)
    );

    -- Somebody who is to be invited; kept here so that no workflow has to know an address.
    CREATE TABLE invite_requests (
      id uuid PRIMARY KEY,
      tenant_id uuid NOT NULL,
      meeting_id uuid NOT NULL,
      email text NOT NULL CHECK (email LIKE '%_@_%'),
      name text,
      timezone text,
      created_at timestamptz NOT NULL DEFAULT now(),
      FOREIGN KEY (tenant_id, meeting_id) REFERENCES meetings (tenant_id, id)
    );

    CREATE TABLE invitations (
      id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
      tenant_id uuid NOT NULL,
      meeting_id uuid NOT NULL,
      uid text NOT NULL,
      -- The role, and from the second of it on a number; nobody else's in the meeting, ever.
      attendee_id text NOT NULL CHECK (attendee_id ~ '^(host|guest)(-[0-9]+){0,1}$'),
      role party_role NOT NULL,
      required boolean NOT NULL,
      removed_at timestamptz,
      -- Null: takes part since there is the meeting.
      request_id uuid REFERENCES invite_requests,
      attendee_email text NOT NULL CHECK (attendee_email LIKE '%_@_%'),
      attendee_key text NOT NULL GENERATED ALWAYS AS (lower(attendee_email)) STORED,
      attendee_name text,
      attendee_timezone text,
      last_partstat partstat NOT NULL DEFAULT 'NEEDS-ACTION',
      answered_sequence int,
      answered_at timestamptz,
      last_method_sent text CHECK (last_method_sent IN ('REQUEST', 'CANCEL')),
      last_message_id text,
      delivery_state jsonb NOT NULL DEFAULT '{}',
      updated_at timestamptz NOT NULL DEFAULT now(),
      UNIQUE (meeting_id, attendee_id),
      FOREIGN KEY (tenant_id, meeting_id) REFERENCES meetings (tenant_id, id)
    );
    CREATE INDEX invitations_by_uid ON invitations (uid);
  `);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw(`
    DROP TABLE invitations, invite_requests, meeting_changes, meetings;
    DROP TYPE partstat, party_role, meeting_status;
  `);
}
