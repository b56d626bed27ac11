import type { Instant } from '../time/instant.ts';
import type { Attendee } from './attendees.ts';
import type { Fixed } from './message-spec.ts';
import type { BookingState } from './state.ts';

type Who = Pick<Attendee, 'role'>;
type What = Pick<BookingState, 'changeUntilMs' | 'startMs' | 'seats'>;

/** What of a meeting decides who may change it, as its event type says it. */
export const changeTerms = ({
  changeUntilMinutes,
  seats,
}: {
  changeUntilMinutes: number | null;
  seats: number;
}): { changeUntilMs: number | null; seats?: number } => ({
  changeUntilMs: changeUntilMinutes === null ? null : changeUntilMinutes * 60_000,
  ...(seats > 1 && { seats }),
});

/** Whether it is too late for somebody to move or cancel the meeting; for hosts it never is. */
export const isTooLate = ({ role }: Who, { changeUntilMs = 0, startMs }: What, nowMs: Instant): boolean =>
  role === 'guest' && (changeUntilMs === null || nowMs > startMs - changeUntilMs);

/** Why somebody cannot ask for another time, or null when they can. A guest among many can only come or not. */
export function askingProblem(
  who: Who,
  meeting: What,
  nowMs: Instant,
): 'may-not-move' | 'too-late-to-change' | null {
  if (who.role === 'guest' && meeting.seats !== undefined) return 'may-not-move';
  return isTooLate(who, meeting, nowMs) ? 'too-late-to-change' : null;
}

/** Until when somebody can move or cancel the meeting, where that ends before it begins; null: until then, or not at all. */
export const changeableUntil = (
  { role }: Who,
  { changeUntilMs = 0, startMs, seats }: What,
): Instant | null =>
  role === 'guest' && seats === undefined && changeUntilMs !== null && changeUntilMs > 0
    ? startMs - changeUntilMs
    : null;

/** What keeps somebody from moving the meeting, for those who are told; null: nothing does. */
export function fixedFor(who: Who, meeting: What, nowMs: Instant): Fixed | null {
  const problem = askingProblem(who, meeting, nowMs);
  if (problem === null) return null;
  if (problem === 'may-not-move') return 'seats';
  return meeting.changeUntilMs === null ? 'never' : 'late';
}

/** Whether the meeting does not take place without them. */
export const isNeeded = (
  { required }: Pick<Attendee, 'required'>,
  { policy }: Pick<BookingState, 'policy'>,
): boolean => required && policy === 'strict';

/** Of a meeting, what decides who may cancel it. */
interface Cancellable extends Pick<BookingState, 'policy' | 'seats'> {
  eventTypeId?: string | null | undefined;
  attendees: readonly Who[];
}

/**
 * Whether somebody who takes part may cancel for everybody: a host, whose decline alone would do so, and the one guest of what is
 * offered to all, who has booked it.
 */
export const mayCancel = (attendee: Pick<Attendee, 'role' | 'required'>, meeting: Cancellable): boolean =>
  attendee.role === 'host' || isNeeded(attendee, meeting) || isOneGuest(meeting);

const isOneGuest = ({ eventTypeId, seats, attendees }: Cancellable): boolean =>
  (eventTypeId ?? null) !== null &&
  seats === undefined &&
  attendees.filter(({ role }) => role === 'guest').length === 1;
