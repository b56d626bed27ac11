import type { Instant } from '../time/instant.ts';
import type { AttendeeId } from './attendee-id.ts';
import { changeableUntil, fixedFor, isTooLate, mayCancel } from './changing.ts';
import { LINKS } from './links.ts';
import type { MessageKind, MessageLink, MessageSpec } from './message-spec.ts';
import { hasVideo, type BookingState } from './state.ts';

/** Those that say how a meeting stands that takes place. */
const STANDING: readonly MessageKind[] = ['invitation', 'update', 'refresh', 'reminder'];

/**
 * Where a message to one attendee leads, as far as it is not where all of its kind do: nowhere that they would be refused. Who has
 * booked for themselves is asked for no answer, and may cancel instead.
 */
export function leading(
  state: BookingState,
  kind: MessageKind,
  to: AttendeeId,
  nowMs: Instant,
): Pick<MessageSpec, 'leads' | 'booked' | 'offered' | 'fixed' | 'changeableUntilMs'> {
  const attendee = state.attendees.find(({ id }) => id === to);
  if (!attendee) return {};
  const all: readonly MessageLink[] = LINKS[kind];
  const fixed = fixedFor(attendee, state, nowMs);
  const cancels =
    STANDING.includes(kind) &&
    attendee.role === 'guest' &&
    state.eventTypeId !== undefined &&
    mayCancel(attendee, state) &&
    !isTooLate(attendee, state, nowMs);
  const isOffered = kind === 'invitation' && attendee.role === 'host' && state.eventTypeId !== undefined;
  const isAnswered = attendee.answer.partstat === 'ACCEPTED';
  const leads = all.flatMap((link): MessageLink[] => {
    if (link === 'join') return hasVideo(state) ? [link] : [];
    if (link === 'propose') return fixed === null ? [link, ...(cancels ? (['cancel'] as const) : [])] : [];
    return link === 'answer' && cancels && isAnswered ? [] : [link];
  });
  const untilMs = fixed === null && STANDING.includes(kind) ? changeableUntil(attendee, state) : null;
  return {
    ...(leads.join() !== all.join() && { leads }),
    ...(attendee.booked && { booked: true as const }),
    ...(isOffered && { offered: true as const }),
    ...(fixed !== null && { fixed }),
    ...(untilMs !== null && { changeableUntilMs: untilMs }),
  };
}
