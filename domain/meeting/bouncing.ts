import type { Instant } from '../time/instant.ts';
import type { Attendee } from './attendees.ts';
import { cancel } from './cancelling.ts';
import { change, refuse, type Decision } from './decision.ts';
import type { Bounced } from './events.ts';
import { plainMessage } from './messages.ts';
import { isOver, isUnbooked, withAttendee, type BookingState } from './state.ts';

/** The reason of a cancellation because of a mailbox that takes no mail; mails and pages have the words for it. */
export const AN_ATTENDEE_UNREACHABLE = 'an-attendee-unreachable';

/** That a message to an attendee came back for good; whoever tells it, and however often, it is the same event. */
export const bounced = (
  message: { meetingId: string; messageId: string } & Pick<Bounced, 'attendeeId' | 'method' | 'sequence'>,
  door: Bounced['door'],
): Bounced => ({
  type: 'bounced',
  key: `bounced/${message.meetingId}/${message.messageId}`,
  door,
  attendeeId: message.attendeeId,
  method: message.method,
  sequence: message.sequence,
});

/**
 * An attendee's newest invitation came back: the hosts learn it, once, or of the only host everybody; under the policy `cancel`
 * a meeting that needs them is cancelled. What is about an older SEQUENCE, or only a letter, is a line in the story.
 */
export function decideBounced(
  state: BookingState,
  event: Bounced,
  attendee: Attendee,
  nowMs: Instant,
): Decision {
  if (isOver(state)) return refuse('meeting-over');
  if (isUnbooked(state)) return refuse('not-booked');
  if (attendee.unreachable) return refuse('not-due');
  const story = [{ what: 'bounced' as const, by: attendee.id }];
  if (event.method !== 'REQUEST' || event.sequence < state.sequence) {
    return change(state, event, nowMs, { story });
  }
  const next = withAttendee(state, attendee.id, { unreachable: true });
  if (state.bouncePolicy === 'cancel' && attendee.required && state.status === 'scheduled') {
    return cancel(next, event, nowMs, {
      reason: AN_ATTENDEE_UNREACHABLE,
      story: [...story, { what: 'cancelled', by: 'parley' }],
    });
  }
  return change(next, event, nowMs, {
    messages: toBeTold(next, attendee).map(({ id }) => ({
      ...plainMessage('not-delivered', next, id, `${attendee.id}/${state.sequence}`, nowMs),
      about: attendee.id,
    })),
    story,
  });
}

/** Whoever cannot be reached themselves is told nothing. */
function toBeTold({ attendees }: BookingState, gone: Attendee): Attendee[] {
  const others = attendees.filter(({ id, unreachable }) => id !== gone.id && !unreachable);
  const hosts = others.filter(({ role }) => role === 'host');
  return hosts.length > 0 ? hosts : others;
}
