import { Counter, type Registry } from 'prom-client';
import { systemClock } from '../adapters/clock.ts';
import { connectDatabase } from '../adapters/postgres/database.ts';
import { removeOld } from '../adapters/postgres/retention/run.ts';
import { required, type Config } from '../config/index.ts';
import type { LoopTask } from './loops.ts';

const EVERY_MS = 3_600_000;

/** Removes every hour what has been kept for long enough; of several workers one does. */
export function createRetention(
  config: Config,
  registry: Registry,
): { task: LoopTask; stop(): Promise<void> } {
  const database = connectDatabase(required(config, 'databaseUrl'), {
    poolSize: 1,
    role: 'parley_retention',
  });
  const removed = new Counter({
    name: 'parley_retention_removed_total',
    help: 'What this worker removed because it was kept for long enough, by kind.',
    labelNames: ['what'],
    registers: [registry],
  });
  const { retention } = config;
  return {
    task: {
      name: 'retention',
      everyMs: EVERY_MS,
      run: (signal) =>
        removeOld(
          database,
          systemClock.nowMs(),
          { retention, onRemoved: (what, count) => removed.inc({ what }, count) },
          signal,
        ),
    },
    stop: () => database.destroy(),
  };
}
