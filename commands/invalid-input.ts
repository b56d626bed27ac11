/** What was asked cannot be, because of one of its fields; the doors say it beside that field. */
export class InvalidInput extends Error {
  readonly field: string;
  readonly problem: string;

  /**
   * @param field its name, dots between those of objects
   * @param problem what it must be, as in “must be a member”
   */
  constructor(field: string, problem: string) {
    super(`${field}: ${problem}`);
    this.name = 'InvalidInput';
    this.field = field;
    this.problem = problem;
  }
}
