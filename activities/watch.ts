import type { Clock } from './clock.ts';

export interface WatchPorts {
  clock: Clock;
  /** UIDs of meetings that should have gone on before the given time. */
  overdueMeetings(beforeMs: number): Promise<string[]>;
  /** Whether nothing is under way that could make the meeting go on. */
  standsStill(uid: string): Promise<boolean>;
  /** Hears how many there are. */
  show(count: number): void;
  /** Hears of each once, for as long as it stands still. */
  onFound(uid: string): void;
}

/** Long after every worker that lives has taken up what another left. */
const OVERDUE_AFTER_MS = 3 * 60_000;

/**
 * @returns looks for meetings that stand still, and counts those that did so the last time, too: after a pause of the whole
 *   engine much is overdue for a moment. It tells, and touches nothing: that is for those who see why
 */
export function createWatch(ports: WatchPorts): () => Promise<void> {
  let before = new Set<string>();
  let told = new Set<string>();
  return async () => {
    const overdue = await ports.overdueMeetings(ports.clock.nowMs() - OVERDUE_AFTER_MS);
    const still = new Set<string>();
    for (const uid of overdue) if (await ports.standsStill(uid)) still.add(uid);
    const twice = new Set([...still].filter((uid) => before.has(uid)));
    ports.show(twice.size);
    for (const uid of twice) if (!told.has(uid)) ports.onFound(uid);
    before = still;
    told = twice;
  };
}
