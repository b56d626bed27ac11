import { spend } from './budgets.ts';
import { change, refuse, type Decision, type ProposalChange, type RefusalCode } from './decision.ts';
import type { Decided, MeetingEvent, Proposed, Withdrawn } from './events.ts';
import { calendarMessages, proposalMessage, timeOf } from './messages.ts';
import { expireAllProposals, movedTo, schedulingProblem, moveProblem } from './moving.ts';
import { otherRole, type MeetingState, type Proposal } from './state.ts';
import type { Instant } from '../time/instant.ts';

/**
 * A party asks for another time. The counterparty is asked; a pending proposal of the same party is replaced.
 * One that came by COUNTER and cannot be taken is answered, because the sender's calendar shows it as pending.
 */
export function decideProposed(state: MeetingState, event: Proposed, nowMs: Instant): Decision {
  const problem = proposalProblem(state, event, nowMs);
  if (problem) return refuseProposal(state, event, problem, nowMs);
  const spent = spend(state, event.role, 'proposals', nowMs);
  if (spent.kind === 'refusal') return refuseProposal(state, event, spent.code, nowMs);
  const proposal = proposalOf(state, event, nowMs);
  const replaced = state.proposals.filter((other) => other.proposedBy === event.role);
  return change(state, event, nowMs, {
    next: { proposals: [...without(state, replaced), proposal], used: spent.used },
    messages: [proposalMessage('approval-request', state, otherRole(event.role), proposal, nowMs)],
    proposals: [
      ...replaced.map((old): ProposalChange => ({
        proposal: old,
        status: 'replaced',
        decidedBy: event.role,
      })),
      { proposal, status: 'pending', decidedBy: null },
    ],
    story: [{ what: replaced.length > 0 ? 'proposal-replaced' : 'proposed', by: event.role }, ...spent.story],
  });
}

function proposalProblem(state: MeetingState, event: Proposed, nowMs: Instant): RefusalCode | null {
  return (
    schedulingProblem(state, nowMs) ??
    (event.sequence !== null && event.sequence < state.sequence ? 'stale-sequence' : null) ??
    moveProblem(state, event, nowMs)
  );
}

/**
 * Refuses a proposal, also one that the database refused because somebody is busy.
 * One that came by mail from an invited party gets its answer by mail, as long as the day's budget lasts.
 */
export function refuseProposal(
  state: MeetingState,
  event: Proposed,
  code: RefusalCode,
  nowMs: Instant,
): Decision {
  if (event.door !== 'mail' || state.status === 'open') return refuse(code);
  const spent = spend(state, event.role, 'proposals', nowMs, ANSWERED_BEYOND);
  if (spent.kind === 'refusal') return spent;
  const proposal = proposalOf(state, event, nowMs);
  return change(state, event, nowMs, {
    next: { used: spent.used },
    messages: [proposalMessage('proposal-refused', state, event.role, proposal, nowMs, code)],
    story: [{ what: 'proposal-refused', by: event.role }, ...spent.story],
  });
}

/** The first COUNTER over the day's budget is answered, too; whoever sends more knows. */
const ANSWERED_BEYOND = 1;

const proposalOf = (state: MeetingState, event: Proposed, nowMs: Instant): Proposal => ({
  id: event.proposalId,
  proposedBy: event.role,
  door: event.door,
  startMs: event.startMs,
  endMs: event.endMs,
  note: event.note,
  createdMs: nowMs,
  // Nobody can decide any more once either time has begun.
  expiresMs: Math.min(nowMs + state.proposalExpiryMs, state.startMs, event.startMs),
});

/** The proposer takes it back, and the counterparty need not decide any more. */
export function decideWithdrawn(state: MeetingState, event: Withdrawn, nowMs: Instant): Decision {
  const proposal = pending(state, event.proposalId);
  if (!proposal || proposal.proposedBy !== event.role) return refuse('proposal-gone');
  return change(state, event, nowMs, {
    next: { proposals: without(state, [proposal]) },
    messages: [proposalMessage('proposal-withdrawn', state, otherRole(event.role), proposal, nowMs)],
    proposals: [{ proposal, status: 'withdrawn', decidedBy: event.role }],
    story: [{ what: 'proposal-withdrawn', by: event.role }],
  });
}

/**
 * The counterparty says yes. Of several pending proposals the one approved last wins and the others expire:
 * the SEQUENCE has moved on, so a second approval of the same moment finds its proposal gone.
 */
export function decideApproved(state: MeetingState, event: Decided, nowMs: Instant): Decision {
  const proposal = decidable(state, event, nowMs);
  if (typeof proposal === 'string') return refuse(proposal);
  const next = movedTo(state, proposal);
  return change(state, event, nowMs, {
    next: { ...next, proposals: [] },
    messages: calendarMessages(
      'update',
      { ...state, ...next },
      {
        nowMs,
        cause: proposal.id,
        previousTime: timeOf(state),
      },
    ),
    proposals: [
      { proposal, status: 'approved', decidedBy: event.role },
      ...expireAllProposals({ ...state, proposals: without(state, [proposal]) }),
    ],
    story: [{ what: 'proposal-approved', by: event.role }],
  });
}

/** The counterparty says no; the meeting stays as it is. */
export function decideDeclined(state: MeetingState, event: Decided, nowMs: Instant): Decision {
  const proposal = decidable(state, event, nowMs);
  if (typeof proposal === 'string' && proposal !== 'time-past') return refuse(proposal);
  const declined = pending(state, event.proposalId);
  if (!declined) return refuse('proposal-gone');
  return change(state, event, nowMs, {
    next: { proposals: without(state, [declined]) },
    messages: [proposalMessage('proposal-declined', state, declined.proposedBy, declined, nowMs)],
    proposals: [{ proposal: declined, status: 'declined', decidedBy: event.role }],
    story: [{ what: 'proposal-declined', by: event.role }],
  });
}

/** Time is up: both learn that nothing changes. */
export function decideExpired(state: MeetingState, event: MeetingEvent, nowMs: Instant): Decision {
  const expired = state.proposals.filter((proposal) => proposal.expiresMs <= nowMs);
  return change(state, event, nowMs, {
    next: { proposals: without(state, expired) },
    messages: expired.flatMap((proposal) => [
      proposalMessage('proposal-expired', state, proposal.proposedBy, proposal, nowMs),
      proposalMessage('proposal-expired', state, otherRole(proposal.proposedBy), proposal, nowMs),
    ]),
    proposals: expired.map((proposal) => ({ proposal, status: 'expired', decidedBy: 'parley' })),
    story: expired.map(() => ({ what: 'proposal-expired', by: 'parley' })),
  });
}

function decidable(state: MeetingState, event: Decided, nowMs: Instant): Proposal | RefusalCode {
  const problem = schedulingProblem(state, nowMs);
  if (problem) return problem;
  const proposal = pending(state, event.proposalId);
  if (!proposal) return 'proposal-gone';
  if (proposal.proposedBy === event.role) return 'own-proposal';
  return proposal.startMs <= nowMs ? 'time-past' : proposal;
}

const pending = (state: MeetingState, id: string): Proposal | undefined =>
  state.proposals.find((proposal) => proposal.id === id);

const without = (state: MeetingState, gone: Proposal[]): Proposal[] =>
  state.proposals.filter((proposal) => !gone.includes(proposal));
