import type { Budgets } from '../../domain/meeting/state.ts';

/** As configured where nothing else is. */
export const BUDGETS: Budgets = { proposals: 20, links: 10, refreshes: 10, questions: 3 };
