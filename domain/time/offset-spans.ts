/** The offset from the one moment to the other (exclusive); on the wall or in UTC. */
export interface OffsetSpan {
  from: number;
  until: number;
  offset: number;
}

/**
 * Offsets by the spans of time in which they stay the same. The span that answered last is asked first, since
 * instances of a series follow each other.
 */
export class OffsetSpans {
  private readonly find: (ms: number) => OffsetSpan;
  private last: OffsetSpan = { from: 0, until: 0, offset: 0 };

  constructor(find: (ms: number) => OffsetSpan) {
    this.find = find;
  }

  /** The span that the moment lies in. */
  at(ms: number): OffsetSpan {
    const { last } = this;
    if (ms >= last.from && ms < last.until) return last;
    return (this.last = this.find(ms));
  }
}
