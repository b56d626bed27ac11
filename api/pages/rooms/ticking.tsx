import type { Instant } from '../../../domain/time/instant.ts';
import { useReader } from '../reader.ts';
import { formatLength } from '../time/format.ts';

interface TickingProps {
  /** Counts down to, or up from, this instant. */
  atMs: Instant;
  nowMs: Instant;
  /** A text with the time in the place of its one value. */
  text: (slot: string) => string;
}

const SLOT = '\u0000';
const MINUTE_MS = 60_000;

/** A time that runs: to the minute as the page is made, to the second where the browser goes on with it. */
export function Ticking({ atMs, nowMs, text }: TickingProps) {
  const reader = useReader();
  const [before, after] = text(SLOT).split(SLOT);
  const minutes = Math.max(1, Math.round(Math.abs(atMs - nowMs) / MINUTE_MS));
  return (
    <span class="ticking">
      {before}
      <span role="timer" data-tick={atMs} data-down={atMs > nowMs ? 'true' : undefined}>
        {formatLength({ startMs: 0, endMs: minutes * MINUTE_MS }, reader)}
      </span>
      {after}
    </span>
  );
}
