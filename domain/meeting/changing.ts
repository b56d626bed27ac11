import type { Instant } from '../time/instant.ts';
import type { Attendee } from './attendees.ts';
import type { RefusalCode } from './decision.ts';
import type { BookingState } from './state.ts';

type Who = Pick<Attendee, 'role'>;
type What = Pick<BookingState, 'changeUntilMs' | 'startMs' | 'seats'>;

/** Whether it is too late for somebody to move or cancel the meeting; for hosts it never is. */
export const isTooLate = ({ role }: Who, { changeUntilMs = 0, startMs }: What, nowMs: Instant): boolean =>
  role === 'guest' && (changeUntilMs === null || nowMs > startMs - changeUntilMs);

/** Why somebody cannot ask for another time, or null when they can. A guest among many can only come or not. */
export function askingProblem(who: Who, meeting: What, nowMs: Instant): RefusalCode | null {
  if (who.role === 'guest' && meeting.seats !== undefined) return 'may-not-move';
  return isTooLate(who, meeting, nowMs) ? 'too-late-to-change' : null;
}
