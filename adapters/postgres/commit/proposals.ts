import type { ProposalChange } from '../../../domain/meeting/decision.ts';
import type { StatementPart } from './statement.ts';

/** Writes what became of proposals; ended ones first, because each party has at most one pending. */
export function proposalParts(changes: readonly ProposalChange[]): StatementPart[] {
  const ended = changes.filter(({ status }) => status !== 'pending');
  const made = changes.filter(({ status }) => status === 'pending');
  return [
    ...(ended.length > 0 ? [endedPart(ended)] : []),
    ...(made.length > 0 ? [madePart(made, ended.length > 0)] : []),
  ];
}

const endedPart = (changes: readonly ProposalChange[]): StatementPart => ({
  sql: `ended AS (
    UPDATE pending_proposals
       SET status = change.status, decided_by = change.decided_by, decision_at = CAST(:now AS timestamptz)
      FROM meeting, jsonb_to_recordset(CAST(:endedProposals AS jsonb))
             AS change (id uuid, status proposal_status, decided_by text)
     WHERE pending_proposals.id = change.id AND pending_proposals.meeting_id = meeting.id
    RETURNING pending_proposals.id
  )`,
  values: {
    endedProposals: JSON.stringify(
      changes.map(({ proposal, status, decidedBy }) => ({ id: proposal.id, status, decided_by: decidedBy })),
    ),
  },
});

const madePart = (changes: readonly ProposalChange[], afterEnded: boolean): StatementPart => ({
  sql: `proposed AS (
    INSERT INTO pending_proposals
      (id, tenant_id, meeting_id, uid, proposed_by, proposed_via, proposed_start_utc, proposed_end_utc, note, status,
       created_at, expires_at)
    SELECT made.id, meeting.tenant_id, meeting.id, meeting.ics_uid, made.proposed_by, made.proposed_via, made.proposed_start,
           made.proposed_end, made.note, 'pending', made.created_at, made.expires_at
      FROM meeting, jsonb_to_recordset(CAST(:madeProposals AS jsonb))
             AS made (id uuid, proposed_by party_role, proposed_via text, proposed_start timestamptz,
                      proposed_end timestamptz, note text, created_at timestamptz, expires_at timestamptz)
     ${afterEnded ? 'WHERE (SELECT count(*) FROM ended) >= 0' : ''}
  )`,
  values: {
    madeProposals: JSON.stringify(
      changes.map(({ proposal }) => ({
        id: proposal.id,
        proposed_by: proposal.proposedBy,
        proposed_via: proposal.door,
        proposed_start: new Date(proposal.startMs),
        proposed_end: new Date(proposal.endMs),
        note: proposal.note,
        created_at: new Date(proposal.createdMs),
        expires_at: new Date(proposal.expiresMs),
      })),
    ),
  },
});
