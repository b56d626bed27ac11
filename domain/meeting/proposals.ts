import type { Instant } from '../time/instant.ts';
import type { AttendeeId } from './attendee-id.ts';
import { spend } from './budgets.ts';
import { askingProblem } from './changing.ts';
import {
  change,
  refuse,
  type ChangeParts,
  type Decision,
  type ProposalChange,
  type RefusalCode,
} from './decision.ts';
import type { MessageSpec } from './message-spec.ts';
import type { DeadlineReached, Decided, MeetingEvent, Proposed, Withdrawn } from './events.ts';
import { approveRequest, endRequest } from './requesting.ts';
import { proposalMessage, timeOf, updateMessages } from './messages.ts';
import { expireAllProposals, movedTo, moveProblem, schedulingProblem } from './moving.ts';
import { attendeeOf, isUnbooked, type BookingState } from './state.ts';
import type { Proposal } from './proposal.ts';

/** Who has to approve what an attendee proposes: every other one who is required. Anybody may propose. */
const askedAbout = ({ attendees }: BookingState, proposer: AttendeeId): AttendeeId[] =>
  attendees.filter(({ id, required }) => required && id !== proposer).map(({ id }) => id);

/**
 * An attendee asks for another time. All others who are required are asked; a pending proposal of the same attendee is replaced,
 * and where nobody is to be asked the meeting moves at once. One that came by COUNTER and cannot be taken is answered,
 * because the sender's calendar shows it as pending.
 */
export function decideProposed(state: BookingState, event: Proposed, nowMs: Instant): Decision {
  const by = event.attendeeId;
  const problem = proposalProblem(state, event, nowMs);
  if (problem) return refuseProposal(state, event, problem, nowMs);
  const spent = spend(state, by, 'proposals', nowMs);
  if (spent.kind === 'refusal') return refuseProposal(state, event, spent.code, nowMs);
  const proposal = proposalOf(state, event, nowMs);
  const replaced = state.proposals.filter((other) => other.proposedBy === by);
  const next = { ...spent.state, proposals: [...without(state, replaced), proposal] };
  const parts: ChangeParts = {
    messages: proposal.asked.map((to) =>
      proposalMessage('approval-request', state, to, proposal, nowMs, { about: by }),
    ),
    proposals: [
      ...replaced.map((old): ProposalChange => ({ proposal: old, status: 'replaced', decidedBy: by })),
      { proposal, status: 'pending', decidedBy: null, isNew: true },
    ],
    story: [{ what: replaced.length > 0 ? 'proposal-replaced' : 'proposed', by }, ...spent.story],
  };
  return proposal.waitsFor.length === 0
    ? approve(next, proposal, event, nowMs, parts)
    : change(next, event, nowMs, parts);
}

function proposalProblem(state: BookingState, event: Proposed, nowMs: Instant): RefusalCode | null {
  const who = attendeeOf(state, event.attendeeId);
  return (
    schedulingProblem(state, nowMs) ??
    (who ? askingProblem(who, state, nowMs) : null) ??
    (event.sequence !== null && event.sequence < state.sequence ? 'stale-sequence' : null) ??
    moveProblem(state, event, nowMs)
  );
}

/**
 * Refuses a proposal, also one that the database refused because somebody is busy.
 * One that came by mail from an attendee gets its answer by mail, as long as the day's budget lasts.
 */
export function refuseProposal(
  state: BookingState,
  event: Proposed,
  code: RefusalCode,
  nowMs: Instant,
): Decision {
  const by = event.attendeeId;
  if (event.door !== 'mail' || isUnbooked(state)) return refuse(code);
  const spent = spend(state, by, 'proposals', nowMs, ANSWERED_BEYOND);
  if (spent.kind === 'refusal') return spent;
  const proposal = proposalOf(state, event, nowMs);
  return change(spent.state, event, nowMs, {
    messages: [proposalMessage('proposal-refused', state, by, proposal, nowMs, { reason: code })],
    story: [{ what: 'proposal-refused', by }, ...spent.story],
  });
}

/** The first COUNTER over the day's budget is answered, too; whoever sends more knows. */
const ANSWERED_BEYOND = 1;

const proposalOf = (state: BookingState, event: Proposed, nowMs: Instant): Proposal => ({
  id: event.proposalId,
  proposedBy: event.attendeeId,
  door: event.door,
  startMs: event.startMs,
  endMs: event.endMs,
  note: event.note,
  createdMs: nowMs,
  // Nobody can decide any more once either time has begun.
  expiresMs: Math.min(nowMs + expiryMs(state, event), state.startMs, event.startMs),
  asked: askedAbout(state, event.attendeeId),
  waitsFor: askedAbout(state, event.attendeeId),
  ...(holdsSlot(state, event) && { holds: true }),
});

/** A slot waits as long as one that is booked: it is held all the while. */
const expiryMs = ({ proposalExpiryMs, approvalMs = proposalExpiryMs }: BookingState, { slot }: Proposed) =>
  slot ? approvalMs : proposalExpiryMs;

const holdsSlot = ({ proposals }: BookingState, { slot, attendeeId }: Proposed): boolean =>
  slot === true && !proposals.some(({ holds, proposedBy }) => holds && proposedBy !== attendeeId);

/** The proposer takes it back, and nobody need decide any more. */
export function decideWithdrawn(state: BookingState, event: Withdrawn, nowMs: Instant): Decision {
  const proposal = pending(state, event.proposalId);
  if (!proposal || proposal.proposedBy !== event.attendeeId) return refuse('proposal-gone');
  const { messages, ended } = withdrawalOf(state, proposal, event.attendeeId, nowMs);
  return change({ ...state, proposals: without(state, [proposal]) }, event, nowMs, {
    messages,
    proposals: [ended],
    story: [{ what: 'proposal-withdrawn', by: event.attendeeId }],
  });
}

/** What becomes of a proposal that is taken back, and who is told. */
export const withdrawalOf = (
  state: BookingState,
  proposal: Proposal,
  by: AttendeeId,
  nowMs: Instant,
): { messages: MessageSpec[]; ended: ProposalChange } => ({
  messages: proposal.asked.map((to) =>
    proposalMessage('proposal-withdrawn', state, to, proposal, nowMs, { about: proposal.proposedBy }),
  ),
  ended: { proposal, status: 'withdrawn', decidedBy: by },
});

/**
 * One who was asked says yes; with the last of them the meeting moves. Of several pending proposals the one approved last wins
 * and the others expire: the SEQUENCE has moved on, so a second approval of the same moment finds its proposal gone.
 */
export function decideApproved(state: BookingState, event: Decided, nowMs: Instant): Decision {
  const by = event.attendeeId;
  const proposal = decidable(state, event, nowMs);
  if (typeof proposal === 'string') return refuse(proposal);
  if (!proposal.waitsFor.includes(by)) return refuse('already-approved');
  const agreed = { ...proposal, waitsFor: proposal.waitsFor.filter((id) => id !== by) };
  if (agreed.waitsFor.length === 0) return approve(state, agreed, event, nowMs, { story: [] }, by);
  const proposals = state.proposals.map((one) => (one === proposal ? agreed : one));
  return change({ ...state, proposals }, event, nowMs, {
    proposals: [{ proposal: agreed, status: 'pending', decidedBy: by }],
    story: [{ what: 'proposal-agreed', by }],
  });
}

/**
 * The meeting moves to the time of a proposal that nobody is waited for any more. Who is in favour has accepted it with that.
 *
 * @param parts what else happens in the same change
 * @param by who was the last to approve
 */
export function approve(
  state: BookingState,
  proposal: Proposal,
  event: MeetingEvent,
  nowMs: Instant,
  parts: ChangeParts,
  by: AttendeeId = 'parley',
): Decision {
  if (state.status === 'held') return approveRequest(state, proposal, event, nowMs, by);
  const others = state.proposals.filter(({ id }) => id !== proposal.id);
  const told = parts.proposals ?? [];
  const isNew = told.some((one) => one.isNew === true && one.proposal.id === proposal.id);
  const next = {
    ...movedTo(state, proposal, nowMs, { by: inFavourOf(proposal), atMs: nowMs }),
    proposals: [],
  };
  return change(next, event, nowMs, {
    ...parts,
    messages: [
      ...(parts.messages ?? []),
      ...updateMessages(next, { nowMs, cause: proposal.id, previousTime: timeOf(state) }),
    ],
    proposals: [
      // Each proposal has one fate in a change: those that were pending expire.
      ...told.filter((one) => !state.proposals.some(({ id }) => id === one.proposal.id)),
      { proposal, status: 'approved', decidedBy: by, isNew },
      ...expireAllProposals({ proposals: others }),
    ],
    story: [...parts.story, { what: 'proposal-approved', by }],
  });
}

/** Who has said that the proposed time suits them: who made the proposal, and who approved it. */
const inFavourOf = ({ proposedBy, asked, waitsFor }: Proposal): AttendeeId[] => [
  proposedBy,
  ...asked.filter((id) => !waitsFor.includes(id)),
];

/** One who was asked says no: the meeting stays as it is, and the others need not decide any more. */
export function decideDeclined(state: BookingState, event: Decided, nowMs: Instant): Decision {
  const by = event.attendeeId;
  const proposal = decidable(state, event, nowMs);
  if (typeof proposal === 'string' && proposal !== 'time-past') return refuse(proposal);
  const declined = pending(state, event.proposalId);
  if (!declined) return refuse('proposal-gone');
  if (state.status === 'held') return endRequest(state, declined, event, nowMs);
  const told = [declined.proposedBy, ...declined.asked.filter((id) => id !== by)];
  return change({ ...state, proposals: without(state, [declined]) }, event, nowMs, {
    messages: told.map((to) =>
      proposalMessage('proposal-declined', state, to, declined, nowMs, { about: by }),
    ),
    proposals: [{ proposal: declined, status: 'declined', decidedBy: by }],
    story: [{ what: 'proposal-declined', by }],
  });
}

/** Time is up: the proposer and all who were asked learn that nothing changes. */
export function decideExpired(state: BookingState, event: DeadlineReached, nowMs: Instant): Decision {
  const expired = state.proposals.filter((proposal) => proposal.expiresMs <= nowMs);
  const [request] = expired;
  if (state.status === 'held' && request) return endRequest(state, request, event, nowMs);
  return change({ ...state, proposals: without(state, expired) }, event, nowMs, {
    messages: expired.flatMap((proposal) =>
      [proposal.proposedBy, ...proposal.asked].map((to) =>
        proposalMessage('proposal-expired', state, to, proposal, nowMs),
      ),
    ),
    proposals: expired.map((proposal) => ({ proposal, status: 'expired', decidedBy: 'parley' })),
    story: expired.map(() => ({ what: 'proposal-expired', by: 'parley' })),
  });
}

function decidable(state: BookingState, event: Decided, nowMs: Instant): Proposal | RefusalCode {
  const problem = state.status === 'held' ? null : schedulingProblem(state, nowMs);
  if (problem) return problem;
  const proposal = pending(state, event.proposalId);
  if (!proposal) return 'proposal-gone';
  if (proposal.proposedBy === event.attendeeId) return 'own-proposal';
  if (!proposal.asked.includes(event.attendeeId)) return 'not-asked';
  return proposal.startMs <= nowMs ? 'time-past' : proposal;
}

const pending = (state: BookingState, id: string): Proposal | undefined =>
  state.proposals.find((proposal) => proposal.id === id);

const without = (state: BookingState, gone: Proposal[]): Proposal[] =>
  state.proposals.filter((proposal) => !gone.includes(proposal));
