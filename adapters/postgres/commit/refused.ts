import type { RefusalCode } from '../../../domain/meeting/decision.ts';

/** A constraint of the database says no; the transaction is rolled back and the workflow is told the code. */
export class CommitRefused extends Error {
  readonly code: RefusalCode;

  constructor(code: RefusalCode) {
    super(`the database refused: ${code}`);
    this.name = 'CommitRefused';
    this.code = code;
  }
}
