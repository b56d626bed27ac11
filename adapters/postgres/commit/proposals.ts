import type { ProposalChange } from '../../../domain/meeting/decision.ts';
import { storableJson } from '../storable.ts';
import type { StatementPart } from '../statement.ts';

/** Writes what became of proposals; known ones first, because each attendee has at most one pending. */
export function proposalParts(changes: readonly ProposalChange[]): StatementPart[] {
  const known = changes.filter(({ isNew }) => isNew !== true);
  const made = changes.filter(({ isNew }) => isNew === true);
  return [
    ...(known.length > 0 ? [decidedPart(known)] : []),
    ...(made.length > 0 ? [madePart(made, known.length > 0)] : []),
  ];
}

const decidedPart = (changes: readonly ProposalChange[]): StatementPart => ({
  sql: `decided AS (
    UPDATE pending_proposals
       SET status = change.status, asked = change.asked, waits_for = change.waits_for, decided_by = change.decided_by,
           decision_at = CASE WHEN change.status <> 'pending' THEN CAST(:now AS timestamptz) END
      FROM meeting, jsonb_to_recordset(CAST(:decidedProposals AS jsonb))
             AS change (id uuid, status proposal_status, asked text[], waits_for text[], decided_by text)
     WHERE pending_proposals.id = change.id AND pending_proposals.meeting_id = meeting.id
    RETURNING pending_proposals.id
  )`,
  values: {
    decidedProposals: storableJson(
      changes.map(({ proposal, status, decidedBy }) => ({
        id: proposal.id,
        status,
        asked: proposal.asked,
        waits_for: proposal.waitsFor,
        decided_by: status === 'pending' ? null : decidedBy,
      })),
    ),
  },
});

const madePart = (changes: readonly ProposalChange[], afterDecided: boolean): StatementPart => ({
  sql: `proposed AS (
    INSERT INTO pending_proposals
      (id, tenant_id, meeting_id, uid, proposed_by, proposed_via, proposed_start_utc, proposed_end_utc, note, holds,
       asked, waits_for, status, decided_by, decision_at, created_at, expires_at)
    SELECT made.id, meeting.tenant_id, meeting.id, meeting.ics_uid, made.proposed_by, made.proposed_via, made.proposed_start,
           made.proposed_end, made.note, made.holds, made.asked, made.waits_for, made.status, made.decided_by,
           CASE WHEN made.status <> 'pending' THEN CAST(:now AS timestamptz) END, made.created_at, made.expires_at
      FROM meeting, jsonb_to_recordset(CAST(:madeProposals AS jsonb))
             AS made (id uuid, proposed_by text, proposed_via text, proposed_start timestamptz, proposed_end timestamptz,
                      note text, holds boolean, asked text[], waits_for text[], status proposal_status, decided_by text,
                      created_at timestamptz, expires_at timestamptz)
     ${afterDecided ? 'WHERE (SELECT count(*) FROM decided) >= 0' : ''}
  )`,
  values: {
    madeProposals: storableJson(
      changes.map(({ proposal, status, decidedBy }) => ({
        id: proposal.id,
        proposed_by: proposal.proposedBy,
        proposed_via: proposal.door,
        proposed_start: new Date(proposal.startMs),
        proposed_end: new Date(proposal.endMs),
        note: proposal.note,
        holds: proposal.holds ?? false,
        asked: proposal.asked,
        waits_for: proposal.waitsFor,
        status,
        decided_by: decidedBy,
        created_at: new Date(proposal.createdMs),
        expires_at: new Date(proposal.expiresMs),
      })),
    ),
  },
});
