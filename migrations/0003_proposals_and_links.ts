import type { Knex } from 'knex';

export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    CREATE TYPE proposal_status AS ENUM ('pending', 'approved', 'declined', 'expired', 'withdrawn', 'replaced');
    CREATE TYPE link_purpose AS ENUM ('answer', 'propose', 'approve', 'decline');

    CREATE TABLE pending_proposals (
      id uuid PRIMARY KEY,
      tenant_id uuid NOT NULL,
      meeting_id uuid NOT NULL,
      uid text NOT NULL,
      proposed_by text NOT NULL,
      proposed_via text NOT NULL CHECK (proposed_via IN ('link', 'mail')),
      proposed_start_utc timestamptz NOT NULL,
      proposed_end_utc timestamptz NOT NULL,
      note text NOT NULL DEFAULT '' CHECK (length(note) <= 2000),
      status proposal_status NOT NULL,
      created_at timestamptz NOT NULL,
      expires_at timestamptz NOT NULL,
      -- Attendees' ids: who was asked, and who of them has not approved yet.
      asked text[] NOT NULL,
      waits_for text[] NOT NULL,
      -- An attendee's id, or parley when it ended by itself.
      decided_by text,
      decision_at timestamptz,
      FOREIGN KEY (tenant_id, meeting_id) REFERENCES meetings (tenant_id, id),
      CHECK (proposed_end_utc > proposed_start_utc),
      CHECK ((status = 'pending') = (decision_at IS NULL))
    );
    -- Each attendee has at most one proposal open.
    CREATE UNIQUE INDEX one_pending_proposal ON pending_proposals (meeting_id, proposed_by) WHERE status = 'pending';
    CREATE INDEX pending_proposals_by_room ON pending_proposals (meeting_id, created_at);

    CREATE TABLE magic_links (
      id uuid PRIMARY KEY,
      tenant_id uuid NOT NULL,
      meeting_id uuid NOT NULL,
      uid text NOT NULL,
      purpose link_purpose NOT NULL,
      attendee_id text NOT NULL,
      actor_email text NOT NULL,
      proposal_id uuid REFERENCES pending_proposals,
      -- SHA-256 of the token; the token itself stands only in the message that carries it.
      token_hash bytea NOT NULL UNIQUE CHECK (length(token_hash) = 32),
      created_at timestamptz NOT NULL,
      expires_at timestamptz NOT NULL,
      used_at timestamptz,
      -- The proposal that spending this link made, for purpose propose.
      made_proposal_id uuid REFERENCES pending_proposals,
      FOREIGN KEY (tenant_id, meeting_id) REFERENCES meetings (tenant_id, id),
      CHECK ((purpose IN ('answer', 'propose')) = (proposal_id IS NULL))
    );
    CREATE INDEX magic_links_by_room ON magic_links (meeting_id);
  `);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw(`
    DROP TABLE magic_links, pending_proposals;
    DROP TYPE link_purpose, proposal_status;
  `);
}
