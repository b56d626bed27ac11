/** Why reading what somebody sent was given up. Stable codes: they are recorded, answered and shown. */
export type ReadingProblem = 'reading-took-too-long' | 'reading-took-too-much-memory';

/** What somebody sent costs more than reading may: reading it again would be no better. */
export class ReadingGivenUp extends Error {
  readonly code: ReadingProblem;

  constructor(code: ReadingProblem) {
    super(code);
    this.name = 'ReadingGivenUp';
    this.code = code;
  }
}

/** So much waits to be read that nothing more is taken now; a little later it may be. */
export class ReadingBusy extends Error {
  constructor() {
    super('too much waits to be read');
    this.name = 'ReadingBusy';
  }
}
