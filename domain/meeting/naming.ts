import type { AttendeeId } from './attendee-id.ts';
import type { MessageSpec } from './message-spec.ts';

/**
 * Whom of the other attendees a message is about: who did what it tells, who proposes, who has not answered; else everybody.
 *
 * @param others who takes part beside the recipient
 */
export function namedIn(
  { kind, to, about, proposal }: Pick<MessageSpec, 'kind' | 'to' | 'about' | 'proposal'>,
  others: readonly AttendeeId[],
): readonly AttendeeId[] {
  if (about !== null) return [about];
  if (proposal === null || kind === 'proposal-refused') return others;
  return proposal.proposedBy === to ? proposal.waitsFor : [proposal.proposedBy];
}
