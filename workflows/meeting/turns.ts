/**
 * Lets work wait for its turn: what has the same name goes one after the other, and what fails does not hold up what
 * comes next. In a workflow each promise costs a stack trace that the Temporal UI may ask for; this makes two a turn.
 */
export class Turns {
  readonly #last = new Map<string, Promise<unknown>>();

  /** @returns what `work` gives, or its error, once the work before it is done */
  take<T>(name: string, work: () => Promise<T>): Promise<T> {
    const mine = (this.#last.get(name) ?? Promise.resolve()).then(work, work);
    this.#last.set(name, mine);
    return mine;
  }
}
