import { found, type Finding } from './finding.ts';
import type { Check } from './run-checks.ts';

/** So far apart, times in mails and what is due when are wrong for people to see. */
const TOLERATED_MS = 5_000;

/**
 * Compares a clock with ours.
 *
 * @param whose as people call it
 * @param theirsMs what it said between `before` and `after` of ours
 * @param exactMs how exactly it says it
 */
export function clockFinding(
  whose: string,
  theirsMs: number,
  { before, after }: { before: number; after: number },
  exactMs = 0,
): Finding {
  const apart = Math.max(before - (theirsMs + exactMs), theirsMs - after, 0);
  return apart <= TOLERATED_MS
    ? found('clock', 'clock-fine', { subject: whose })
    : found('clock', 'clock-differs', { subject: whose, seconds: Math.round(apart / 1000) });
}

/** Date (RFC 9110 §6.6.1) has whole seconds. */
const DATE_EXACT_MS = 1_000;

/** What a server's Date says, compared with ours; null: it says none. */
export function dateFinding(
  whose: string,
  headers: Headers,
  times: { before: number; after: number },
): Finding | null {
  const theirs = Date.parse(headers.get('date') ?? '');
  return Number.isNaN(theirs) ? null : clockFinding(whose, theirs, times, DATE_EXACT_MS);
}

/** Temporal tells its time at its pages alone. */
export const temporalClockCheck = (uiUrl: string | undefined, nowMs: () => number): Check => ({
  part: 'clock',
  async look(signal) {
    if (uiUrl === undefined) return [found('clock', 'clock-unknown', { subject: 'Temporal' })];
    const before = nowMs();
    const response = await fetch(uiUrl, { signal, redirect: 'manual' }).catch(() => null);
    await response?.body?.cancel();
    const finding = response && dateFinding('Temporal', response.headers, { before, after: nowMs() });
    return [finding ?? found('clock', 'clock-unknown', { subject: 'Temporal' })];
  },
});
