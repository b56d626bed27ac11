/** Rings when there may be an answer. */
export interface Bell {
  /** Resolves when it has rung since it was heard last, or was hung; at the latest after `withinMs`. */
  heard(withinMs: number): Promise<void>;
  takeDown(): void;
}

/** The bells of those in this process who wait for an answer of a meeting, by the meeting's id. */
export class Bells {
  readonly #hung = new Map<string, Set<HungBell>>();

  hang(meetingId: string): Bell {
    const bell = new HungBell(() => {
      beside.delete(bell);
      if (beside.size === 0) this.#hung.delete(meetingId);
    });
    const beside = this.#hung.get(meetingId) ?? new Set();
    this.#hung.set(meetingId, beside.add(bell));
    return bell;
  }

  /** @param meetingId null: of all meetings */
  ring(meetingId: string | null): void {
    const sets = meetingId === null ? [...this.#hung.values()] : [this.#hung.get(meetingId) ?? []];
    for (const bells of sets) for (const bell of bells) bell.ring();
  }
}

class HungBell implements Bell {
  #hasRung = false;
  #wake: () => void = () => undefined;
  readonly takeDown: () => void;

  constructor(takeDown: () => void) {
    this.takeDown = takeDown;
  }

  ring(): void {
    this.#hasRung = true;
    this.#wake();
  }

  async heard(withinMs: number): Promise<void> {
    if (!this.#hasRung) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, withinMs);
        this.#wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
    this.#hasRung = false;
  }
}
