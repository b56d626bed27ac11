/** Somebody may not do that, or it is not there: which of the two is not to be told. */
export class NotPermitted extends Error {
  readonly what: string;

  /** @param what as in “The room” */
  constructor(what: string) {
    super(`${what} was not found`);
    this.name = 'NotPermitted';
    this.what = what;
  }
}
