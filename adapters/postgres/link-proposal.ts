import type { Knex } from 'knex';
import { hideAddresses } from '../../domain/meeting/privacy.ts';
import type { AttendeeId } from '../../domain/meeting/attendee-id.ts';
import type { ProposalStatus } from '../../domain/meeting/proposal.ts';
import type { Instant } from '../../domain/time/instant.ts';
import type { PendingProposalsRow } from '../../migrations/rows/tables.ts';

/** A proposal as the attendees may see it. */
export interface LinkProposal {
  id: string;
  meetingId: string;
  status: ProposalStatus;
  startMs: Instant;
  endMs: Instant;
  note: string;
  /** The time is kept free until it is decided. */
  holds: boolean;
  proposedBy: AttendeeId;
  expiresMs: Instant;
  /** An attendee's id, or `parley`. */
  decidedBy: AttendeeId | null;
  asked: AttendeeId[];
  /** Who of them has not approved yet. */
  waitsFor: AttendeeId[];
  decisionMs: Instant | null;
}

/** A proposal's row, as the attendees may see it. */
export const linkProposal = (row: PendingProposalsRow): LinkProposal => ({
  id: row.id,
  meetingId: row.meeting_id,
  status: row.status,
  startMs: row.proposed_start_utc.getTime(),
  endMs: row.proposed_end_utc.getTime(),
  note: hideAddresses(row.note),
  holds: row.holds,
  proposedBy: row.proposed_by,
  expiresMs: row.expires_at.getTime(),
  decidedBy: row.decided_by,
  asked: row.asked,
  waitsFor: row.waits_for,
  decisionMs: row.decision_at?.getTime() ?? null,
});

const rowById = async (knex: Knex, id: string): Promise<PendingProposalsRow | undefined> =>
  knex('pending_proposals').where({ id }).first();

export async function proposalById(knex: Knex, id: string): Promise<LinkProposal | null> {
  const row = await rowById(knex, id);
  return row ? linkProposal(row) : null;
}

/**
 * The proposal that a propose link leads to: the one it made, or what replaced that;
 * for a link that made none, the one that its owner has open.
 */
export async function ownProposal(
  knex: Knex,
  link: { meetingId: string; attendeeId: AttendeeId; madeId: string | null },
): Promise<LinkProposal | null> {
  const own = knex('pending_proposals').where({ meeting_id: link.meetingId, proposed_by: link.attendeeId });
  if (link.madeId === null) {
    const open = await own.where({ status: 'pending' }).first();
    return open ? linkProposal(open) : null;
  }
  const made = await rowById(knex, link.madeId);
  if (made?.status !== 'replaced') return made ? linkProposal(made) : null;
  const successor = await own
    .whereNot({ status: 'replaced' })
    .whereRaw('created_at >= ?', [made.created_at])
    .orderBy('created_at')
    .first();
  return linkProposal(successor ?? made);
}
