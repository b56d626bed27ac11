/** Somebody is not let into a meeting, or may begin none, for now. */
export class NotLetIn extends Error {
  /** `too-many`: as many came within a short time as may. */
  readonly code: 'full' | 'too-many';

  constructor(code: NotLetIn['code']) {
    super(code);
    this.name = 'NotLetIn';
    this.code = code;
  }
}
