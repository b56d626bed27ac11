import type { Instant } from '../../domain/time/instant.ts';

/** Something that came to the meeting. */
export interface Turn {
  /** When it came by whoever told of it; null: its time does not matter. */
  readonly atMs: Instant | null;
  /** It answers something that was begun when no change was a local activity any more. */
  readonly sinceClosing: boolean;
  /** @param nowMs the latest time that the meeting knows of */
  readonly take: (nowMs: Instant) => Promise<void> | void;
}

/**
 * Everything that came to a meeting and waits for its turn, in the order of its coming. Nothing is done outside a turn, so that
 * the meeting's commands stand in one order, whichever results come together (docs/decisions/one-turn-at-a-time.md).
 */
export class Turns {
  readonly #waiting: Turn[] = [];
  #wake: (() => void) | undefined;
  #nowMs: Instant = 0;
  #taken = 0;

  add(take: Turn['take'], { atMs = null, sinceClosing = false }: Partial<Turn> = {}): void {
    this.#waiting.push({ atMs, sinceClosing, take });
    this.#wake?.();
  }

  get isEmpty(): boolean {
    return this.#waiting.length === 0;
  }

  /** How many there were. */
  get taken(): number {
    return this.#taken;
  }

  /** Waits for something to come, and takes it. */
  async next(): Promise<Turn> {
    // Not `condition`: each that is met takes the SDK into the sandbox and out again.
    if (this.isEmpty) await new Promise<void>((resolve) => (this.#wake = resolve));
    const turn = this.#waiting.shift()!;
    this.#taken += 1;
    this.#nowMs = Math.max(this.#nowMs, turn.atMs ?? 0);
    await turn.take(this.#nowMs);
    return turn;
  }
}
