/** What became of a message for one recipient (RFC 3464 §2.3.3, RFC 3463): "failed", "5.1.1". */
export interface ReportedFate {
  action: string | null;
  status: string | null;
}

/** What a mail system said of a message: a report by the rules, groups of fields somewhere, and words. */
export interface ReportSaid {
  /** Null: it is no report by the rules. */
  report: readonly ReportedFate[] | null;
  groups: readonly ReportedFate[];
  words: 'failed' | 'delayed' | 'delivered' | null;
  status: string | null;
}

export interface Outcome {
  fate: 'failed' | 'delayed' | 'delivered';
  /** RFC 3463; null: it is not said. */
  status: string | null;
  /** What was said, for the record: "failed 5.1.1". */
  detail: string;
}

const FATES: Record<string, Outcome['fate']> = {
  failed: 'failed',
  delayed: 'delayed',
  delivered: 'delivered',
  relayed: 'delivered',
  expanded: 'delivered',
};
const GRAVITY: readonly Outcome['fate'][] = ['failed', 'delayed', 'delivered'];

/**
 * What became of the message. A message of ours has one recipient: of several the worst counts. Fields say more than
 * words; words say what fields leave open. Null: it says nothing of a delivery.
 *
 * @param given.addressed it came from the null sender to the message's own return path. A report there that names neither
 *   a delay nor a delivery is one of a failure: for nothing else is one sent unasked (RFC 3461 §4.1)
 */
export function outcomeOf(said: ReportSaid, given: { addressed: boolean }): Outcome | null {
  const fates = (said.report?.length ? said.report : said.groups).map((one) => fateOf(one, said.words));
  const [worst] = GRAVITY.flatMap((fate) => fates.filter((one) => one.fate === fate));
  if (worst?.fate) return { ...worst, fate: worst.fate };
  if (said.words) return { fate: said.words, status: said.status, detail: detailOf(said.words, said.status) };
  if (said.report === null || !given.addressed) return null;
  return { fate: 'failed', status: null, detail: 'failed' };
}

function fateOf({ action, status }: ReportedFate, words: ReportSaid['words']) {
  const fate = FATES[action ?? ''] ?? byClass(status, words);
  return { fate, status, detail: detailOf(action ?? fate, status) };
}

/** RFC 3463 §2: 2 succeeded, 4 may still, 5 will not; a system that gave up says so in words. */
function byClass(status: string | null, words: ReportSaid['words']): Outcome['fate'] | null {
  if (status === null) return null;
  if (status.startsWith('5')) return 'failed';
  if (status.startsWith('2')) return 'delivered';
  return words === 'failed' ? 'failed' : 'delayed';
}

const detailOf = (what: string | null, status: string | null): string =>
  [what, status].filter((one) => one !== null).join(' ');
