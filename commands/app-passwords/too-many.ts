/** Who wants another password has as many as somebody may have. */
export class TooManyPasswords extends Error {
  readonly most: number;

  constructor(most: number) {
    super('there may be no more passwords');
    this.name = 'TooManyPasswords';
    this.most = most;
  }
}
