import type { Instant } from './instant.ts';
import { OffsetSpans, type OffsetSpan } from './offset-spans.ts';
import type { Transition } from './transitions.ts';

/** The offset at the beginning of some time, and its changes in it, in order. */
export interface Changes {
  before: number;
  changes: Transition[];
}

const DAY_MS = 86_400_000;
/** About a year; asked for at once. */
const STRETCH_MS = 400 * DAY_MS;
/** More than any clock has ever been put forward or back (Samoa left out a day). */
const MARGIN_MS = 3 * DAY_MS;
/** The Gregorian calendar repeats after 400 years, and so do rules of zones for times to come. */
const CYCLE_MS = 146_097 * DAY_MS;
const [FIRST_MS, LAST_MS] = [Date.UTC(1800, 0, 1), Date.UTC(2500, 0, 1)];

/**
 * Offsets by instants and by wall times, from tables that are filled stretch by stretch when first asked for.
 * Before 1800 no zone has changed, and after 2500 all go on as in the 400 years before.
 *
 * @param changesIn what happens from one instant to another
 */
export function offsetTable(changesIn: (from: Instant, until: Instant) => Changes) {
  const found = new Map<number, Changes>();
  const inStretch = (index: number) => {
    const known = found.get(index);
    if (known) return known;
    const [from, until] = [index * STRETCH_MS, (index + 1) * STRETCH_MS];
    const changes = changesIn(from - MARGIN_MS, until + MARGIN_MS);
    found.set(index, changes);
    return changes;
  };
  const spans = spansBy(inStretch, ({ atMs }) => atMs);
  // In a gap the offset before counts until the clock shows a time that exists again; of two equal times the
  // second begins when the clock has shown all of them once. Both end at the later of the two wall times.
  const wallSpans = spansBy(inStretch, ({ atMs, fromMs, toMs }) => atMs + Math.max(fromMs, toMs));
  return {
    offsetAt: (instant: Instant) => spans.at(instant).offset,
    offsetOfWall: (wall: number) => wallSpans.at(wall).offset,
    wallSpans,
  };
}

function spansBy(inStretch: (index: number) => Changes, threshold: (change: Transition) => number) {
  const stretches = new Map<number, OffsetSpan[]>();
  return new OffsetSpans((ms) => {
    const at = inTable(ms);
    const index = Math.floor(at / STRETCH_MS);
    let spans = stretches.get(index);
    if (!spans) stretches.set(index, (spans = spansOf(inStretch(index), threshold, index)));
    const span = spans.find(({ until }) => at < until) as OffsetSpan;
    return at === ms ? span : { from: ms, until: ms + 1, offset: span.offset };
  });
}

function spansOf({ before, changes }: Changes, threshold: (change: Transition) => number, index: number) {
  const spans: OffsetSpan[] = [];
  let [from, offset] = [index * STRETCH_MS, before];
  const end = (index + 1) * STRETCH_MS;
  for (const change of changes) {
    const at = Math.min(threshold(change), end);
    if (at > from) {
      spans.push({ from, until: at, offset });
      from = at;
    }
    offset = change.toMs;
    if (at === end) return spans;
  }
  spans.push({ from, until: end, offset });
  return spans;
}

function inTable(ms: number): number {
  if (ms < FIRST_MS) return FIRST_MS;
  return ms < LAST_MS ? ms : ms - Math.ceil((ms - LAST_MS + 1) / CYCLE_MS) * CYCLE_MS;
}
