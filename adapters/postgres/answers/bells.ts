/** Rings when there may be an answer. */
export interface Bell {
  /** Resolves when it has rung since it was heard last, or was hung; at the latest after `withinMs`. */
  heard(withinMs: number): Promise<void>;
  takeDown(): void;
}

/** The bells of those in this process who wait for an answer of a meeting, by the meeting's id. */
export class Bells {
  readonly #hung = new Map<string, Set<HungBell>>();

  hang(roomId: string): Bell {
    const bell = new HungBell(() => {
      beside.delete(bell);
      if (beside.size === 0) this.#hung.delete(roomId);
    });
    const beside = this.#hung.get(roomId) ?? new Set();
    this.#hung.set(roomId, beside.add(bell));
    return bell;
  }

  /** @param roomId null: of all meetings */
  ring(roomId: string | null): void {
    const sets = roomId === null ? [...this.#hung.values()] : [this.#hung.get(roomId) ?? []];
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
