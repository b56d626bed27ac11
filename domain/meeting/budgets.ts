import type { ChangeParts, RefusalCode } from './decision.ts';
import type { MeetingState, Role, TimelineWord } from './state.ts';
import type { Instant } from '../time/instant.ts';

/** How many mails a party may cause a day in this meeting, by what causes them. */
export interface Budgets {
  /** New times that it asks for, by page or COUNTER. */
  proposals: number;
  /** Fresh links that it has mailed to itself. */
  links: number;
  /** REFRESH. */
  refreshes: number;
  /** Times that it is asked whether an answer in its name is its own. */
  questions: number;
}

export type BudgetKind = keyof Budgets | 'delegations';

/** What was used of the budgets on one day; on the next one nothing is. */
export interface BudgetsUsed {
  /** Days since 1970-01-01, in UTC: no zone of a party makes it longer or shorter. */
  day: number;
  by: Record<Role, Partial<Record<BudgetKind, number>>>;
}

export const NOTHING_USED: BudgetsUsed = { day: 0, by: { host: {}, guest: {} } };

/** Meetings without parties send nobody mail. */
export const NO_BUDGETS: Budgets = { proposals: 0, links: 0, refreshes: 0, questions: 0 };

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

interface Spent {
  kind: 'spent';
  used: BudgetsUsed;
  /** To be told with what it was spent on. */
  story: ChangeParts['story'];
}

/**
 * Takes one from what a party may have today.
 *
 * @param beyond how many more than the budget there may be
 */
export function spend(
  state: MeetingState,
  role: Role,
  kind: BudgetKind,
  nowMs: Instant,
  beyond = 0,
): Spent | { kind: 'refusal'; code: RefusalCode } {
  const day = dayOf(nowMs);
  const { by } = state.used.day === day ? state.used : NOTHING_USED;
  const used = (by[role][kind] ?? 0) + 1;
  const most = kind === 'delegations' ? DELEGATIONS : state.budgets[kind];
  if (used > most + beyond) return { kind: 'refusal', code: TOO_MANY[kind] };
  return {
    kind: 'spent',
    used: { day, by: { ...by, [role]: { ...by[role], [kind]: used } } },
    story: used === most && kind !== 'delegations' ? [{ what: USED_UP[kind], by: role }] : [],
  };
}

const DAY_MS = 24 * 3_600_000;

export const dayOf = (nowMs: Instant): number => Math.floor(nowMs / DAY_MS);

/** When the budgets of the day are whole again. */
export const nextDayMs = (nowMs: Instant): Instant => (dayOf(nowMs) + 1) * DAY_MS;
