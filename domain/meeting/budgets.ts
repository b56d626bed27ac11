import type { Instant } from '../time/instant.ts';
import type { Used } from './attendees.ts';
import type { AttendeeId } from './attendee-id.ts';
import type { ChangeParts, RefusalCode } from './decision.ts';
import { attendeeOf, withAttendee, type BookingState, type Budgets } from './state.ts';
import type { TimelineWord } from './timeline-word.ts';

export type BudgetKind = keyof Budgets | 'delegations';

/** The line of the story that says that a budget was used up, with the change that did it. */
export const USED_UP: Record<keyof Budgets, TimelineWord> = {
  proposals: 'proposals-used-up',
  links: 'links-used-up',
  refreshes: 'refreshes-used-up',
  questions: 'questions-used-up',
};

/** Who wants to send somebody else is told once a day that nobody can go in their place. */
const DELEGATIONS = 1;

const TOO_MANY: Record<BudgetKind, RefusalCode> = {
  proposals: 'too-many-proposals',
  links: 'too-many-links',
  refreshes: 'too-many-refreshes',
  questions: 'too-many-questions',
  delegations: 'not-due',
};

/** One was taken of what an attendee may have on a day. */
export interface Spent {
  kind: 'spent';
  /** The meeting with that noted. */
  state: BookingState;
  /** To be told with what it was spent on. */
  story: ChangeParts['story'];
}

/**
 * Takes one from what an attendee may have today.
 *
 * @param beyond how many more than the budget there may be
 */
export function spend(
  state: BookingState,
  id: AttendeeId,
  kind: BudgetKind,
  nowMs: Instant,
  beyond = 0,
): Spent | { kind: 'refusal'; code: RefusalCode } {
  const times = timesToday(attendeeOf(state, id)?.used, nowMs);
  const used = (times[kind] ?? 0) + 1;
  const most = kind === 'delegations' ? DELEGATIONS : state.budgets[kind];
  if (used > most + beyond) return { kind: 'refusal', code: TOO_MANY[kind] };
  return {
    kind: 'spent',
    state: withAttendee(state, id, { used: { day: dayOf(nowMs), times: { ...times, [kind]: used } } }),
    story: used === most && kind !== 'delegations' ? [{ what: USED_UP[kind], by: id }] : [],
  };
}

const timesToday = (used: Used | undefined, nowMs: Instant): Used['times'] =>
  used?.day === dayOf(nowMs) ? used.times : {};

const DAY_MS = 24 * 3_600_000;

export const dayOf = (nowMs: Instant): number => Math.floor(nowMs / DAY_MS);

/** When the budgets of the day are whole again. */
export const nextDayMs = (nowMs: Instant): Instant => (dayOf(nowMs) + 1) * DAY_MS;
