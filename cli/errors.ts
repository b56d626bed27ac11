import { ConfigError, directoriesOf } from '../config/index.ts';
import { StartupError } from '../workers/embedded/startup-error.ts';
import { failureSentence } from './failure-sentence.ts';

export const EXIT = { fine: 0, failure: 1, usage: 2 } as const;

/** A failure that a command expects: its message is the one sentence that the person gets to see. */
export class CliError extends Error {
  readonly code: string;

  /** @param code stable, for scripts and tests */
  constructor(code: string, sentence: string, options?: ErrorOptions) {
    super(sentence, options);
    this.name = 'CliError';
    this.code = code;
  }
}

/** What is written to stderr when a command fails. Only an unexpected failure shows where it happened. */
export function describeFailure(error: unknown): string {
  if (error instanceof CliError || error instanceof StartupError || error instanceof ConfigError)
    return error.message;
  const sentence = failureSentence(error, directoriesOf());
  if (sentence !== null) return sentence;
  return `Unexpected failure: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;
}
