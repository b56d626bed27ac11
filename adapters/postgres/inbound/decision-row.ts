import type { Understanding, Understood } from '../../../activities/understanding/decision.ts';

/** What a row says of how its message was understood. */
export interface DecisionRow extends Pick<Understanding, 'reason' | 'uid'> {
  decision: Understood | null;
}

/** Null: it is not decided. */
export const decidedAs = ({ decision, reason, uid }: DecisionRow): Understanding | null =>
  decision === null ? null : { understood: decision, reason, uid };
