import { collectDefaultMetrics, type Registry } from 'prom-client';

/** Gauges that are named as counters are; what they say by type stands in metrics without that ending. */
const MISNAMED = [
  'nodejs_active_handles_total',
  'nodejs_active_requests_total',
  'nodejs_active_resources_total',
];

/** Shows Node's own metrics; once a process. */
export function showProcess(registry: Registry): void {
  collectDefaultMetrics({ register: registry });
  for (const name of MISNAMED) registry.removeSingleMetric(name);
}
