import { EngineUnavailable } from '../activities/meeting/meetings.ts';
import { isDatabaseUnavailable } from '../adapters/postgres/unavailable.ts';
import { isEngineFailure } from '../adapters/temporal/failures.ts';

/** What could not be asked when a command or query failed so; asking again later may go well. Null: it failed otherwise. */
export function unavailablePart(error: unknown): 'engine' | 'database' | null {
  if (error instanceof EngineUnavailable || isEngineFailure(error)) return 'engine';
  return isDatabaseUnavailable(error) ? 'database' : null;
}
