import type { Knex } from 'knex';
import type { ProposalChange } from '../../../domain/meeting/decision.ts';
import type { MeetingEvent } from '../../../domain/meeting/events.ts';
import { checkFree } from './parties.ts';
import type { CommitContext } from './context.ts';
import { CommitRefused } from './refused.ts';

/**
 * Spends the link that an event came through, once; null: it came through none.
 *
 * @throws CommitRefused with `link-used`
 */
export async function spendLink(
  knex: Knex,
  meeting: CommitContext,
  linkId: string | null,
  nowMs: number,
): Promise<void> {
  if (linkId === null) return;
  const spent = await knex('magic_links')
    .where({ id: linkId, room_id: meeting.roomId })
    .whereNull('used_at')
    .update({ used_at: new Date(nowMs) });
  if (spent !== 1) throw new CommitRefused('link-used');
}

/** Writes what became of proposals; ended ones first, because each party has at most one pending. */
export async function writeProposals(
  knex: Knex,
  meeting: CommitContext,
  changes: ProposalChange[],
  nowMs: number,
): Promise<void> {
  for (const change of changes.filter((one) => one.status !== 'pending')) {
    await knex('pending_proposals')
      .where({ id: change.proposal.id, room_id: meeting.roomId })
      .update({ status: change.status, decided_by: change.decidedBy, decision_at: new Date(nowMs) });
  }
  for (const { proposal } of changes.filter((one) => one.status === 'pending')) {
    await checkFree(knex, meeting.roomId, proposal);
    await knex('pending_proposals').insert({
      id: proposal.id,
      tenant_id: meeting.tenantId,
      room_id: meeting.roomId,
      uid: meeting.uid,
      proposed_by: proposal.proposedBy,
      proposed_via: proposal.door,
      proposed_start_utc: new Date(proposal.startMs),
      proposed_end_utc: new Date(proposal.endMs),
      note: proposal.note,
      status: 'pending',
      created_at: new Date(proposal.createdMs),
      expires_at: new Date(proposal.expiresMs),
    });
  }
}

/** Lets a spent link lead to the proposal that it made. */
export async function rememberMadeProposal(knex: Knex, event: MeetingEvent): Promise<void> {
  if (event.type !== 'proposed' || event.linkId === null) return;
  await knex('magic_links').where({ id: event.linkId }).update({ made_proposal_id: event.proposalId });
}
