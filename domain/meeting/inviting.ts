import type { Instant } from '../time/instant.ts';
import { agreedAlready, newAttendee } from './attendees.ts';
import { idsFor, type AttendeeId, type Invite } from './attendee-id.ts';
import type { Invited, RefusalCode } from './decision.ts';
import type { BookingState } from './state.ts';

/** More people than meet in one call; each of them costs a mail with every change. */
export const MOST_ATTENDEES = 100;

/** Whether another guest can come. */
export const hasSeat = ({ seats, attendees }: BookingState): boolean =>
  seats === undefined || attendees.filter(({ role }) => role === 'guest').length < seats;

/** Why a meeting cannot be with these people, or null when it can. */
export function sizeProblem({ attendees }: BookingState): RefusalCode | null {
  if (attendees.length > MOST_ATTENDEES) return 'too-many-attendees';
  if (attendees.length < 2) return 'too-few-attendees';
  return attendees.some(({ role }) => role === 'host') ? null : 'last-host';
}

/** The meeting with those who are invited now, each under an id that nobody in it ever had. */
export function inviteAll(
  state: BookingState,
  invites: readonly Invite[],
): { next: BookingState; invited: Invited[] } {
  const ids = idsFor([...state.attendees.map(({ id }) => id), ...state.removed], invites);
  const made = invites.map((invite, at) => newAttendee(ids[at]!, invite, state.sequence));
  return {
    next: { ...state, attendees: [...state.attendees, ...made] },
    invited: invites.map(({ requestId, required }, at) => ({ id: ids[at]!, requestId, required })),
  };
}

/** The meeting with those who booked it for themselves. */
export const bookedThemselves = (state: BookingState, ids: readonly AttendeeId[]): BookingState => ({
  ...state,
  attendees: state.attendees.map((one) => (ids.includes(one.id) ? { ...one, booked: true as const } : one)),
});

/** The meeting with those who have agreed to its time before it was booked: they have accepted it. */
export const agreed = (state: BookingState, ids: readonly AttendeeId[], nowMs: Instant): BookingState => ({
  ...state,
  attendees: state.attendees.map((one) =>
    ids.includes(one.id) ? { ...one, answer: agreedAlready(state.sequence, nowMs) } : one,
  ),
});

/** The meeting as it is once it takes place. */
export const scheduled = (state: BookingState, nowMs: Instant): BookingState => ({
  ...state,
  status: 'scheduled',
  proposals: [],
  remindedUntilMs: nowMs,
});
