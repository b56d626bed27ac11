import type { Instant, TimeRange } from '../time/instant.ts';
import { intervalSet, type IntervalSet } from '../time/interval-set.ts';

/** What is looked for. */
export interface SlotRules {
  lengthMs: number;
  /** From the beginning of each opening on, slots begin so far apart. */
  stepMs: number;
}

/**
 * When a slot may begin, in order: on the steps of an opening, wholly within openings, and apart from what is blocked.
 * Each opening has steps of its own, so that what is offered does not depend on where one began to look, and more hours take
 * no slot away.
 *
 * @param openings by their start, as `openings` gives them; a slot may reach from one into the next where they touch or overlap
 * @param range in which the slots begin
 */
export function slotStarts(
  openings: readonly TimeRange[],
  blocked: IntervalSet,
  range: TimeRange,
  { lengthMs, stepMs }: SlotRules,
): Instant[] {
  const wholes = intervalSet(openings);
  const starts: Instant[] = [];
  let [whole, next] = [0, firstAfter(blocked, range.startMs)];
  let lastEndMs = -Infinity;
  let overlap = false;
  for (const opening of openings) {
    while (wholes[whole]!.endMs <= opening.startMs) whole++;
    if (opening.startMs < lastEndMs) {
      overlap = true;
      next = firstAfter(blocked, Math.max(opening.startMs, range.startMs));
    }
    lastEndMs = Math.max(lastEndMs, opening.endMs);
    const lastStart = Math.min(wholes[whole]!.endMs - lengthMs, opening.endMs - 1, range.endMs - 1);
    const onStep = (instant: Instant): Instant =>
      opening.startMs + Math.ceil((instant - opening.startMs) / stepMs) * stepMs;
    let at = onStep(Math.max(opening.startMs, range.startMs));
    while (at <= lastStart) {
      let taken = blocked[next];
      while (taken && taken.endMs <= at) taken = blocked[++next];
      if (taken && taken.startMs < at + lengthMs) at = onStep(taken.endMs);
      else {
        starts.push(at);
        at += stepMs;
      }
    }
  }
  return overlap ? inOrder(starts) : starts;
}

/** Each once; openings that overlap may have the same. */
const inOrder = (starts: Instant[]): Instant[] => [...new Set(starts)].sort((one, other) => one - other);

/** The index of the first that ends after an instant. */
function firstAfter(set: IntervalSet, instant: Instant): number {
  let [low, high] = [0, set.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (set[middle]!.endMs <= instant) low = middle + 1;
    else high = middle;
  }
  return low;
}
