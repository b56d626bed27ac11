import { createLogger } from '../../adapters/log/logger.ts';
import { NotPermitted } from '../../policies/not-permitted.ts';
import type { Actor } from '../../policies/actor.ts';
import { EngineUnavailable } from '../../activities/meeting/meetings.ts';
import { assemble, type Parley } from '../../workers/assemble.ts';
import type { OperatedTenant } from '../../queries/operations/permit.ts';
import { configBeside } from '../beside.ts';
import { CliError } from '../errors.ts';
import { tenantFor } from './with-tenants.ts';

/** Whoever is at the command line. */
export const OPERATOR: Actor = { kind: 'operator' };

/** Runs a command's work with the parts of what runs beside it; only what is asked for is opened. */
export async function withParley(work: (parley: Parley) => Promise<void>): Promise<void> {
  const config = configBeside();
  const parley = assemble({ ...config, databasePoolSize: 3 }, { log: createLogger({ level: 'silent' }) });
  try {
    await work(parley);
  } catch (error) {
    if (error instanceof EngineUnavailable)
      throw new CliError(
        'temporal_unreachable',
        `TEMPORAL_ADDRESS: the Temporal server at ${config.temporal.address ?? '(none)'} does not answer.`,
        { cause: error },
      );
    throw error;
  } finally {
    await parley.close();
  }
}

/** Whose things it is about: a tenant's, or everybody's. */
export const operatedTenant = async ({ knex }: Parley, name: string | undefined): Promise<OperatedTenant> =>
  name === undefined ? null : (await tenantFor(knex, name)).id;

/** @throws CliError with the sentence, where there is no such thing */
export async function orNone<T>(sentence: string, look: () => Promise<T>): Promise<T> {
  try {
    return await look();
  } catch (error) {
    if (error instanceof NotPermitted) throw new CliError('not_found', sentence);
    throw error;
  }
}
