import { createHash } from 'node:crypto';
import { MeetingRefused } from '../../activities/meeting/meetings.ts';
import { proposalById } from '../../adapters/postgres/link-proposal.ts';
import { addressesInMeeting } from '../../adapters/postgres/people/person.ts';
import { hideAddressesAndThese } from '../../domain/meeting/privacy.ts';
import type { Instant } from '../../domain/time/instant.ts';
import { uuidOf } from '../../domain/uuid.ts';
import type { LinkProposal, LinkView } from '../../queries/links.ts';
import { refuseLink, spending, type LinkDeps } from './link-uses.ts';
import { openLink } from './open-link.ts';

/** Of what somebody may say to a new time, in characters. */
export const LONGEST_NOTE = 2_000;

export interface ProposeInput {
  token: string;
  startMs: Instant;
  endMs: Instant;
  note: string;
  /** The same key again is the same proposal. */
  requestKey: string;
  /** It is a slot that the event type offers, and is held while the hosts are asked. */
  slot?: true;
}

export interface MadeProposal {
  proposalId: string;
  /** `approved` at once where nobody else is required, and what became of it meanwhile when it is asked for again. */
  status: LinkProposal['status'];
  startMs: Instant;
  endMs: Instant;
  expiresMs: Instant;
}

/**
 * Asks for a new time with a "Request new time" link. Spends the link; while the proposal that it made is open,
 * the link can replace it.
 *
 * @throws LinkProblem; MeetingRefused, MeetingNotRunning or EngineUnavailable from the meeting
 */
export async function proposeByLink(deps: LinkDeps, input: ProposeInput): Promise<MadeProposal> {
  const link = await openLink(deps, input.token, 'propose');
  const proposalId = proposalIdOf(link, input.requestKey);
  const before = await proposalById(deps.knex, proposalId);
  if (before) return made(before);
  await requireUsable(deps, link);
  // Temporal shows it to operators, and the other attendees read it.
  const addresses = await addressesInMeeting(deps.knex, link.meetingId);
  await spending(deps, link, 'spent', () =>
    deps.meetings.update(link.uid, {
      type: 'proposed',
      key: `propose/${proposalId}`,
      door: 'link',
      attendeeId: link.attendeeId,
      proposalId,
      startMs: input.startMs,
      endMs: input.endMs,
      note: hideAddressesAndThese(input.note, addresses),
      sequence: null,
      ...(input.slot && { slot: true }),
      linkId: toSpend(link),
    }),
  );
  const proposal = await proposalById(deps.knex, proposalId);
  // The meeting forgot the key but knows the event: its proposal is no longer to be had.
  if (!proposal) throw new MeetingRefused('proposal-gone');
  return made(proposal);
}

/**
 * Whether another time can be asked for, or taken, with a link: once, and as long as the proposal that it made is open.
 *
 * @throws LinkProblem `link-used`, `link-expired`
 */
export async function requireUsable(deps: LinkDeps, link: LinkView): Promise<void> {
  if (link.usedMs !== null && link.proposal?.status !== 'pending')
    throw await refuseLink(deps, 'link-used', link);
  if (link.usedMs === null && link.expiresMs <= deps.clock.nowMs())
    throw await refuseLink(deps, 'link-expired', link);
}

/** What is spent with that; a spent link's own pending proposal is the authority to replace it. */
export const toSpend = ({ id, usedMs }: LinkView): string | null => (usedMs === null ? id : null);

const made = ({ id, status, startMs, endMs, expiresMs }: LinkProposal): MadeProposal => ({
  proposalId: id,
  status,
  startMs,
  endMs,
  expiresMs,
});

/** One id for a request of a link, so that a repeated request finds what the first one made. */
const proposalIdOf = (link: LinkView, requestKey: string): string =>
  uuidOf(createHash('sha256').update(`${link.id}/${requestKey}`).digest('hex'));
