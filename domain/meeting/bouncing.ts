import { cancel } from './cancelling.ts';
import { change, refuse, type Decision } from './decision.ts';
import type { Bounced } from './events.ts';
import { plainMessage } from './messages.ts';
import { isOver, otherRole, type MeetingState } from './state.ts';
import type { Instant } from '../time/instant.ts';

/** The reason of a cancellation because of a mailbox that takes no mail; mails and pages have the words for it. */
export const A_PARTY_UNREACHABLE = 'a-party-unreachable';

/** That a message to a party came back for good; whoever tells it, and however often, it is the same event. */
export const bounced = (
  message: { meetingId: string; messageId: string } & Pick<Bounced, 'role' | 'method' | 'sequence'>,
  door: Bounced['door'],
): Bounced => ({
  type: 'bounced',
  key: `bounced/${message.meetingId}/${message.messageId}`,
  door,
  role: message.role,
  method: message.method,
  sequence: message.sequence,
});

/**
 * A party's newest invitation came back: the other one learns it, once, or under the policy `cancel` the meeting is
 * cancelled. What is about an older SEQUENCE, or only a letter, is a line in the story.
 */
export function decideBounced(state: MeetingState, event: Bounced, nowMs: Instant): Decision {
  const { role } = event;
  if (isOver(state)) return refuse('meeting-over');
  if (state.status === 'open') return refuse('not-booked');
  if (state.unreachable.includes(role)) return refuse('not-due');
  const story = [{ what: 'bounced' as const, by: role }];
  if (event.method !== 'REQUEST' || event.sequence < state.sequence) {
    return change(state, event, nowMs, { story });
  }
  const unreachable = [...state.unreachable, role];
  if (state.bouncePolicy === 'cancel' && state.status === 'scheduled') {
    return cancel({ ...state, unreachable }, event, nowMs, {
      reason: A_PARTY_UNREACHABLE,
      story: [...story, { what: 'cancelled', by: 'parley' }],
    });
  }
  const other = otherRole(role);
  return change(state, event, nowMs, {
    next: { unreachable },
    messages: state.unreachable.includes(other)
      ? []
      : [plainMessage('not-delivered', state, other, `${state.sequence}`, nowMs)],
    story,
  });
}
