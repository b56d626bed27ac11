/** Why a start cannot go on; stable, for tests and scripts. */
export type StartupErrorCode =
  | 'already_running'
  | 'data_dir_permission'
  | 'data_dir_version'
  | 'database_version'
  | 'not_traversable'
  | 'port_in_use'
  | 'port_not_allowed'
  | 'postgres_failed'
  | 'temporal_failed'
  | 'temporal_missing';

/** An expected failure of starting: its message is one sentence for the person who started the program. */
export class StartupError extends Error {
  readonly code: StartupErrorCode;

  constructor(code: StartupErrorCode, sentence: string, options?: ErrorOptions) {
    super(sentence, options);
    this.name = 'StartupError';
    this.code = code;
  }
}
