import { mendedRule } from './mend-rule.ts';
import { parseRule, type RuleProblem } from '../recurrence/parse-rule.ts';
import type { RecurrenceRule } from '../recurrence/rule.ts';

/** A longer rule is not looked through for what it may mean. */
const LONGEST_MENDED = 2_000;

/**
 * Reads a rule as it is, and where that does not go, as it must have been meant.
 *
 * @param onMended is called when it breaks the grammar and is followed all the same
 */
export function readRule(text: string, onMended: () => void): RecurrenceRule | RuleProblem {
  const read = parseRule(text);
  if (typeof read !== 'string' || text.length > LONGEST_MENDED) return read;
  const mended = mendedRule(text);
  if (mended === text) return read;
  const rule = parseRule(mended);
  if (typeof rule !== 'string') onMended();
  return rule;
}
