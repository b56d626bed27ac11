import type { Knex } from 'knex';
import type { Logger } from 'pino';
import { collectDatabaseMetrics } from '../adapters/metrics/database-metrics.ts';
import type { Metrics } from '../adapters/metrics/metrics.ts';

/** The metrics of the process, and those that the database knows, as Prometheus reads them. */
export async function metricsText({
  knex,
  metrics,
  log,
}: {
  knex: Knex;
  metrics: Metrics;
  log: Pick<Logger, 'warn'>;
}): Promise<string> {
  try {
    await collectDatabaseMetrics(knex, metrics);
  } catch (error) {
    // The process's own are still worth having.
    log.warn({ error }, 'the metrics that come from the database are old');
  }
  return metrics.registry.metrics();
}
